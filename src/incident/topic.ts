import type { Facts } from './incident.ts';

/** News that people speak of, by its name. */
export type Topic =
  | 'failures'
  | 'let-in-after-failures'
  | 'walk-around'
  | 'refused-by-third-party'
  | 'not-unlocked'
  | 'unlocks'
  | 'entries'
  | 'unexplained'
  | 'left-unlocked'
  | 'first-in'
  | 'last-entry'
  | 'blind';

/** What people can subscribe to: every topic that some incident is news of. An incident can be news of several. */
export const TOPICS = ['failures', 'let-in-after-failures', 'unlocks', 'blind'] as const satisfies readonly Topic[];

/** What a channel hears that says nothing else: what is worth a look, and not what happens all day. */
export const USUAL_TOPICS: readonly Topic[] = ['failures', 'let-in-after-failures'];

/** Failures from this many on are told where a subscription does not say otherwise: fewer are people whose face was misread. */
export const USUAL_AFTER = 4;

/** The topics that these facts are news of. */
export function topicsOf(facts: Facts): readonly Topic[] {
  switch (facts.kind) {
    case 'failures':
      return facts.entries.length > 0 ? ['let-in-after-failures', 'failures'] : ['failures'];
    case 'unlocks':
      return ['unlocks'];
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
