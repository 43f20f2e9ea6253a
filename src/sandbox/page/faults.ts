import type { SandboxClue } from '../clue/start-clue.ts';
import type { SandboxSlack } from '../slack/start.ts';
import type { FaultsState } from './state.ts';

/** The two clouds' switches: each stands at one thing that goes wrong, or at `well`. */
export type FaultSwitches = {
  readonly state: () => FaultsState;
  /** Ends what went wrong before, and begins this. */
  readonly setClue: (state: FaultsState['clue']) => void;
  readonly setSlack: (state: FaultsState['slack']) => void;
  readonly stop: () => void;
};

/** Longer than the bot keeps silent, and far shorter than it waits: a command says that it is asking, then answers. */
const CLUE_SLOW_MS = 4_000;
/** Short, so that the alerts come soon after the fault has ended. */
const SLACK_RETRY_AFTER_S = 3;

/** Lets somebody break CLUe and Slack and mend them; `changed` hears of each change, also of a fault that ends by itself. */
export function createFaultSwitches(options: {
  readonly clue: SandboxClue;
  readonly slack: SandboxSlack;
  readonly changed: () => void;
}): FaultSwitches {
  const { clue, slack, changed } = options;
  let state: FaultsState = { clue: 'well', slack: 'well' };
  const put = (change: Partial<FaultsState>): void => {
    state = { ...state, ...change };
    changed();
  };

  // An expired session is over when somebody has signed in again; nothing else has to be mended.
  const stopListening = clue.whenSignedIn(() => {
    if (state.clue === 'session-expired') put({ clue: 'well' });
  });

  return {
    state: () => state,
    setClue(next) {
      clue.away(next === 'away');
      clue.faults.clear();
      const isLocked = next === 'account-locked';
      clue.setAccount(isLocked ? { kind: 'refused', status: 'PASSWORD_LOCKED' } : { kind: 'active' });
      // A locked account ends its sessions too: else the bot would not meet the lock before its token runs out.
      if (isLocked) clue.revokeTokens();
      if (next === 'slow') clue.faults.add({ kind: 'slow', ms: CLUE_SLOW_MS });
      if (next === 'session-expired') clue.expireTokens();
      put({ clue: next });
    },
    setSlack(next) {
      slack.away(next === 'away');
      slack.faults.clear();
      if (next === 'rate-limited') slack.faults.set({ kind: 'rate-limited', retryAfterS: SLACK_RETRY_AFTER_S });
      if (next === 'http-500') slack.faults.set({ kind: 'http-500' });
      // Only posts lose their answer: the bot then looks in the channel's history whether the message stands.
      if (next === 'lost-answer') slack.faults.set({ kind: 'lost-answer', method: 'chat.postMessage' });
      put({ slack: next });
    },
    stop: stopListening,
  };
}
