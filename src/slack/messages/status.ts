import type { Instant } from '../../door/ids.ts';
import type { Problem } from '../../door/problem.ts';
import { escapeControls, inText } from './escape.ts';
import { context, message, section } from './layout.ts';
import type { Message } from './message.ts';
import { count, placeWord } from './names.ts';
import { problemInWords } from './problem.ts';
import { refusedChannel } from './refused-channel.ts';
import { lengthOfTime, moment } from './time.ts';

/** How one place is being watched. */
export type PlaceStatus = {
  readonly id: string;
  readonly name?: string;
  /** When CLUe last answered for this place, by the bot's clock. */
  readonly lastPollAt?: Instant;
  /** Why the latest poll failed, if it did. */
  readonly lastPollProblem?: Problem;
  /** The device's time of the newest event. */
  readonly newestEventAt?: Instant;
  readonly watchingSince?: Instant;
  /** Rows taken since the bot started. */
  readonly rowsSeen: number;
};

export type SessionStatus =
  | { readonly state: 'active'; readonly until?: Instant }
  | { readonly state: 'api-key' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'refused'; readonly problem: Problem };

/** A channel that refuses the bot's messages, with Slack's word for why. */
export type ChannelTrouble = { readonly channel: string; readonly word: string; readonly since: Instant };

/** The bot's health at one glance. */
export type StatusView = {
  readonly version: string;
  readonly startedAt: Instant;
  readonly session: SessionStatus;
  readonly places: readonly PlaceStatus[];
  readonly slack: 'connected' | 'connecting';
  readonly store: { readonly durable: boolean; readonly encrypted: boolean };
  /** Channels that refuse the bot's alerts. */
  readonly troubles: readonly ChannelTrouble[];
};

/** Places told one by one; beyond that only those with a problem come first and the rest is counted. */
const PLACES_SHOWN = 12;
const CHANNELS_SHOWN = 5;

/** What works and what does not: the verdict first, then the session, each place, and the small print. */
export function drawStatus(view: StatusView, now: Instant, timeZone: string): Message {
  const troubled = view.places.filter((place) => place.lastPollProblem !== undefined);
  const verdict = verdictOf(view, troubled.length);
  const session = sessionLine(view.session, now, timeZone);
  const channels = view.troubles.slice(0, CHANNELS_SHOWN).map((trouble) => troubleLine(trouble, timeZone));
  // What the session's line tells is not told again of each place.
  const told = ({ lastPollProblem, ...place }: PlaceStatus): PlaceStatus =>
    lastPollProblem === undefined || (lastPollProblem.kind === 'login-refused' && view.session.state === 'refused')
      ? place
      : { ...place, lastPollProblem };
  const sorted = [...troubled, ...view.places.filter((place) => place.lastPollProblem === undefined)];
  const places = sorted.slice(0, PLACES_SHOWN).map((place) => placeLine(told(place), now, timeZone));
  const hidden = sorted.slice(PLACES_SHOWN);
  const hiddenTroubled = hidden.filter((place) => place.lastPollProblem !== undefined).length;
  const more =
    hidden.length > 0
      ? [
          `… and ${count(hidden.length, 'more place')}, ${hiddenTroubled > 0 ? `${hiddenTroubled} with` : 'without'} a problem`,
        ]
      : [];
  const smallPrint = [
    `clue-bot ${inText(view.version)}`,
    `running for ${lengthOfTime(now - view.startedAt)}`,
    `Slack ${view.slack}`,
    view.store.durable ? 'store on disk' : 'store in memory, lost at a restart',
    view.store.encrypted ? 'encrypted' : 'not encrypted (`STORE_KEY` is not set)',
  ].join(' · ');
  return message(
    [verdict, session, ...channels, ...places, ...more, smallPrint],
    [
      section(`*${verdict}*\n${session}`),
      ...(channels.length > 0 ? [section(channels.join('\n'))] : []),
      ...(places.length > 0 ? chunks([...places, ...more]).map((lines) => section(lines.join('\n'))) : []),
      context(smallPrint),
    ],
  );
}

function verdictOf({ session, places, slack, troubles }: StatusView, troubled: number): string {
  if (session.state === 'refused') return '⛔ The bot sees no doors';
  if (session.state === 'signed-out') return '🟡 The bot is not logged in to CLUe yet';
  if (troubled > 0) return `🟡 ${troubled} of ${count(places.length, 'place')} cannot be read`;
  if (places.some((place) => place.lastPollAt === undefined)) return '🟡 Starting: not every place has been read yet';
  if (troubles.length > 0) return '🟡 Alerts do not reach every channel';
  if (slack === 'connecting') return '🟡 Connecting to Slack';
  return `🟢 All is well, watching ${count(places.length, 'place')}`;
}

function troubleLine({ channel, word, since }: ChannelTrouble, timeZone: string): string {
  const { what, todo } = refusedChannel(word);
  return `⚠️ Alerts do not reach <#${escapeControls(channel)}> since ${moment(since, timeZone)}: ${what}. ${todo}`;
}

function sessionLine(session: SessionStatus, now: Instant, timeZone: string): string {
  switch (session.state) {
    case 'active':
      return `CLUe session: active${session.until === undefined ? '' : `, renewed before ${moment(session.until, timeZone)}`}`;
    case 'api-key':
      return 'CLUe session: by API key';
    case 'signed-out':
      return 'CLUe session: none yet';
    case 'refused': {
      const { what, todo } = problemInWords(session.problem, now, timeZone);
      return `CLUe session: refused. ${what}. ${todo}`;
    }
  }
}

function placeLine(place: PlaceStatus, now: Instant, timeZone: string): string {
  const { lastPollAt, lastPollProblem, newestEventAt, watchingSince, rowsSeen } = place;
  const facts = [
    lastPollAt === undefined ? 'not read yet' : `last poll ${lengthOfTime(now - lastPollAt)} ago`,
    newestEventAt === undefined ? 'no events yet' : `newest event ${moment(newestEventAt, timeZone)}`,
    ...(watchingSince === undefined ? [] : [`watching since ${moment(watchingSince, timeZone)}`]),
    `${count(rowsSeen, 'row')} taken`,
  ].join(' · ');
  const line = `• *${inText(placeWord(place))}*: ${facts}`;
  if (lastPollProblem === undefined) return line;
  const { what, todo } = problemInWords(lastPollProblem, now, timeZone);
  return `${line}\n⚠️ ${what}. ${todo}`;
}

/** A section holds 3,000 characters; three places with their problems stay below. */
function chunks(lines: readonly string[]): readonly (readonly string[])[] {
  return lines.flatMap((_, index) => (index % 3 === 0 ? [lines.slice(index, index + 3)] : []));
}
