import { doorId, personId, placeId } from '../../../../src/door/ids.ts';
import { USUAL_TOPICS } from '../../../../src/incident/topic.ts';
import type { PlaceView } from '../../../../src/slack/commands/ports.ts';
import { readWish, readWishWords, type Wish } from '../../../../src/slack/commands/wishes/read-wish.ts';

/** The vocabulary of wishes: two places with their doors and people, and what a text means there. */

const door = (id: string, name: string) => ({ id: doorId(id), name, thirdParty: false });
const person = (id: string, name: string) => ({ id: personId(id), name });
const place = (id: string, name: string, doors: PlaceView['doors'], people: PlaceView['people']): PlaceView => ({
  id: placeId(id),
  name,
  doors,
  people,
  personName: () => undefined,
});

export const SHIBUYA = place(
  '178',
  'Shibuya store',
  [door('181', 'Front door'), door('182', 'Back door')],
  [person('1', 'EBISU'), person('2', 'Anna Meyer')],
);
export const OFFICE = place(
  '179',
  '大阪店',
  [door('190', '正面'), door('191', 'Back yard')],
  [person('3', 'Anna Smith')],
);
export const PLACES: readonly PlaceView[] = [SHIBUYA, OFFICE];

export const FRONT = { place: SHIBUYA.id, door: doorId('181') };
export const BACK = { place: SHIBUYA.id, door: doorId('182') };
export const SHOMEN = { place: OFFICE.id, door: doorId('190') };
export const YARD = { place: OFFICE.id, door: doorId('191') };
export const EBISU = personId('1');
export const MEYER = personId('2');

export const read = (text: string) => readWish(readWishWords(text), { places: PLACES, asker: 'U0ASKER' });
/** The wish, or what is unclear, as one line. */
export function meant(text: string): Wish | string {
  const reading = read(text);
  return reading.ok ? reading.wish : `${reading.unclear.kind}: ${reading.unclear.word}`;
}
/** The usual kinds, narrowed. */
export const usual = (more: Partial<Wish>): Wish => ({ topics: USUAL_TOPICS, ...more });
export const kinds = (...topics: Wish['topics']): Wish => ({ topics });
