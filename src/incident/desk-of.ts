import type { Incident } from './incident.ts';

/** The name of the desk that owns an incident, as it is in the store: `place/178`, `channel/C0ALERTS` or `house`. */
export function deskOf({ place, facts, cards }: Pick<Incident, 'place' | 'facts' | 'cards'>): string {
  if (facts.kind === 'gathering') return `channel/${cards[0]?.channel ?? ''}`;
  return place === undefined ? 'house' : `place/${place}`;
}
