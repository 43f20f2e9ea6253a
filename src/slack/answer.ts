import type { RespondFn } from '@slack/bolt';
import type { Message } from './messages/message.ts';

export interface AnswerLog {
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

export type AnswerOptions = {
  readonly ack: () => Promise<void>;
  readonly respond: RespondFn;
  /** Finds the answer; none where what was asked for is seen elsewhere. It must not throw for anything a person can cause. */
  readonly run: () => Promise<Message | undefined>;
  /** Said when the answer is not there after `patienceMs`; nothing is, where it is left out. Drawn only then, when more may be known of the asker. */
  readonly asking?: () => Message;
  /** Said when `run` threw. */
  readonly failed: () => Message;
  readonly log: AnswerLog;
  readonly patienceMs?: number;
  /** Whether the answer may take the place of the word of patience. Under a button it would take the card's. */
  readonly replaces?: boolean;
};

/**
 * Answers a command or a button to the asker alone: acknowledged at once, with a word of patience where it takes
 * longer, which the answer replaces. Where Slack refuses the layout, the plain text goes out.
 */
export async function answerPerson(options: AnswerOptions): Promise<void> {
  const { ack, respond, run, asking, failed, log, patienceMs = 700, replaces = true } = options;
  const answer = run().catch((error: unknown) => {
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
  const message = first === 'patience' ? await answer : first;
  if (message !== undefined) await say(respond, message, isLate && replaces, log);
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
