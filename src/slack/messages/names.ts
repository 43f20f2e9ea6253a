import type { Person } from '../../door/event.ts';
import { cleanLine, inText } from './escape.ts';
import type { Catalogue } from './words/catalogue.ts';

/** Something CLUe numbers and people name: a place or a door. */
export type Named = { readonly id?: string; readonly name?: string };

/** A door as people call it; `door 181` while nobody has ever named it. */
export function doorWord(door: Named, { common }: Catalogue): string {
  return wordOf(door.name) ?? (door.id === undefined ? common.unknownDoor : common.door(cleanLine(door.id)));
}

/** A place as people call it; `place 178` without a name. */
export function placeWord(place: Named, { common }: Catalogue): string {
  return wordOf(place.name) ?? (place.id === undefined ? common.unknownPlace : common.place(cleanLine(place.id)));
}

/** A person's name, else the key they have at the customer, else `somebody`. */
export function personWord(person: Person | undefined, { common }: Catalogue): string {
  return wordOf(person?.name) ?? wordOf(person?.id) ?? common.somebody;
}

/** The same as a part of a mrkdwn sentence, as politely as the language has it: `EBISU さん`. */
export function personInText(person: Person | undefined, { common }: Catalogue): string {
  const word = wordOf(person?.name) ?? wordOf(person?.id);
  return word === undefined ? common.somebody : common.called(inText(word));
}

/** Whether a row tells who it was: by name, or by the customer's own key. */
export const isNamed = (person: Person | undefined): boolean =>
  wordOf(person?.name) !== undefined || wordOf(person?.id) !== undefined;

/** What tells two people apart, or undefined for a row that says nothing about who it was. */
export function personKey(person: Person | undefined): string | undefined {
  return person?.id ?? person?.name;
}

/** What a list is of, since languages count people and doors differently. */
export type Counted = Parameters<Catalogue['common']['more']>[2];

/** `A`, `A and B`, `A, B and C`; beyond `most`, `A, B and 5 more`. */
export function list(words: readonly string[], { common }: Catalogue, most = 5, of?: Counted): string {
  if (words.length <= most) return common.and(words);
  const shown = words.slice(0, most - 1);
  return common.more(shown, words.length - shown.length, of);
}

/** A name that is nothing but spaces and controls names nobody. */
function wordOf(raw: string | undefined): string | undefined {
  const word = cleanLine(raw ?? '');
  return word === '' ? undefined : word;
}
