import type { RawNumberElement } from '@slack/types';
import type { DoorId, PlaceId } from '../../../door/ids.ts';
import type { CardView } from '../card.ts';
import { doorWord, placeWord } from '../names.ts';
import type { Catalogue } from '../words/catalogue.ts';

type Naming = Pick<CardView, 'nameOfDoor' | 'nameOfPlace' | 'showPlace' | 'say'>;

/** A door by its name, else by its number, with its place where there are several; as CLUe has it, for a table's cell. */
export function doorIn({ place, door }: { readonly place: PlaceId; readonly door?: DoorId }, view: Naming): string {
  const name = door === undefined ? undefined : view.nameOfDoor(place, door);
  const word = doorWord({ ...(name !== undefined && { name }), ...(door !== undefined && { id: door }) }, view.say);
  return view.showPlace ? view.say.common.doorAt(word, placeIn(place, view)) : word;
}

/** A place by its name, else by its number; as the configuration has it, for a table's cell. */
export function placeIn(place: PlaceId, { nameOfPlace, say }: Pick<Naming, 'nameOfPlace' | 'say'>): string {
  const name = nameOfPlace(place);
  return placeWord({ id: place, ...(name !== undefined && { name }) }, say);
}

export const numberCell = (value: number, { common }: Catalogue): RawNumberElement => ({
  type: 'raw_number',
  value,
  text: value.toLocaleString(common.locale),
});
