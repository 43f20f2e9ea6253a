import { cardDrawing } from './card-drawing.ts';
import { openChannelDesks } from './channel-desks.ts';
import { createClueClient } from './clue/client.ts';
import { openSession } from './clue/session.ts';
import { createTransport } from './clue/transport.ts';
import { commandPorts } from './command-ports.ts';
import type { Config } from './config.ts';
import { startDigests } from './digests.ts';
import { type Instant, instant, type PlaceId } from './door/ids.ts';
import { openZone } from './door/zone.ts';
import { openHouseDesk } from './house-desk.ts';
import { KINDS } from './incident/kinds/index.ts';
import { languageOf } from './incident/language.ts';
import { type Effect, newPlace, unfinishedCards } from './incident/place.ts';
import type { Log } from './log.ts';
import { openHealth } from './open-health.ts';
import { openLookout } from './open-lookout.ts';
import type { Overrides } from './overrides.ts';
import { openRooms } from './rooms.ts';
import { showRows } from './slack/actions/show-rows.ts';
import { subscribeAsShown } from './slack/actions/subscribe-as-shown.ts';
import { type Announcer, createAnnouncer } from './slack/announcer.ts';
import { alertsClient, openSlack, type Slack } from './slack/bolt.ts';
import { findByKey } from './slack/card-key.ts';
import { createAskers } from './slack/commands/asker.ts';
import { runCommand } from './slack/commands/index.ts';
import { oneAtATime } from './slack/commands/one-at-a-time.ts';
import { drawAsking } from './slack/messages/asking.ts';
import { drawBroken } from './slack/messages/broken.ts';
import { lockStore } from './store/lock.ts';
import { openStore } from './store/open.ts';
import { loadValue, placeValue } from './store/values.ts';
import { createTestAlerts } from './test-alert.ts';
import { type IncidentDesk, openCards } from './watch/cards.ts';
import { type PlaceWatch, watchPlace } from './watch/place-watch.ts';
import { type Schedule, startSchedule } from './watch/schedule.ts';

export type App = {
  /**
   * Resolves when the doors are watched. It does not wait for Slack, which may be away for hours.
   *
   * @throws StoreBusyError when another bot has this store, StoreError when it cannot be read.
   */
  readonly start: () => Promise<void>;
  /** Resolves when commands can be answered; rejects with SlackRefusedError when Slack refuses a token. */
  readonly ready: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Puts the rooms together, in one straight line; `stop` takes them apart in reverse. */
export function createApp(config: Config, log: Log, overrides: Overrides = {}): App {
  const now = overrides.now ?? ((): Instant => instant(Date.now()));
  const rooms = openRooms();
  const slackIsThere = Promise.withResolvers<void>();
  // Nobody has to wait for it.
  slackIsThere.promise.catch(() => undefined);

  const start = async (): Promise<void> => {
    const startedAt = now();
    rooms.add(await lockStore(config.store.url), (it) => it.release());
    const store = rooms.add(await openStore(config.store), (it) => it.close());

    const zone = openZone(config.timeZone);
    const desks = new Map<string, IncidentDesk>();
    const watches = new Map<string, PlaceWatch>();
    let announcer: Announcer | undefined;
    const run =
      (desk: string) =>
      (effect: Effect): void => {
        if (effect.kind === 'changed') log.debug('an incident changed', effect.change);
        else announcer?.tell({ desk, incident: effect.incident, channel: effect.channel });
      };

    const channels = await openChannelDesks({
      alertChannels: config.alertChannels,
      opsChannel: config.opsChannel,
      store,
      now,
      zone,
      log,
      desks,
      run,
      release: (ref) => announcer?.tell(ref),
    });
    const { subscriptions } = channels;
    const house = rooms.add(
      await openHouseDesk({
        store,
        log,
        now,
        run: run('house'),
        places: config.places.map(({ id }) => id),
        subscriptions,
      }),
      (it) => it.stop(),
    );
    desks.set('house', { incidents: () => house.state().incidents, send: house.send });

    const transport = rooms.add(createTransport({ now }), (it) => it.close());
    const session = rooms.add(
      await openSession({
        credentials: config.clue.credentials,
        baseUrl: config.clue.apiUrl,
        transport,
        store: { load: () => store.load('session'), save: (value) => store.save('session', value) },
        now,
        log,
        onChange: () => house.tellOfSession(session.status),
      }),
      (it) => it.close(),
    );
    const clue = createClueClient({ baseUrl: config.clue.apiUrl, session, transport, log });

    for (const { id: place } of config.places) {
      const name = `place/${place}`;
      const initial = (await loadValue(store, name, placeValue)) ?? newPlace(place);
      const watch = watchPlace({
        place,
        initial,
        source: clue,
        store,
        kinds: KINDS,
        zone,
        subscriptions,
        now,
        run: run(name),
      });
      watches.set(place, watch);
      desks.set(name, { incidents: () => watch.desk.state().incidents, send: watch.desk.send });
    }

    const cards = openCards({ desks, channels: channels.all, now });
    const { botToken, appToken, apiUrl } = config.slack;
    const alerts = alertsClient(botToken, apiUrl, log.bolt('slack-alerts'));
    const telling = rooms.add(
      createAnnouncer({
        client: alerts,
        cards: {
          ...cards,
          draw: cardDrawing({
            config,
            cards,
            watches,
            channel: (id) => channels.all.get(id)?.state(),
            language: languageOf(config.locale),
            now,
          }),
        },
        log,
        now,
        onChannel: (channel, word) => {
          // A test alert can be asked for anywhere; where nobody is to be told, a no is the asker's news alone.
          if (!subscriptions().some((one) => one.channel === channel)) return;
          house.tell(
            word === undefined
              ? { kind: 'trouble-over', key: `channel-refused/${channel}` }
              : {
                  kind: 'trouble',
                  facts: { kind: 'channel-refused', channel, word, since: now() },
                  subscriptions: subscriptions(),
                },
          );
        },
        ...(overrides.pace !== undefined && { pace: overrides.pace }),
      }),
      (it) => it.stop(),
    );
    announcer = telling;
    const attending = setInterval(() => {
      for (const channel of cards.gathering()) announcer?.attend(channel);
    }, 1_000);
    rooms.add(attending, clearInterval);
    for (const [name, desk] of desks) unfinishedCards({ incidents: desk.incidents() }).forEach(run(name));
    house.tellOfSession(session.status);

    const longReads = oneAtATime(clue);
    rooms.add(
      startDigests({
        channels: channels.all,
        desks,
        watches,
        clue: longReads,
        zone,
        startedAt,
        now,
        log,
        everyMs: overrides.digestsEveryMs,
      }),
      (it) => it.stop(),
    );

    const testAlert = rooms.add(
      createTestAlerts({
        source: clue,
        places: config.places.map((place) => place.id),
        house,
        announcer: telling,
        search: (where) => findByKey(alerts, where),
        now,
      }),
      (it) => it.stop(),
    );
    const ports = commandPorts({
      config,
      clue,
      session,
      watches,
      startedAt,
      isConnected: () => slack.isConnected(),
      store: { durable: store.durable, encrypted: store.encrypted },
      house: house.state,
      announcer: () => announcer,
      testAlert,
      channels,
      longReads,
      zone,
    });
    const slack: Slack = rooms.add(
      openSlack({
        botToken,
        appToken,
        apiUrl,
        log,
        boltLog: log.bolt,
        ...(overrides.secondSocketAfterMs !== undefined && { secondSocketAfterMs: overrides.secondSocketAfterMs }),
        asking: drawAsking(),
        failed: drawBroken(),
        showRows: async ({ value, userId }) => {
          const asker = await (await askers).asker(userId);
          return await showRows({ value, asker }, ports, now());
        },
        subscribeAsShown: async ({ value, userId }) => {
          const asker = await (await askers).asker(userId);
          return await subscribeAsShown({ value, asker }, ports);
        },
        command: async ({ text, userId, channel, progress }) => {
          const asker = await (await askers).asker(userId);
          return await runCommand({ text, asker, channel, progress }, ports, now());
        },
      }),
      (it) => it.stop(),
    );
    const askers = slack.identity.then(({ teamId }) =>
      createAskers({ client: slack.people, ownTeamId: teamId, admins: config.admins, now }),
    );
    askers.catch(() => undefined);
    slackIsThere.resolve(slack.ready);

    const lookout = rooms.add(
      openLookout({ slack, tellHouse: house.send, subscriptions, log, now, pace: overrides.lookout }),
      (it) => it.stop(),
    );
    const health = rooms.add(
      await openHealth({
        config,
        session,
        watches,
        announcer,
        sight: lookout.sight,
        store: () => undefined,
        untilRunMs: (runs) => schedule.untilRunMs(runs),
        log,
        now,
        startedAt,
      }),
      (it) => it.stop(),
    );

    const rowsSeenAt = (place: PlaceId): number => watches.get(place)?.desk.state().rowsSeen ?? 0;
    const schedule: Schedule = rooms.add(
      startSchedule({
        places: config.places.map((place) => place.id),
        pattern: config.pollCron,
        poll: (place, signal) => watches.get(place)?.poll(signal) ?? Promise.resolve(undefined),
        onPolled: (place, problem) => {
          if (problem === undefined) health.saw(place);
          house.tell(
            problem === undefined
              ? { kind: 'place-seen', place, rowsSeen: rowsSeenAt(place) }
              : { kind: 'place-unseen', place, problem, rowsSeen: rowsSeenAt(place), subscriptions: subscriptions() },
          );
        },
        onLook: health.beat,
        log,
        now,
      }),
      (it) => it.stop(),
    );
    log.info('watching', { places: config.places.length, alerts: config.alertChannels });
  };

  return { start, ready: () => slackIsThere.promise, stop: () => rooms.close() };
}
