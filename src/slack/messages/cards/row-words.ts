import type { RawNumberElement } from '@slack/types';
import type { PlaceId } from '../../../door/ids.ts';
import { isOfPlace } from '../../../incident/door-facts.ts';
import type { GatheredRow } from '../../../incident/gathering.ts';
import type { CardView } from '../card.ts';
import { doorWord, placeWord } from '../names.ts';
import type { Catalogue } from '../words/catalogue.ts';

type Row = Pick<GatheredRow, 'place' | 'door'> & Partial<Pick<GatheredRow, 'kind'>>;
type Naming = Pick<CardView, 'nameOfDoor' | 'nameOfPlace' | 'showPlace' | 'say'>;

/** A door by its name, else by its number, with its place where there are several; as CLUe has it, for a table's cell. */
export function doorIn(row: Row, view: Naming): string {
  const { place } = row;
  const word = doorNameIn(row, view);
  return view.showPlace ? view.say.common.doorAt(word, placeIn(place, view)) : word;
}

/** The same without the place. What is of no single door is of several. */
export function doorNameIn({ place, door, kind }: Row, view: Naming): string {
  if (door === undefined && kind !== undefined && isOfPlace(kind)) return view.say.crowds.severalDoors;
  const name = door === undefined ? undefined : view.nameOfDoor(place, door);
  return doorWord({ ...(name !== undefined && { name }), ...(door !== undefined && { id: door }) }, view.say);
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
