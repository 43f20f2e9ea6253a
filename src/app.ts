import { cardDrawing } from './card-drawing.ts';
import { openChannelDesks } from './channel-desks.ts';
import { createClueClient } from './clue/client.ts';
import { openSession, type SessionStatus } from './clue/session.ts';
import { createTransport } from './clue/transport.ts';
import { commandPorts } from './command-ports.ts';
import type { Config } from './config.ts';
import { type Instant, instant, type PlaceId } from './door/ids.ts';
import { type HouseMessage, type HouseState, NEW_HOUSE, updateHouse } from './incident/house.ts';
import { KINDS } from './incident/kinds/index.ts';
import { type Effect, newPlace, unfinishedCards } from './incident/place.ts';
import type { Subscription } from './incident/subscription.ts';
import { HOUSE_KINDS } from './incident/trouble.ts';
import type { Log } from './log.ts';
import { openRooms } from './rooms.ts';
import { showRows } from './slack/actions/show-rows.ts';
import { type Announcer, createAnnouncer, type Pace } from './slack/announcer.ts';
import { alertsClient, openSlack, type Slack } from './slack/bolt.ts';
import { createAskers } from './slack/commands/asker.ts';
import { runCommand } from './slack/commands/index.ts';
import { drawAsking } from './slack/messages/asking.ts';
import { drawBroken } from './slack/messages/broken.ts';
import { openKeeper } from './store/keeper.ts';
import type { Store } from './store/open.ts';
import { houseValue, loadValue, placeValue } from './store/values.ts';
import { openStoreNews } from './store-news.ts';
import { type IncidentDesk, openCards } from './watch/cards.ts';
import { openDesk } from './watch/desk.ts';
import { type PlaceWatch, watchPlace } from './watch/place-watch.ts';
import { startSchedule } from './watch/schedule.ts';

/** What a start may bring along in place of the real thing. */
export type Overrides = {
  readonly now?: () => Instant;
  readonly pace?: Pace;
  /** How long after the first socket the second one is opened, in milliseconds. */
  readonly secondSocketAfterMs?: number;
  /** Comes between the bot and the store that it opened, for a test of what a failing write does. */
  readonly store?: (store: Store) => Store;
};

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

/** What the house could not save is told to it again after so long, in milliseconds. */
const TELL_AGAIN_MS = 5_000;

/** Puts the rooms together, in one straight line; `stop` takes them apart in reverse. */
export function createApp(config: Config, log: Log, overrides: Overrides = {}): App {
  const now = overrides.now ?? ((): Instant => instant(Date.now()));
  const rooms = openRooms();
  const slackIsThere = Promise.withResolvers<void>();
  // Nobody has to wait for it.
  slackIsThere.promise.catch(() => undefined);

  const start = async (): Promise<void> => {
    const startedAt = now();
    const store = rooms.add(
      await openKeeper({
        ...config.store,
        now,
        log,
        onTrouble: (trouble) => storeNews.hear(trouble),
        ...(overrides.store !== undefined && { wrap: overrides.store }),
      }),
      (it) => it.close(),
    );

    const subscriptions = subscriptionsOf(config);
    const desks = new Map<string, IncidentDesk>();
    const watches = new Map<string, PlaceWatch>();
    let announcer: Announcer | undefined;
    const run =
      (desk: string) =>
      (effect: Effect): void => {
        if (effect.kind === 'changed') log.debug('an incident changed', effect.change);
        else announcer?.tell({ desk, incident: effect.incident, channel: effect.channel });
      };

    const house = openDesk<HouseState, HouseMessage, Effect>({
      name: 'house',
      initial: (await loadValue(store, 'house', houseValue)) ?? NEW_HOUSE,
      update: updateHouse,
      store,
      now,
      run: run('house'),
    });
    desks.set('house', { incidents: () => house.state().incidents, send: house.send });
    const storeNews = openStoreNews({ tell: house.send, subscriptions: () => subscriptions });
    let tellAgain: NodeJS.Timeout | undefined;
    rooms.add(undefined, () => clearTimeout(tellAgain));
    const tellOfSession = (status: SessionStatus): void => {
      clearTimeout(tellAgain);
      const message = heard(status, subscriptions);
      if (message === undefined) return;
      house.send(message).catch((error: unknown) => {
        log.error('the state of the session could not be saved', { error: String(error) });
        // The session says it once; a full disk must not keep the people from ever hearing that the bot is blind.
        tellAgain = setTimeout(() => tellOfSession(session.status()), TELL_AGAIN_MS);
      });
    };

    // What the house could not save is said to it again, at the next poll or at the next call to Slack.
    const tellHouse = (message: HouseMessage): void => {
      house.send(message).catch((error: unknown) => {
        log.error('what the bot is blind to could not be saved', { error: String(error) });
      });
    };
    for (const { place } of house.state().unseen) {
      if (!config.places.some((one) => one.id === place)) tellHouse({ kind: 'place-seen', place });
    }

    const transport = rooms.add(createTransport({ now }), (it) => it.close());
    const session = rooms.add(
      await openSession({
        credentials: config.clue.credentials,
        baseUrl: config.clue.apiUrl,
        transport,
        store: { load: () => store.load('session'), save: (value) => store.saveOnDisk('session', value) },
        now,
        log,
        onChange: tellOfSession,
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
        subscriptions: () => subscriptions,
        now,
        run: run(name),
      });
      watches.set(place, watch);
      desks.set(name, { incidents: () => watch.desk.state().incidents, send: watch.desk.send });
    }

    const channels = await openChannelDesks({
      channels: subscriptions.map((one) => one.channel),
      store,
      now,
      log,
      desks,
      run,
      release: (ref) => announcer?.tell(ref),
    });
    const cards = openCards({ desks, channels, now });
    const { botToken, appToken, apiUrl } = config.slack;
    announcer = rooms.add(
      createAnnouncer({
        client: alertsClient(botToken, apiUrl, log.bolt('slack-alerts')),
        cards: { ...cards, draw: cardDrawing({ config, find: cards.find, watches, now }) },
        log,
        now,
        onChannel: (channel, word) =>
          tellHouse(
            word === undefined
              ? { kind: 'trouble-over', key: `channel-refused/${channel}` }
              : { kind: 'trouble', facts: { kind: 'channel-refused', channel, word, since: now() }, subscriptions },
          ),
        ...(overrides.pace !== undefined && { pace: overrides.pace }),
      }),
      (it) => it.stop(),
    );
    const attending = setInterval(() => {
      for (const channel of cards.gathering()) announcer?.attend(channel);
      void store.look().then(storeNews.say);
    }, 1_000);
    rooms.add(attending, clearInterval);
    for (const [name, desk] of desks) unfinishedCards({ incidents: desk.incidents() }).forEach(run(name));
    tellOfSession(session.status());

    const ports = commandPorts({
      config,
      clue,
      session,
      watches,
      startedAt,
      isConnected: () => slack.isConnected(),
      store: { durable: store.durable, encrypted: store.encrypted },
      troubles: () => announcer?.troubles() ?? [],
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
        command: async ({ text, userId }) => {
          const asker = await (await askers).asker(userId);
          return await runCommand({ text, asker }, ports, now());
        },
      }),
      (it) => it.stop(),
    );
    const askers = slack.identity.then(({ teamId }) =>
      createAskers({ client: slack.people, ownTeamId: teamId, admins: config.admins, now }),
    );
    askers.catch(() => undefined);
    slackIsThere.resolve(slack.ready);

    const rowsSeenAt = (place: PlaceId): number => watches.get(place)?.desk.state().rowsSeen ?? 0;
    rooms.add(
      startSchedule({
        places: config.places.map((place) => place.id),
        pattern: config.pollCron,
        poll: (place, signal) => watches.get(place)?.poll(signal) ?? Promise.resolve(undefined),
        onPolled: (place, problem) =>
          tellHouse(
            problem === undefined
              ? { kind: 'place-seen', place, rowsSeen: rowsSeenAt(place) }
              : { kind: 'place-unseen', place, problem, rowsSeen: rowsSeenAt(place), subscriptions },
          ),
        log,
        now,
      }),
      (it) => it.stop(),
    );
    log.info('watching', { places: config.places.length, alerts: config.alertChannels });
  };

  return { start, ready: () => slackIsThere.promise, stop: () => rooms.close() };
}

/** Today every channel's wishes come from the configuration. */
function subscriptionsOf(config: Config): readonly Subscription[] {
  const { alertChannels, opsChannel } = config;
  return [
    ...alertChannels.map((channel) => ({ channel, kinds: ['failures', 'unlocks'] }) as const),
    ...(opsChannel === undefined ? [] : [{ channel: opsChannel, kinds: HOUSE_KINDS }]),
  ];
}

/** What the house hears of the session: a refusal and its end. No token yet is neither. */
function heard(status: SessionStatus, subscriptions: readonly Subscription[]): HouseMessage | undefined {
  if (status.kind === 'active' || status.kind === 'api-key') return { kind: 'session-works' };
  if (status.kind !== 'refused' || status.problem.kind !== 'login-refused') return undefined;
  const { why, code, since } = status.problem;
  return { kind: 'session-refused', why, since, ...(code !== undefined && { code }), subscriptions };
}
