import type { News } from '../slack/news.ts';
import type { SandboxSlack } from '../slack/start.ts';
import type { Refusal, WorkspaceState } from './state.ts';

/** What the workspace itself does not keep: what Slack refused of the bot, and what it told people in place of an answer. */
export type SlackDiary = {
  readonly refusals: () => readonly Refusal[];
  readonly failures: () => WorkspaceState['failures'];
  readonly stop: () => void;
};

const KEPT_REFUSALS = 20;
const KEPT_FAILURES = 50;

/** News that leaves the page as it was. */
const UNSEEN: readonly News['kind'][] = ['called', 'answered', 'sockets'];

export function keepSlackDiary(options: {
  readonly slack: SandboxSlack;
  readonly now: () => number;
  /** Whether this refusal was asked for by a fault: the fault is shown already. */
  readonly isAskedFor: (error: string) => boolean;
  readonly changed: () => void;
}): SlackDiary {
  const { slack, now, isAskedFor, changed } = options;
  let refusals: readonly Refusal[] = [];
  let failures: WorkspaceState['failures'] = [];
  const stop = slack.on((news) => {
    if (news.kind === 'refused' && !isAskedFor(news.error)) {
      const { method, error, messages } = news;
      refusals = [...refusals, { at: now(), method, error, messages }].slice(-KEPT_REFUSALS);
    }
    if (news.kind === 'failed') {
      const { user, channel, shown } = news;
      failures = [...failures, { user, channel, shown, at: now() }].slice(-KEPT_FAILURES);
    }
    if (!UNSEEN.includes(news.kind)) changed();
  });
  return { refusals: () => refusals, failures: () => failures, stop };
}
