import type { Answer, Answers } from './answers.ts';
import type { Ephemeral, Message } from './message.ts';
import type { NewsDesk } from './news.ts';

/** Why a person saw an error of Slack's own instead of the bot. */
export type Failure =
  | 'dispatch_failed'
  | 'operation_timeout'
  | 'invalid_command_response'
  | 'invalid_view_response'
  | 'unknown_command';

/** What a person did, and what came of it. It grows while the bot answers. */
export type CommandRun = {
  /** How long the bot took to acknowledge, in milliseconds; `undefined` when it never did. */
  readonly ackMs: number | undefined;
  readonly failure: Failure | undefined;
  /** What Slack itself told the person, word by word; `undefined` when the bot took it. */
  readonly shown: string | undefined;
  /** The message, where the person typed no command. */
  readonly posted: Message | undefined;
  /** What a submitted modal was told is wrong, by block. */
  readonly errors: Readonly<Record<string, string>> | undefined;
  /** Every answer so far, in order: the ack's body and each use of the response_url. */
  readonly answers: readonly Answer[];
  /** What of these stands before the person now, replaced and deleted ones gone. */
  readonly visible: readonly (Message | Ephemeral)[];
  /**
   * The next answer that no earlier call of `answered` gave. Rejects when none comes in `timeoutMs` (5,000 when left
   * out), or when Slack itself answered with an error.
   */
  readonly answered: (wait?: { readonly timeoutMs?: number }) => Promise<Answer>;
};

export type Outcome = Partial<Pick<CommandRun, 'ackMs' | 'failure' | 'shown' | 'posted' | 'errors'>>;

/** Joins an outcome and its growing answers into one thing to look at; tells when Slack itself showed an error. */
export function createRun(
  news: NewsDesk,
  done: { readonly what: string; readonly user: string; readonly channel: string },
  outcome: Outcome & { readonly from?: Answers | undefined },
): CommandRun {
  const { what } = done;
  const { ackMs, failure, shown, posted, errors, from } = outcome;
  if (shown !== undefined) news.tell({ kind: 'failed', ...done, shown });
  let given = 0;
  return {
    ackMs,
    failure,
    shown,
    posted,
    errors,
    get answers() {
      return from?.list() ?? [];
    },
    get visible() {
      return from?.visible() ?? [];
    },
    answered: async ({ timeoutMs = 5_000 } = {}) => {
      const index = given;
      given += 1;
      if (failure !== undefined && from?.list()[index] === undefined) {
        throw new Error(`${what} was not answered: ${shown ?? failure}`);
      }
      return news.waitFor(() => from?.list()[index], { timeoutMs, what: `answer ${index + 1} to ${what}` });
    },
  };
}
