import type { RespondFn } from '@slack/bolt';
import type { Message } from './messages/message.ts';

export interface AnswerLog {
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

export type AnswerOptions = {
  readonly ack: () => Promise<void>;
  readonly respond: RespondFn;
  /** Finds the answer, and may say meanwhile how far it has come; none where what was asked for is seen elsewhere. It must not throw for anything a person can cause. */
  readonly run: (progress: Progress) => Promise<Message | undefined>;
  /** Said when the answer is not there after `patienceMs`; nothing is, where it is left out. Drawn only then, when more may be known of the asker. */
  readonly asking?: () => Message;
  /** Said when `run` threw. */
  readonly failed: () => Message;
  readonly log: AnswerLog;
  readonly patienceMs?: number;
  /** Whether the answer may take the place of the word of patience. Under a button it would take the card's. */
  readonly replaces?: boolean;
};

/** Says how far an answer has come, in place of the word of patience. Safe to call at any time, any number of times: few are said. */
export type Progress = (message: Message) => void;

/**
 * Slack takes five answers to one command. One says that it takes a while, and the last one may be needed twice; so much time
 * lies before each of the others, in milliseconds.
 */
const PROGRESS_AFTER_MS: readonly number[] = [2_000, 6_000];

/**
 * Answers a command or a button to the asker alone: acknowledged at once, with a word of patience where it takes
 * longer, which the answer replaces. Where Slack refuses the layout, the plain text goes out.
 */
export async function answerPerson(options: AnswerOptions): Promise<void> {
  const { ack, respond, run, asking, failed, log, patienceMs = 700, replaces = true } = options;
  const progress = sayProgress(respond, replaces, log);
  const answer = run(progress.hear).catch((error: unknown) => {
    log.error('a command failed', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return failed();
  });
  await ack();
  const patience = Promise.withResolvers<'patience'>();
  const timer = setTimeout(() => patience.resolve('patience'), patienceMs);
  const first = await Promise.race([answer, patience.promise]);
  clearTimeout(timer);
  const isLate = first === 'patience' && asking !== undefined;
  if (isLate) await say(respond, asking(), false, log);
  if (isLate) progress.begin();
  const message = first === 'patience' ? await answer : first;
  await progress.end();
  if (message !== undefined) await say(respond, message, isLate && replaces, log);
}

/** Says some of what it hears, while the answer is waited for. */
function sayProgress(respond: RespondFn, replaces: boolean, log: AnswerLog) {
  let said: Promise<void> = Promise.resolve();
  let count = 0;
  let notBefore = Number.POSITIVE_INFINITY;
  const begin = (): void => {
    notBefore = performance.now() + (PROGRESS_AFTER_MS[count] ?? Number.POSITIVE_INFINITY);
  };
  const hear: Progress = ({ text, blocks }) => {
    if (performance.now() < notBefore) return;
    count += 1;
    begin();
    said = respond({ response_type: 'ephemeral', replace_original: replaces, text, blocks: [...blocks] }).then(
      () => undefined,
      (error: unknown) => log.warn('progress could not be said', { error: String(error) }),
    );
  };
  const end = (): Promise<void> => {
    notBefore = Number.POSITIVE_INFINITY;
    return said;
  };
  return { begin, hear, end };
}

async function say(respond: RespondFn, message: Message, replaces: boolean, log: AnswerLog): Promise<void> {
  const frame = { response_type: 'ephemeral', replace_original: replaces } as const;
  try {
    await respond({ ...frame, text: message.text, blocks: [...message.blocks] });
  } catch (error) {
    log.warn('Slack refused an answer; the plain text goes out', { error: String(error) });
    try {
      await respond({ ...frame, text: message.text });
    } catch (again) {
      log.error('an answer could not be given', { error: String(again) });
    }
  }
}
