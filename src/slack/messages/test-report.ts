import type { Problem } from '../../door/problem.ts';
import { asCode } from './escape.ts';
import { saying } from './layout.ts';
import type { Message } from './message.ts';
import { problemInWords } from './problem.ts';
import type { Reader } from './reader.ts';
import { refusedChannel } from './refused-channel.ts';
import { lengthOfTime, measured } from './time.ts';
import type { Catalogue } from './words/catalogue.ts';

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
export function drawTestReport(report: TestAlertReport, reader: Reader): Message {
  const { testReport: words } = reader.say;
  switch (report.kind) {
    case 'told':
      return told(report, reader);
    case 'refused': {
      const { what, todo } = refusedHere(report.word, reader.say);
      return saying(
        `⛔ ${words.refused(what)}`,
        ...stepsBefore(report, reader),
        `• ${words.step.notPosted}`,
        words.thenAgain(todo),
      );
    }
    case 'silence':
      return saying(
        `⛔ ${words.silence.what(lengthOfTime(report.afterMs, reader.say))}`,
        ...stepsBefore(report, reader),
        `• ${words.step.notPostedYet}`,
        words.silence.todo,
      );
    case 'not-saved':
      return saying(
        `⛔ ${words.notSaved.what}`,
        clueStep(report.clue, reader),
        `• ${words.step.notSaved}`,
        words.notSaved.todo,
      );
    case 'under-way':
      return saying(`⏳ ${words.underWay.what}`, words.underWay.todo);
    case 'too-soon':
      return saying(`⏳ ${words.tooSoon(measured(report.waitMs, reader.say))}`);
  }
}

/** Where somebody typed in a channel, they know better than a card does what channel it is. */
function refusedHere(word: string, say: Catalogue): { readonly what: string; readonly todo: string } {
  switch (word) {
    case 'not_in_channel':
    case 'channel_not_found':
      return say.testReport.refusedHere[word];
    default:
      return refusedChannel(word, say);
  }
}

function told(report: Extract<TestAlertReport, { kind: 'told' }>, reader: Reader): Message {
  const { readBack, postedMs } = report;
  const { step } = reader.say.testReport;
  const advice = adviceOf(readBack, reader.say);
  return saying(
    verdictOf(report, reader.say),
    ...stepsBefore(report, reader),
    `• ${step.posted(measured(postedMs, reader.say))}`,
    `• ${readBack.kind === 'unreadable' ? step.notReadBack : step.readBack(measured(readBack.ms, reader.say), readBack.times)}`,
    ...(advice === undefined ? [] : [advice]),
  );
}

/** All is well only where it stands once, and there is something to be told. */
function verdictOf({ clue, readBack, totalMs }: Extract<TestAlertReport, { kind: 'told' }>, say: Catalogue): string {
  const { verdict } = say.testReport;
  const after = measured(totalMs, say);
  if (readBack.kind === 'found' && readBack.times === 0) return `⚠️ ${verdict.notShown(after)}`;
  if (clue.kind === 'away') return `⚠️ ${verdict.clueAway(after)}`;
  if (readBack.kind === 'unreadable') return `⚠️ ${verdict.notReadBack(after)}`;
  return readBack.times > 1 ? `⚠️ ${verdict.severalTimes(after, readBack.times)}` : `✅ ${verdict.stands(after)}`;
}

const stepsBefore = (
  { clue, savedMs }: { readonly clue: ClueAnswer; readonly savedMs: number },
  reader: Reader,
): readonly string[] => [
  clueStep(clue, reader),
  `• ${reader.say.testReport.step.saved(measured(savedMs, reader.say))}`,
];

function clueStep(clue: ClueAnswer, { now, timeZone, say }: Reader): string {
  const { step } = say.testReport;
  if (clue.kind === 'answered') return `• ${step.clue(measured(clue.ms, say))}`;
  const { what, todo } = problemInWords(clue.problem, now, timeZone, say);
  return `• ${step.noClue(measured(clue.ms, say), what, todo)}`;
}

function adviceOf(readBack: ReadBack, { testReport: { advice } }: Catalogue): string | undefined {
  if (readBack.kind === 'unreadable') return advice.unreadable(asCode(readBack.word));
  if (readBack.times === 0) return advice.gone;
  return readBack.times > 1 ? advice.doubled : undefined;
}
