import type { Person } from '../door/event.ts';
import type { Incident } from './incident.ts';
import type { NamesShown } from './subscription.ts';

/**
 * The incident with its people named as a channel may see them. Whatever facts it has, a person stands in them as `person`
 * or among `people`: a kind that is added is covered without a word here.
 */
export function withNames<I extends Incident>(incident: I, names: NamesShown): I {
  return names === 'full' ? incident : { ...incident, facts: walk(incident.facts, names) };
}

/** Anything that is told of incidents, with nobody named in it. */
export const withoutPeople = <Value>(value: Value): Value => walk(value, 'none');

/** Whether anybody is named in what is told of the incident. */
export const namesPeople = ({ facts }: Pick<Incident, 'facts'>): boolean =>
  JSON.stringify(walk(facts, 'none')) !== JSON.stringify(facts);

function walk<Value>(value: Value, names: NamesShown): Value;
function walk(value: unknown, names: NamesShown): unknown {
  if (Array.isArray(value)) return value.map((one) => walk(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === 'person') return [key, shown(inner, names)];
      if (key === 'people' && Array.isArray(inner)) return [key, inner.map((one) => shown(one, names))];
      return [key, walk(inner, names)];
    }),
  );
}

/** A person as the channel may see them. The customer's own key is as good as a name, so it goes with it. */
function shown(person: Person, names: NamesShown): Person {
  if (names === 'none' || person.name === undefined || person.name.trim() === '') return {};
  return { name: initialsOf(person.name) };
}

/** `E. M.` of `Ebisu Mami`; the first character of each word, whatever the alphabet. */
function initialsOf(name: string): string {
  const words = name.trim().split(/[\s\u3000・·]+/u);
  return words
    .slice(0, 3)
    .map((word) => `${[...new Intl.Segmenter().segment(word)][0]?.segment ?? ''}.`)
    .join(' ');
}
