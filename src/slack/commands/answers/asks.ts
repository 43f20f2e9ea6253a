import type { Command } from '../command.ts';
import { runAsk } from './listed.ts';

/** Who was not let in. */
export const failures: Command = {
  name: 'failures',
  shows: 'names',
  least: 'viewer',
  takesDoor: true,
  examples: ['/clue failures', '/clue failures "Front door" yesterday', '/clue failures 7d'],
  run: (call) => runAsk(call, failures, 'failures', { time: true, person: true }),
};

/** One person's passages. */
export const person: Command = {
  name: 'person',
  shows: 'names',
  least: 'viewer',
  examples: ['/clue person Jack', '/clue person Jack 7d', '/clue person Jack yesterday'],
  run: (call) => runAsk(call, person, 'person', { time: true, person: true }),
};

/** How many, by hours, days, doors or people. */
export const count: Command = {
  name: 'count',
  shows: 'names',
  least: 'viewer',
  takesDoor: true,
  examples: ['/clue count', '/clue count failures 7d per door', '/clue count entries yesterday per hour'],
  run: (call) => runAsk(call, count, 'count', { time: true, person: true, kinds: true, per: true }),
};
