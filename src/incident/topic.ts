import type { Facts } from './incident.ts';

/** What people subscribe to. An incident can be news of several. */
export const TOPICS = [
  'failures',
  'let-in-after-failures',
  'walk-around',
  'refused-by-third-party',
  'not-unlocked',
  'unlocks',
  'entries',
  'unexplained',
  'left-unlocked',
  'first-in',
  'last-entry',
  'blind',
] as const;
export type Topic = (typeof TOPICS)[number];

/** What a channel hears that says nothing else: what is worth a look, and not what happens all day. */
export const USUAL_TOPICS: readonly Topic[] = [
  'failures',
  'let-in-after-failures',
  'walk-around',
  'refused-by-third-party',
  'unexplained',
  'left-unlocked',
];

/** Failures from this many on are told where a subscription does not say otherwise: fewer are people whose face was misread. */
export const USUAL_AFTER = 4;

/** The topics that these facts are news of. */
export function topicsOf(facts: Facts): readonly Topic[] {
  switch (facts.kind) {
    case 'failures':
      return facts.entries.length > 0 ? ['let-in-after-failures', 'failures'] : ['failures'];
    case 'unlocks':
    case 'walk-around':
    case 'refused-by-third-party':
    case 'not-unlocked':
    case 'entries':
    case 'unexplained':
    case 'left-unlocked':
    case 'first-in':
    case 'last-entry':
      return [facts.kind];
    case 'session-refused':
    case 'blind':
    case 'missing-rows':
    case 'silent':
    case 'slack-away':
    case 'store-failing':
    case 'channel-refused':
      return ['blind'];
    case 'test':
    case 'gathering':
    case 'digest':
      return [];
  }
}
