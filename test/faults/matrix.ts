import { menuTable } from '../../src/slack/commands/index.ts';
import type { Scenario } from './scenario.ts';
import { clocks } from './scenarios/clocks.ts';
import { clueErrors } from './scenarios/clue-errors.ts';
import { commands } from './scenarios/commands.ts';
import { kills } from './scenarios/kills.ts';
import { lostPosts } from './scenarios/lost-posts.ts';
import { people } from './scenarios/people.ts';
import { rows } from './scenarios/rows.ts';
import { slackErrors } from './scenarios/slack-errors.ts';
import { store } from './scenarios/store.ts';
import { storm } from './scenarios/storm.ts';

const ALL: readonly Scenario[] = [
  ...kills,
  ...lostPosts,
  ...slackErrors,
  ...clueErrors,
  ...rows,
  ...clocks,
  ...people,
  ...store,
  ...storm,
  ...commands,
];

/** Faults that the bot does not stand yet, and in a word why. */
const WAITING: Readonly<Record<string, string>> = {
  ...(!menuTable().includes('/clue test-alert') && { 'test-alert': 'no such command' }),
};

const isWaiting = ({ name }: Scenario): boolean => WAITING[name] !== undefined;

/** Every fault that is played by default. */
export const MATRIX: readonly Scenario[] = ALL.filter((one) => !isWaiting(one));

/** What waits is played when it is asked for by name. */
export const WAITS: readonly { readonly scenario: Scenario; readonly why: string }[] = ALL.filter(isWaiting).map(
  (scenario) => ({ scenario, why: WAITING[scenario.name] ?? '' }),
);
