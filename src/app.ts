import { openButtons } from './buttons.ts';
import { openChannelDesks } from './channel-desks.ts';
import { createClueClient } from './clue/client.ts';
import { openSession } from './clue/session.ts';
import { createTransport } from './clue/transport.ts';
import { commandPorts } from './command-ports.ts';
import type { Config } from './config.ts';
import { startDigests } from './digests.ts';
import { type Instant, instant } from './door/ids.ts';
import { openZone } from './door/zone.ts';
import { homeTab } from './home-tab.ts';
import { openHouseDesk } from './house-desk.ts';
import { languageOf } from './incident/language.ts';
import { type Effect, unfinishedCards } from './incident/place.ts';
import type { Log } from './log.ts';
import { namesNow } from './names-now.ts';
import { openAccess } from './open-access.ts';
import { openAskers } from './open-askers.ts';
import { openHealth } from './open-health.ts';
import { openLookout } from './open-lookout.ts';
import { openRows } from './open-rows.ts';
import { openTelling } from './open-telling.ts';
import { openWishes } from './open-wishes.ts';
import type { Overrides } from './overrides.ts';
import { ownPorts } from './own-ports.ts';
import { openPlaceWatches } from './place-watches.ts';
import { startPolls } from './polls.ts';
import { openRooms } from './rooms.ts';
import type { Announcer } from './slack/announcer.ts';
import { alertsClient, openSlack, type Slack } from './slack/bolt.ts';
import { findByKey } from './slack/card-key.ts';
import { type Asker, wordsFor } from './slack/commands/asker.ts';
import { runCommand } from './slack/commands/index.ts';
import { createHome } from './slack/home.ts';
import { drawAsking } from './slack/messages/asking.ts';
import { drawBroken } from './slack/messages/broken.ts';
import type { Message } from './slack/messages/message.ts';
import { catalogueOf } from './slack/messages/words/catalogue.ts';
import { attachWishes } from './slack/wishes.ts';
import { openKeeper } from './store/keeper.ts';
import { tendStore } from './store/tend.ts';
import { openStoreNews, type StoreNews } from './store-news.ts';
import { createTestAlerts } from './test-alert.ts';
import { type IncidentDesk, openCards } from './watch/cards.ts';

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
    let storeNews: StoreNews | undefined;
    const store = rooms.add(
      await openKeeper({
        ...config.store,
        now,
        log,
        onTrouble: (trouble) => storeNews?.hear(trouble),
        ...(overrides.store !== undefined && { wrap: overrides.store }),
      }),
      (it) => it.close(),
    );

    const zone = openZone(config.timeZone);
    const desks = new Map<string, IncidentDesk>();
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
    storeNews = openStoreNews({ tell: house.send, subscriptions });
    if (store.trouble() !== undefined) storeNews.hear(store.trouble());

    const transport = rooms.add(createTransport({ now }), (it) => it.close());
    const session = rooms.add(
      await openSession({
        credentials: config.clue.credentials,
        baseUrl: config.clue.apiUrl,
        transport,
        store: { load: () => store.load('session'), save: (value) => store.saveOnDisk('session', value) },
        now,
        log,
        onChange: () => house.tellOfSession(session.status),
      }),
      (it) => it.close(),
    );
    const clue = createClueClient({ baseUrl: config.clue.apiUrl, session, transport, log });

    const rows = rooms.add(await openRows({ clue, store, now, log }), (it) => it.stop());
    const watches = await openPlaceWatches({
      places: config.places.map(({ id }) => id),
      source: clue,
      store,
      zone,
      subscriptions,
      now,
      desks,
      run,
      onReading: rows.hear,
    });

    const names = namesNow(config, watches);
    const cards = openCards({ desks, channels: channels.all, subscriptions, zone, now });
    const { botToken, appToken, apiUrl } = config.slack;
    const alerts = alertsClient(botToken, apiUrl, log.bolt('slack-alerts'));
    const language = languageOf(config.locale);
    const wishes = rooms.add(
      openWishes({
        desks: channels,
        cards: desks,
        house,
        announcer: () => announcer,
        people: () => slack.people,
        language,
        now,
        log,
        lookEveryMs: overrides.restingLookMs,
      }),
      (it) => it.stop(),
    );
    const telling = rooms.add(
      openTelling({
        client: alerts,
        cards,
        desks,
        names,
        channel: (id) => channels.all.get(id)?.state(),
        sharing: wishes.sharing,
        onChannel: wishes.heard,
        language,
        pace: overrides.pace,
        log,
        now,
      }),
      (it) => it.stop(),
    );
    announcer = telling;
    rooms.add(tendStore({ store, onLooked: () => void storeNews?.say() }), (stopTending) => stopTending());
    for (const [name, desk] of desks) unfinishedCards({ incidents: desk.incidents() }).forEach(run(name));
    house.tellOfSession(session.status);

    const { longReads } = rows;
    const { digestsEveryMs: everyMs } = overrides;
    rooms.add(
      startDigests({ channels: channels.all, desks, watches, clue: longReads, zone, startedAt, now, log, everyMs }),
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
    const asking = await openAccess({
      ...{ config, store, channels, now, log },
      sharing: wishes.sharing,
      people: () => slack.people,
    });
    const ports = commandPorts({
      config,
      asking,
      clue,
      rows,
      session,
      watches,
      names,
      startedAt,
      isConnected: () => slack.isConnected(),
      store: { durable: store.durable, encrypted: store.encrypted },
      house: house.state,
      announcer: () => announcer,
      testAlert,
      channels: wishes.channels,
      knownChannels: () => [...channels.all.keys()],
      forms: wishes.forms,
      own: ownPorts({ watches, desks, zone, now }),
      longReads,
      zone,
    });
    const asker = async (userId: string): Promise<Asker> => await askers.asker(userId);
    const failed = (userId: string): Message => drawBroken(wordsFor(askers.known(userId), config.locale));
    const slack: Slack = rooms.add(
      openSlack({
        botToken,
        appToken,
        apiUrl,
        log,
        boltLog: log.bolt,
        ...(overrides.secondSocketAfterMs !== undefined && { secondSocketAfterMs: overrides.secondSocketAfterMs }),
        asking: (userId) => drawAsking(wordsFor(askers.known(userId), config.locale)),
        failed,
        ...openButtons({
          desks,
          channels,
          names,
          zone,
          language,
          asker,
          client: () => slack.people,
          commands: ports,
          log,
          now,
        }),
        channelHeard: wishes.sharing.heard,
        homeOpened: (userId) => home.publish(userId),
        command: async ({ userId, ...typed }) =>
          await runCommand({ ...typed, asker: await asker(userId) }, ports, now()),
        attach: attachWishes({ ports, asker, now, log, failed }),
      }),
      (it) => it.stop(),
    );
    const askers = rooms.add(openAskers({ slack, asking, client: alerts, config, now, log }), (it) => it.stop());
    const home = createHome({
      client: slack.people,
      asker,
      tab: homeTab({ config, names, ports, watches, channels, house: house.state, now }),
      note: ports.audit.note,
      closed: () => catalogueOf(language),
      log,
    });
    slackIsThere.resolve(slack.ready);
    void slack.ready.then(wishes.sharing.lookAtAll, () => undefined);

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
        store: store.trouble,
        untilRunMs: (runs): number => schedule.untilRunMs(runs),
        log,
        now,
        startedAt,
      }),
      (it) => it.stop(),
    );

    const schedule = rooms.add(startPolls({ config, watches, house, subscriptions, health, log, now }), (it) =>
      it.stop(),
    );
    log.info('watching', { places: config.places.length, alerts: config.alertChannels });
  };

  return { start, ready: () => slackIsThere.promise, stop: () => rooms.close() };
}
