import type { GatheringReason } from '../../../../incident/gathering.ts';
import { common, count } from './common.ts';

/** Why many incidents are one message that nobody asked for. */
export type CrowdReason = Exclude<GatheringReason, 'calm' | 'muted' | 'quiet'>;

/** So many alerts, at a door by its name or at so many doors in words, of so many places. */
export type CrowdHead = { readonly alerts: number; readonly where: string; readonly places: number };

const at = ({ where, places }: CrowdHead): string => `at ${where}${places > 1 ? ` of ${common.places(places)}` : ''}`;

/** One message in place of many, because too much came at once. */
export const crowds = {
  head: {
    storm: (crowd) => `${common.alerts(crowd.alerts)} ${at(crowd)}${crowd.alerts > 1 ? ' at once' : ''}`,
    'rows-late': (crowd) => `${count(crowd.alerts, 'late alert')} ${at(crowd)}`,
    'slack-away': (crowd) => `${common.alerts(crowd.alerts)} ${at(crowd)} while Slack was away`,
  } satisfies Readonly<Record<CrowdReason, (crowd: CrowdHead) => string>>,
  why: {
    storm: 'One message tells it all, because so much came at once',
    'rows-late': 'One message tells it all, because so many rows came late',
    'slack-away': 'One message tells it all, because so much waited for Slack',
  } satisfies Readonly<Record<CrowdReason, string>>,
  /** Whatever of it there was: failures in so many bursts, and unlocked spells. */
  totals: (failures: number, bursts: number, unlocks: number): string =>
    [
      ...(bursts > 0 ? [`${common.failures(failures)} in ${count(bursts, 'burst')}`] : []),
      ...(unlocks > 0 ? [`unlocked ${common.times(unlocks)}`] : []),
    ].join(', '),
  /** What there was, where the bold line says what is worst of it. */
  all: (head: string, totals: string): string => `${head}: ${totals}`,
  own: 'What goes on for long has a message of its own',
  now: 'Now',
  state: { own: 'own message', goesOn: 'goes on', over: 'over' },
  overAfter: (length: string): string => `over after ${length}`,
  failures: (amount: number): string => count(amount, 'failure'),
  letIn: (amount: number): string => `${amount.toLocaleString('en')} let in`,
  unlocked: (amount: number): string => `unlocked ${count(amount, 'time')}`,
};

export type CrowdWords = typeof crowds;
