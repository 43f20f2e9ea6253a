import type { NotUnlocked } from '../door-facts.ts';
import { unanswered } from './unanswered.ts';

/** Authenticated before a door that stayed locked: a wire, a relay or a controller that does not work. */
export const notUnlocked = unanswered<NotUnlocked>('not-unlocked', (run) => ({ kind: 'not-unlocked', ...run }));
