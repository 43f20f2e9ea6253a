import type { DoorId, Instant, PlaceId } from '../../door/ids.ts';
import type { Problem } from '../../door/problem.ts';
import type { HouseFacts, TestAlert } from '../../incident/trouble.ts';
import { inText } from './escape.ts';
import { context, message, section } from './layout.ts';
import type { Message } from './message.ts';
import { problemInWords } from './problem.ts';
import type { Reader } from './reader.ts';
import { placeLine } from './status-place.ts';
import { troubleLines } from './status-troubles.ts';
import { lengthOfTime, measured, moment } from './time.ts';
import type { Catalogue } from './words/catalogue.ts';

/** How one place is being watched, and what was told of it since the bot started. */
export type PlaceStatus = {
  readonly id: string;
  readonly name?: string;
  /** When CLUe last answered for this place, by the bot's clock. */
  readonly lastPollAt?: Instant;
  /** Why the latest poll failed, if it did. */
  readonly lastPollProblem?: Problem;
  /** The device's time of the newest row. */
  readonly newestEventAt?: Instant;
  /** When the bot saw that row, by the bot's clock; absent where it was there before the bot. */
  readonly newestSeenAt?: Instant;
  readonly watchingSince?: Instant;
  /** Rows taken since the place is watched. */
  readonly rowsSeen: number;
  /** Messages told since the bot started. */
  readonly told: number;
  /** Calls to Slack that had to be made again since the bot started. */
  readonly retries: number;
  /** Messages that were found again instead of told twice, since the bot started. */
  readonly duplicatesAvoided: number;
  /** Rows that a device counted and that have not reached the bot; absent where nobody looks for them. */
  readonly holes?: number;
};

export type SessionStatus =
  | { readonly state: 'active'; readonly until?: Instant }
  | { readonly state: 'api-key' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'refused'; readonly problem: Problem };

/** Something that keeps the bot from seeing or from telling, and goes on. A test alert is none. */
export type OpenTrouble = Exclude<HouseFacts, TestAlert>;

/** The bot's health at one glance. */
export type StatusView = {
  readonly version: string;
  readonly startedAt: Instant;
  readonly session: SessionStatus;
  readonly places: readonly PlaceStatus[];
  readonly slack: 'connected' | 'connecting';
  readonly store: { readonly durable: boolean; readonly encrypted: boolean };
  readonly troubles: readonly OpenTrouble[];
  /** From a row's arrival at the bot to its card, in milliseconds; absent before there was one. */
  readonly delays?: { readonly count: number; readonly p50Ms: number; readonly p95Ms: number };
  /** Messages that told of many incidents at once, since the bot started. */
  readonly gathered: number;
  /** Undefined while nobody has ever named the door. */
  readonly nameOfDoor: (place: PlaceId, door: DoorId) => string | undefined;
};

/** Places told one by one; beyond that only those with a problem come first and the rest is counted. */
const PLACES_SHOWN = 12;

/** What works and what does not: the verdict first, then the session, each trouble, each place, and the small print. */
export function drawStatus(view: StatusView, reader: Reader): Message {
  const { places } = view;
  const { say, now } = reader;
  const words = say.status;
  const verdict = verdictOf(view, say);
  const troubles = troubleLines(view, reader);
  const isTroubled = ({ lastPollProblem, holes = 0 }: PlaceStatus): boolean =>
    lastPollProblem !== undefined || holes > 0;
  const sorted = [...places.filter(isTroubled), ...places.filter((place) => !isTroubled(place))];
  const shown = sorted.slice(0, PLACES_SHOWN).map((place) => placeLine(withoutTold(place, view), reader));
  const hidden = sorted.slice(PLACES_SHOWN);
  const more = hidden.length > 0 ? [words.place.more(hidden.length, hidden.filter(isTroubled).length)] : [];
  const first = `${sessionLine(view.session, reader)}\n${speedLine(view, say)}`;
  const smallPrint = [
    `clue-bot ${inText(view.version)}`,
    words.running(lengthOfTime(now - view.startedAt, say)),
    words.slack[view.slack],
    view.store.durable ? words.store.onDisk : words.store.inMemory,
    view.store.encrypted ? words.encrypted : words.notEncrypted,
  ].join(' · ');
  return message(
    [verdict, first, ...troubles, ...shown, ...more, smallPrint],
    [
      section(`*${verdict}*\n${first}`),
      ...troubles.map(section),
      ...chunks([...shown, ...more]).map((lines) => section(lines.join('\n'))),
      context(smallPrint),
    ],
    say,
  );
}

/** The worst that is known, in one line. */
function verdictOf({ session, places, slack, troubles }: StatusView, { status: { verdict } }: Catalogue): string {
  const unread = places.filter((place) => place.lastPollProblem !== undefined).length;
  const of = <Kind extends OpenTrouble['kind']>(kind: Kind): readonly Extract<OpenTrouble, { kind: Kind }>[] =>
    troubles.filter((one): one is Extract<OpenTrouble, { kind: Kind }> => one.kind === kind);
  const missing = of('missing-rows').reduce((sum, one) => sum + one.missing, 0);
  const silent = of('silent').reduce((sum, one) => sum + one.doors.length, 0);
  if (session.state === 'refused') return `⛔ ${verdict.seesNoDoors}`;
  if (session.state === 'signed-out') return `🟡 ${verdict.signedOut}`;
  if (unread > 0 && unread === places.length) return `⛔ ${verdict.noPlaceRead}`;
  if (unread > 0) return `🟡 ${verdict.placesUnread(unread, places.length)}`;
  if (of('store-failing').length > 0) return `⛔ ${verdict.cannotSave}`;
  if (places.some((place) => place.lastPollAt === undefined)) return `🟡 ${verdict.starting}`;
  if (of('channel-refused').length > 0) return `🟡 ${verdict.channelRefuses}`;
  if (of('slack-away').length > 0) return `🟡 ${verdict.slackAway}`;
  if (slack === 'connecting') return `🟡 ${verdict.connecting}`;
  if (missing > 0) return `🟡 ${verdict.rowsMissing(missing)}`;
  if (silent > 0) return `🟡 ${verdict.doorsSilent(silent)}`;
  if (troubles.length > 0) return `🟡 ${verdict.troubled}`;
  return `🟢 ${verdict.well(places.length)}`;
}

function sessionLine(session: SessionStatus, { now, timeZone, say }: Reader): string {
  const words = say.status.session;
  switch (session.state) {
    case 'active':
      return words.active(session.until === undefined ? undefined : moment(session.until, timeZone));
    case 'api-key':
      return words.apiKey;
    case 'signed-out':
      return words.signedOut;
    case 'refused': {
      const { what, todo } = problemInWords(session.problem, now, timeZone, say);
      return words.refused(what, todo);
    }
  }
}

/** How fast the bot tells, as measured since it started. */
function speedLine({ delays, gathered }: StatusView, say: Catalogue): string {
  const { status } = say;
  const speed =
    delays === undefined
      ? status.noSpeed
      : status.speed(measured(delays.p50Ms, say), measured(delays.p95Ms, say), delays.count);
  return gathered > 0 ? `${speed} · ${status.gathered(gathered)}` : speed;
}

/** What the session's line, or a trouble's, tells is not told again of each place. */
function withoutTold({ lastPollProblem, ...place }: PlaceStatus, { session, troubles }: StatusView): PlaceStatus {
  const ofSession = lastPollProblem?.kind === 'login-refused' && session.state === 'refused';
  const ofBlind = troubles.some(
    (one) =>
      one.kind === 'blind' && one.problem.kind === lastPollProblem?.kind && one.still.some((id) => id === place.id),
  );
  return lastPollProblem === undefined || ofSession || ofBlind ? place : { ...place, lastPollProblem };
}

/** A section holds 3,000 characters; two places with their problems stay below. */
function chunks(lines: readonly string[]): readonly (readonly string[])[] {
  return lines.flatMap((_, index) => (index % 2 === 0 ? [lines.slice(index, index + 2)] : []));
}
