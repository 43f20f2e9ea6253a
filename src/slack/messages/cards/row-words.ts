import type { RawNumberElement } from '@slack/types';
import type { Person } from '../../../door/event.ts';
import type { DoorId, PlaceId } from '../../../door/ids.ts';
import type { CardView } from '../card.ts';
import { cleanLine } from '../escape.ts';
import type { Catalogue } from '../words/catalogue.ts';

/** A door by its name, else by its number, with its place where there are several; as CLUe has it, for a table's cell. */
export function doorIn(
  { place, door }: { readonly place: PlaceId; readonly door?: DoorId },
  view: Pick<CardView, 'nameOfDoor' | 'nameOfPlace' | 'showPlace' | 'say'>,
): string {
  const { common } = view.say;
  const name = cleanLine((door === undefined ? undefined : view.nameOfDoor(place, door)) ?? '');
  const word = name !== '' ? name : door === undefined ? common.unknownDoor : common.door(cleanLine(door));
  return view.showPlace ? common.doorAt(word, cleanLine(view.nameOfPlace(place))) : word;
}

/** A person by name, else by the customer's own key, else `somebody`. */
export function personIn(person: Person, { common }: Catalogue): string {
  const [name, id] = [cleanLine(person.name ?? ''), cleanLine(person.id ?? '')];
  return name !== '' ? name : id !== '' ? id : common.somebody;
}

export const numberCell = (value: number, { common }: Catalogue): RawNumberElement => ({
  type: 'raw_number',
  value,
  text: value.toLocaleString(common.locale),
});
