import type { Instant } from '../../door/ids.ts';
import type { Problem } from '../../door/problem.ts';
import { asCode } from './escape.ts';
import { saying } from './layout.ts';
import type { Message } from './message.ts';
import { problemInWords } from './problem.ts';
import { refusedChannel } from './refused-channel.ts';
import { lengthOfTime, measured } from './time.ts';
import { catalogueOf } from './words/catalogue.ts';

/** Whether CLUe gave a fresh page of rows; lengths in milliseconds. */
export type ClueAnswer =
  | { readonly kind: 'answered'; readonly ms: number }
  | { readonly kind: 'away'; readonly ms: number; readonly problem: Problem };

/** What the channel's history has of the alert. */
export type ReadBack =
  | { readonly kind: 'found'; readonly ms: number; readonly times: number }
  /** Slack does not show the bot this channel's history, or fails to; its word for why. */
  | { readonly kind: 'unreadable'; readonly ms: number; readonly word: string };

/** What came of a test alert; lengths in milliseconds, each from the end of the step before. */
export type TestAlertReport =
  /** It stands in the channel. */
  | {
      readonly kind: 'told';
      readonly clue: ClueAnswer;
      readonly savedMs: number;
      readonly postedMs: number;
      readonly readBack: ReadBack;
      readonly totalMs: number;
    }
  /** Slack takes no message there; its word for why. */
  | { readonly kind: 'refused'; readonly clue: ClueAnswer; readonly savedMs: number; readonly word: string }
  /** It was not taken in time. */
  | { readonly kind: 'silence'; readonly clue: ClueAnswer; readonly savedMs: number; readonly afterMs: number }
  /** The bot could not save it, so it was not told. */
  | { readonly kind: 'not-saved'; readonly clue: ClueAnswer }
  /** Another one is under way in this channel. */
  | { readonly kind: 'under-way' }
  /** The same person asked moments ago. */
  | { readonly kind: 'too-soon'; readonly waitMs: number };

/** The steps of a test alert with their times, to whoever asked: the verdict first, then each step, then what to do. */
export function drawTestReport(report: TestAlertReport, now: Instant, timeZone: string): Message {
  switch (report.kind) {
    case 'told':
      return told(report, now, timeZone);
    case 'refused': {
      const { what, todo } = REFUSED_HERE[report.word] ?? refusedChannel(report.word, catalogueOf('en'));
      return saying(
        `⛔ No alert can arrive in this channel: ${what}.`,
        ...stepsBefore(report, now, timeZone),
        '• posted by Slack: no',
        `${todo} Then type \`/clue test-alert\` again.`,
      );
    }
    case 'silence':
      return saying(
        `⛔ No test alert within ${lengthOfTime(report.afterMs, catalogueOf('en'))}: Slack did not take it, or other alerts come first.`,
        ...stepsBefore(report, now, timeZone),
        '• posted by Slack: not yet',
        'The bot goes on trying. If the alert still comes, it says how late it is. `/clue status` says what is wrong.',
      );
    case 'not-saved':
      return saying(
        '⛔ The bot could not save the test alert, so it did not tell it.',
        clueStep(report.clue, now, timeZone),
        '• saved: no',
        'Look at the disk of `STORE_URL`; the bot’s log tells more.',
      );
    case 'under-way':
      return saying('⏳ A test alert is under way in this channel already.', 'Look for it above, or ask again then.');
    case 'too-soon':
      return saying(
        `⏳ You asked for a test alert moments ago. Ask again in ${measured(report.waitMs, catalogueOf('en'))}.`,
      );
  }
}

/** Where somebody typed in a channel, they know better than a card does what channel it is. */
const REFUSED_HERE: Readonly<Record<string, { readonly what: string; readonly todo: string }>> = {
  not_in_channel: {
    what: 'the bot is no member here',
    todo: 'Type `/invite` with the bot’s name here.',
  },
  channel_not_found: {
    what: 'the bot cannot see it',
    todo: 'In a private channel, type `/invite` with the bot’s name here. A talk between people has no place for the bot.',
  },
};

function told(report: Extract<TestAlertReport, { kind: 'told' }>, now: Instant, timeZone: string): Message {
  const { readBack, postedMs } = report;
  const advice = adviceOf(readBack);
  return saying(
    verdictOf(report),
    ...stepsBefore(report, now, timeZone),
    `• posted by Slack: ${measured(postedMs, catalogueOf('en'))}`,
    readStep(readBack),
    ...(advice === undefined ? [] : [advice]),
  );
}

/** All is well only where it stands once, and there is something to be told. */
function verdictOf({ clue, readBack, totalMs }: Extract<TestAlertReport, { kind: 'told' }>): string {
  const when = `${measured(totalMs, catalogueOf('en'))} after you asked`;
  if (readBack.kind === 'found' && readBack.times === 0) {
    return `⚠️ Slack took the test alert, ${when}, but does not show it.`;
  }
  const stands = `The test alert stands above, ${when}`;
  if (clue.kind === 'away') return `⚠️ ${stands}, but CLUe gives the bot no rows: what happens now is told later.`;
  if (readBack.kind === 'found' && readBack.times > 1) return `⚠️ ${stands}, ${readBack.times} times.`;
  return readBack.kind === 'found' ? `✅ ${stands}.` : `⚠️ ${stands}, but the bot cannot read it back.`;
}

const stepsBefore = (
  { clue, savedMs }: { readonly clue: ClueAnswer; readonly savedMs: number },
  now: Instant,
  timeZone: string,
): readonly string[] => [clueStep(clue, now, timeZone), `• saved: ${measured(savedMs, catalogueOf('en'))}`];

function clueStep(clue: ClueAnswer, now: Instant, timeZone: string): string {
  if (clue.kind === 'answered') return `• CLUe answered: ${measured(clue.ms, catalogueOf('en'))}`;
  const { what, todo } = problemInWords(clue.problem, now, timeZone, catalogueOf('en'));
  return `• CLUe answered: no, for ${measured(clue.ms, catalogueOf('en'))}. ${what}. ${todo}`;
}

function readStep(readBack: ReadBack): string {
  if (readBack.kind === 'unreadable') return '• read back from the channel: no';
  const { ms, times } = readBack;
  const found = times === 1 ? 'once' : times === 0 ? 'not found' : `${times} times`;
  return `• read back from the channel: ${measured(ms, catalogueOf('en'))}, ${found}`;
}

function adviceOf(readBack: ReadBack): string | undefined {
  if (readBack.kind === 'unreadable') {
    return `Slack does not let the bot read here (${asCode(readBack.word)}): an alert arrives, but where Slack’s answer is lost it may stand here twice.`;
  }
  if (readBack.times === 0) return 'Somebody deleted it, or Slack is slow. Ask again in a minute.';
  if (readBack.times > 1) return 'The younger one is taken away in about two minutes.';
  return undefined;
}
