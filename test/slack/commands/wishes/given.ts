import { doorId, personId, placeId } from '../../../../src/door/ids.ts';
import type { Wish } from '../../../../src/incident/wish.ts';
import type { PlaceView } from '../../../../src/slack/commands/ports.ts';
import { readWish, readWishWords } from '../../../../src/slack/commands/wishes/read-wish.ts';
import type { UnclearWish } from '../../../../src/slack/messages/wishes/unclear-wish.ts';
import { OFFICE, SHIBUYA } from '../desk.ts';

/** The vocabulary of the wishes' tests: two places with doors of like names, and people. */

export const GINZA: PlaceView = {
  id: placeId('180'),
  name: 'Ginza store',
  doors: [
    { id: doorId('190'), name: 'Side door', thirdParty: false },
    { id: doorId('195'), name: '正面入口', thirdParty: false },
  ],
  people: [
    { id: personId('1'), name: 'EBISU Mami' },
    { id: personId('2'), name: 'EBISU Ken' },
  ],
  personName: (id) => (id === personId('1') ? 'EBISU Mami' : id === personId('2') ? 'EBISU Ken' : undefined),
};
export const PLACES = [SHIBUYA, OFFICE, GINZA];

export const FRONT = { place: placeId('179'), door: doorId('190') };
export const BACK = { place: placeId('179'), door: doorId('191') };
export const SIDE = { place: placeId('180'), door: doorId('190') };
export const JACK = personId('34567');

/** Reads what comes after `/clue subscribe`. */
export const reading = (text: string) => readWish(readWishWords(text), { places: PLACES, asker: 'U0ASKER' });

/** What was understood. */
export function wish(text: string): Wish {
  const read = reading(text);
  if (!read.ok) throw new Error(`not understood: ${JSON.stringify(read.unclear)}`);
  return read.wish;
}

/** What was not understood, and what was perhaps meant. */
export function unclear(text: string): { readonly unclear: UnclearWish; readonly instead?: string } {
  const read = reading(text);
  if (read.ok) throw new Error(`understood: ${JSON.stringify(read.wish)}`);
  return { unclear: read.unclear, ...(read.instead !== undefined && { instead: read.instead.join(' ') }) };
}

/** What was understood, or what was not, as one line. */
export function meant(text: string): Wish | string {
  const read = reading(text);
  return read.ok ? read.wish : `${read.unclear.kind}: ${read.unclear.word}`;
}
