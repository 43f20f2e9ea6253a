import type { UnclearAsked } from '../../messages/answers/unclear-asked.ts';
import type { Word } from '../arguments.ts';
import { match } from '../match.ts';
import type { KnownPerson, PlaceView } from '../ports.ts';
import { type Grammar, type Question, type Reading, readQuestion } from '../question.ts';
import { readRange } from '../range.ts';
import { KINDS, type Kinds, PERS, type Per } from './asked.ts';

/** What a command takes beside doors, places and times. */
export type Takes = Grammar & {
  readonly kinds?: boolean;
  readonly per?: boolean;
  readonly format?: boolean;
  readonly person?: boolean;
};

export type Format = 'csv' | 'jsonl';
export type Understood = Question & {
  readonly kinds?: Kinds;
  readonly per?: Per;
  readonly format?: Format;
  readonly person?: KnownPerson;
};

export type AskedReading =
  | { readonly ok: true; readonly asked: Understood }
  | Extract<Reading, { ok: false }>
  | { readonly ok: false; readonly about: UnclearAsked };

type Where = Parameters<typeof readQuestion>[2];
type Extras = { kinds?: Kinds; per?: Per; format?: Format };

/** Reads kinds, `per …`, a format and a person; what is left is a question about doors and times. */
export function readAsked(words: readonly Word[], takes: Takes, where: Where): AskedReading {
  const extras: Extras = {};
  const rest: Word[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const text = word.quoted || word.key !== undefined ? '' : word.text.toLowerCase();
    if (takes.per === true && text === 'per') {
      const next = words[index + 1];
      const per = PERS.find((one) => one === next?.text.toLowerCase().replace(/s$/, ''));
      if (per === undefined || extras.per !== undefined) {
        return { ok: false, about: { kind: 'per-what', word: [word.typed, next?.typed ?? ''].join(' ').trim() } };
      }
      extras.per = per;
      index += 1;
      continue;
    }
    const kinds = takes.kinds === true ? KINDS.find((one) => one === text || singular(one) === text) : undefined;
    const format = takes.format === true && (text === 'csv' || text === 'jsonl') ? text : undefined;
    if (kinds !== undefined && extras.kinds === undefined) extras.kinds = kinds;
    else if (format !== undefined && extras.format === undefined) extras.format = format;
    else if (kinds !== undefined || format !== undefined) {
      return { ok: false, unclear: { kind: 'unexpected-word', word: word.typed } };
    } else rest.push(word);
  }
  if (takes.person !== true) return understood(rest, takes, where, extras);
  const isName = (word: Word): boolean =>
    word.key === 'person' ||
    (word.key === undefined && (word.quoted || readRange(word.text, where.now, where.timeZone).kind === 'not-a-range'));
  const name = rest.filter(isName);
  const found = personNamed(name, where.places);
  if ('kind' in found) return { ok: false, about: found };
  return understood(
    rest.filter((word) => !isName(word)),
    takes,
    where,
    { ...extras, person: found },
  );
}

function understood(
  rest: readonly Word[],
  takes: Grammar,
  where: Where,
  extras: Extras & { readonly person?: KnownPerson },
): AskedReading {
  const reading = readQuestion(rest, takes, where);
  return reading.ok ? { ok: true, asked: { ...reading.question, ...extras } } : reading;
}

/** Somebody whom the rows of these places have named. One who has a name at several places is one person. */
function personNamed(words: readonly Word[], places: readonly PlaceView[]): KnownPerson | UnclearAsked {
  const name = words.map(({ text }) => text).join(' ');
  if (name.trim() === '') return { kind: 'whom' };
  const people = [...new Map(places.flatMap((place) => place.people).map((one) => [one.id, one])).values()];
  const found = match(name, people);
  switch (found.kind) {
    case 'one':
      return found.thing;
    case 'several':
      return { kind: 'several-people', word: name, candidates: found.things };
    case 'none':
      return { kind: 'no-such-person', word: name };
  }
}

/** `failure` of `failures`, `entry` of `entries`. */
const singular = (kinds: Kinds): string => (kinds === 'entries' ? 'entry' : kinds.slice(0, -1));
