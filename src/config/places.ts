import { z } from 'zod';
import { type PlaceId, placeId } from '../door/ids.ts';

export type PlaceConfig = { readonly id: PlaceId; readonly name?: string };

/**
 * Reads `178:Shibuya store,179`. A name may hold colons but no comma. The full-width marks of Japanese and Chinese
 * keyboards (：，、) serve as well, and so do full-width digits.
 */
export const places = z.string().transform((text, context): readonly PlaceConfig[] => {
  const items = text.split(/[,，、]/).flatMap((item, index) => (item.trim() === '' ? [] : [{ item, nth: index + 1 }]));
  const found = new Map<string, PlaceConfig>();
  const fault = (message: string): void => context.addIssue({ code: 'custom', message });

  if (items.length === 0) fault('names no place: it must look like 178:Shibuya store,179');
  for (const { item, nth } of items) {
    const place = placeOf(item);
    if (place === undefined) fault(`has no place id at its item ${nth}: each item is an id, or an id:name`);
    else if (found.has(place.id)) fault(`names place ${place.id} twice: leave one of them`);
    else found.set(place.id, place);
  }
  return [...found.values()];
});

function placeOf(item: string): PlaceConfig | undefined {
  const colon = item.search(/[:：]/);
  const id = (colon === -1 ? item : item.slice(0, colon)).trim().normalize('NFKC');
  const name = colon === -1 ? '' : item.slice(colon + 1).trim();
  // The id becomes a part of CLUe's path and of the store's names: letters, digits, - and _ only.
  if (!/^[\w-]{1,64}$/.test(id)) return undefined;
  return name === '' ? { id: placeId(id) } : { id: placeId(id), name };
}
