import type { PlaceId } from '../../../door/ids.ts';
import type { Hours } from '../../../incident/hours.ts';
import type { ChannelId } from '../../../incident/incident.ts';
import type { DoorRef, Subscription } from '../../../incident/subscription.ts';
import { TOPICS, type Topic, USUAL_TOPICS } from '../../../incident/topic.ts';
import type { Word } from '../arguments.ts';
import { matchDoor } from '../door-match.ts';
import { match } from '../match.ts';
import type { PlaceView } from '../ports.ts';

/** Where a wish is made: for which channel, and among which places. */
export type WhereWished = { readonly channel: ChannelId; readonly places: readonly PlaceView[] };

export type SubscriptionReading =
  | { readonly ok: true; readonly subscription: Subscription }
  /** The word that was not understood. */
  | { readonly ok: false; readonly word: string };

type Parts = {
  topics: Topic[];
  doors: DoorRef[];
  places: PlaceId[];
  after?: number;
  hours?: Hours;
};

/** Reads a wish: kinds, `door:`, `place:`, `after:3`, `hours:22:00-07:00`, in any order. Every word is understood or pointed at. */
export function readSubscription(words: readonly Word[], { channel, places }: WhereWished): SubscriptionReading {
  const parts: Parts = { topics: [], doors: [], places: [] };
  for (const word of words) if (!take(word, parts, places)) return { ok: false, word: word.typed };
  const { topics, doors, places: named, after, hours } = parts;
  return {
    ok: true,
    subscription: {
      channel,
      id: 'rehearsed',
      topics: topics.length > 0 ? topics : USUAL_TOPICS,
      ...(doors.length > 0 && { doors }),
      ...(named.length > 0 && { places: named }),
      ...(after !== undefined && { after }),
      ...(hours !== undefined && { hours }),
    },
  };
}

function take({ key, text, quoted }: Word, parts: Parts, places: readonly PlaceView[]): boolean {
  if (key === 'door') {
    const found = matchDoor(text, places);
    if (found.kind === 'one') parts.doors.push({ place: found.thing.place.id, door: found.thing.door.id });
    return found.kind === 'one';
  }
  if (key === 'place') {
    const found = match(text, places);
    if (found.kind === 'one') parts.places.push(found.thing.id);
    return found.kind === 'one';
  }
  if (quoted) return false;
  const topic = TOPICS.find((one) => one === text.toLowerCase());
  if (topic !== undefined) {
    parts.topics.push(topic);
    return true;
  }
  const after = /^after:([1-9]\d?)$/i.exec(text);
  if (after !== null) {
    parts.after = Number(after[1]);
    return true;
  }
  const hours = hoursOf(text);
  if (hours === undefined) return false;
  parts.hours = hours;
  return true;
}

function hoursOf(text: string): Hours | undefined {
  const found = /^hours:(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/i.exec(text);
  if (found === null) return undefined;
  const [fromHour, fromMinute, toHour, toMinute] = found.slice(1).map(Number);
  const from = (fromHour ?? 0) * 60 + (fromMinute ?? 0);
  const to = (toHour ?? 0) * 60 + (toMinute ?? 0) || 1_440;
  const isClock = [fromMinute, toMinute].every((minute) => (minute ?? 60) < 60);
  return isClock && from < 1_440 && to <= 1_440 && from !== to ? { from, to } : undefined;
}
