import packageJson from '../package.json' with { type: 'json' };
import { warmUp } from './asking/warm-up.ts';
import type { ClueClient } from './clue/client.ts';
import type { AskAnswer, Session, SessionStatus } from './clue/session.ts';
import type { Config } from './config.ts';
import type { Instant } from './door/ids.ts';
import type { Zone } from './door/zone.ts';
import { missingOf } from './incident/absence.ts';
import type { HouseState } from './incident/house.ts';
import type { ChannelId } from './incident/incident.ts';
import { KINDS } from './incident/kinds/index.ts';
import type { NamesNow } from './names-now.ts';
import type { Announcer, ChannelTrouble } from './slack/announcer.ts';
import type { CommandPorts, Log, PlaceView, RowsPort, TestAlert } from './slack/commands/ports.ts';
import { createRehearsals } from './slack/commands/rehearse/run.ts';
import { openWaits } from './slack/commands/waits.ts';
import type { LoginAnswer } from './slack/messages/login.ts';
import type { OpenTrouble, PlaceStatus, StatusView } from './slack/messages/status.ts';
import type { Counts, Tally } from './slack/tally.ts';
import type { PlaceWatch } from './watch/place-watch.ts';

export type CommandPortsOptions = {
  readonly config: Config;
  readonly clue: ClueClient;
  readonly rows: RowsPort;
  readonly session: Session;
  /** By place id. */
  readonly watches: ReadonlyMap<string, PlaceWatch>;
  readonly names: Pick<NamesNow, 'nameOfDoor'>;
  readonly startedAt: Instant;
  readonly isConnected: () => boolean;
  readonly store: StatusView['store'];
  /** What the house tells of and is not over, and channels that refuse the bot's messages. */
  readonly house: () => HouseState;
  readonly testAlert: TestAlert;
  readonly channels: CommandPorts['channels'];
  /** Every channel that ever wished for something. */
  readonly knownChannels: () => readonly ChannelId[];
  readonly forms: CommandPorts['forms'];
  /** What is remembered, and found by a card. */
  readonly own: Pick<CommandPorts, 'memory' | 'incidents'>;
  /** Who may ask what, and what is kept of it. */
  readonly asking: Pick<CommandPorts, 'access' | 'audit' | 'files'>;
  /** The doors' log for whoever reads much of it. */
  readonly longReads: Log;
  readonly zone: Zone;
  readonly announcer: () => Pick<Announcer, 'troubles' | 'tally'> | undefined;
};

/** What the commands need of the rest of the bot, taken from its desks, its session and its client. */
export function commandPorts(options: CommandPortsOptions): CommandPorts {
  // Nobody has asked yet, and nobody is to wait for it.
  warmUp(options.config.timeZone);
  const { config, clue, rows, session, watches, startedAt, isConnected, store, house, announcer, testAlert } = options;
  const { channels, knownChannels, forms, asking, names, longReads, zone, own } = options;
  const countsOf = (desk: string): Counts | undefined => announcer()?.tally.countsOf(desk);
  return {
    log: clue,
    rows,
    waits: openWaits(),
    places: { places: () => config.places.map((place) => placeView(place, watches.get(place.id))) },
    health: {
      status: () => ({
        version: packageJson.version,
        startedAt,
        session: sessionStatus(session.status()),
        places: config.places.map((place) => placeStatus(place, watches.get(place.id), countsOf(`place/${place.id}`))),
        slack: isConnected() ? 'connected' : 'connecting',
        store,
        troubles: openTroubles(house(), announcer()?.troubles() ?? []),
        ...delaysOf(announcer()?.tally),
        gathered: knownChannels().reduce((sum, one) => sum + (countsOf(`channel/${one}`)?.told ?? 0), 0),
        nameOfDoor: names.nameOfDoor,
      }),
    },
    login: {
      again: async () => {
        const before = session.status().kind;
        return loginAnswer(await session.askAgain(), before);
      },
    },
    testAlert,
    channels,
    forms,
    ...own,
    access: asking.access,
    audit: asking.audit,
    files: asking.files,
    names: 'shown',
    rehearsals: createRehearsals({
      log: longReads,
      place: (id) => watches.get(id)?.desk.state(),
      kinds: KINDS,
      zone,
    }),
    timeZone: config.timeZone,
    locale: config.locale,
  };
}

function placeView({ id, name }: Config['places'][number], watch: PlaceWatch | undefined): PlaceView {
  const state = watch?.desk.state();
  const people = new Map(state?.people ?? []);
  return {
    id,
    ...(name !== undefined && { name }),
    doors: (state?.doors ?? []).flatMap(({ door, name, thirdParty }) =>
      door === undefined ? [] : [{ id: door, thirdParty, ...(name !== undefined && { name }) }],
    ),
    people: [...people].map(([id, name]) => ({ id, name })),
    personName: (person) => people.get(person),
  };
}

/** A channel that refuses is told by the house too, which heard of it from the announcer. */
function openTroubles(house: HouseState, refusing: readonly ChannelTrouble[]): readonly OpenTrouble[] {
  const open = house.incidents.flatMap(({ facts, closedAt }): readonly OpenTrouble[] =>
    closedAt === undefined && facts.kind !== 'test' ? [facts] : [],
  );
  const told = new Set(open.flatMap((one) => (one.kind === 'channel-refused' ? [one.channel] : [])));
  const others = refusing.filter(({ channel }) => !told.has(channel));
  return [...open, ...others.map((one) => ({ kind: 'channel-refused', ...one }) as const)];
}

function delaysOf(tally: Pick<Tally, 'delays'> | undefined): Pick<StatusView, 'delays'> {
  const delays = tally?.delays();
  return delays === undefined ? {} : { delays };
}

function placeStatus(
  { id, name }: Config['places'][number],
  watch: PlaceWatch | undefined,
  counts: Counts | undefined,
): PlaceStatus {
  const state = watch?.desk.state();
  const health = watch?.health();
  return {
    id,
    ...(name !== undefined && { name }),
    ...(health?.lastGoodPollAt !== undefined && { lastPollAt: health.lastGoodPollAt }),
    ...(health?.problem !== undefined && { lastPollProblem: health.problem }),
    ...(state?.newestEventAt !== undefined && { newestEventAt: state.newestEventAt }),
    ...(state?.newestSeenAt !== undefined && { newestSeenAt: state.newestSeenAt }),
    ...(state?.watchingSince !== undefined && { watchingSince: state.watchingSince }),
    rowsSeen: state?.rowsSeen ?? 0,
    // What is told as missing, and no younger hole, which most likely closes within a minute.
    holes: (state?.devices ?? []).reduce(
      (sum, log) => sum + (log.absence?.until === undefined ? missingOf(log) : 0),
      0,
    ),
    told: counts?.told ?? 0,
    retries: counts?.retries ?? 0,
    duplicatesAvoided: counts?.duplicatesAvoided ?? 0,
  };
}

function sessionStatus(status: SessionStatus): StatusView['session'] {
  switch (status.kind) {
    case 'active':
      return { state: 'active', until: status.renewsAt };
    case 'api-key':
      return { state: 'api-key' };
    case 'signed-out':
      return { state: 'signed-out' };
    case 'refused':
      return { state: 'refused', problem: status.problem };
  }
}

function loginAnswer(answer: AskAnswer, before: SessionStatus['kind']): LoginAnswer {
  switch (answer.kind) {
    case 'signed-in':
      return { kind: before === 'active' ? 'already-signed-in' : 'signed-in' };
    case 'api-key':
      return { kind: 'api-key', again: before === 'refused' };
    case 'refused':
      return answer.problem.kind === 'login-refused'
        ? { kind: 'refused', problem: answer.problem }
        : { kind: 'failed', problem: answer.problem };
    default:
      return answer;
  }
}
