import assert from 'node:assert/strict';
import type { PlaceKnown } from '../../src/asking/names.ts';
import type { Grammar, Question, Reading } from '../../src/asking/question.ts';
import { readQuestion } from '../../src/asking/read-question.ts';
import { readWords } from '../../src/asking/words.ts';
import { doorId, instant, personId, placeId } from '../../src/door/ids.ts';

/** The vocabulary of the grammar's tests: two places, a grammar that takes all there is, phrases and what they must give. */

export const SHOP: PlaceKnown = {
  id: placeId('178'),
  name: 'Shibuya store',
  doors: [
    { id: doorId('181'), name: 'Front door' },
    { id: doorId('182'), name: 'Back door' },
    { id: doorId('183'), name: '正面入口' },
    { id: doorId('184'), name: '정문' },
  ],
  people: [
    { id: personId('12345678'), name: 'EBISU' },
    { id: personId('34567'), name: 'Jack Brown' },
    { id: personId('40001'), name: '田中 花子' },
    { id: personId('40002'), name: '김철수' },
    { id: personId('40003'), name: 'May' },
    { id: personId('40004'), name: 'Αλίκη' },
    { id: personId('40005'), name: 'Мария Иванова' },
  ],
};
export const OFFICE: PlaceKnown = {
  id: placeId('179'),
  name: 'Office',
  doors: [{ id: doorId('190'), name: 'Lobby' }],
  people: [{ id: personId('34567'), name: 'Jack Brown' }],
};
export const ALL: Grammar = { count: { most: 100 }, time: true, person: true, kinds: true, per: true, format: true };

export type Settings = { readonly zone: string; readonly now: string; readonly locale?: string };

export function ask(text: string, { zone, now, locale = 'en-US' }: Settings, grammar: Grammar = ALL): Reading {
  const where = { places: [SHOP, OFFICE], now: instant(Date.parse(now)), timeZone: zone, locale };
  return readQuestion(readWords(text), grammar, where);
}

export function understood(text: string, settings: Settings): Question {
  const reading = ask(text, settings);
  return reading.ok ? reading.question : assert.fail(`${text}: ${JSON.stringify(reading.unclear)}`);
}

/** What else than a time a phrase asks for. */
export type Filters = {
  readonly door?: string;
  readonly place?: string;
  readonly person?: string;
  readonly kinds?: readonly string[];
  readonly count?: number;
  readonly per?: string;
  readonly format?: string;
  readonly zone?: string;
};

/** A phrase, its first moment, the moment that ends it (`…` for until now; both left out where it names no time), and its filters. */
export type Phrase = readonly [text: string, from?: string | undefined, to?: string | undefined, filters?: Filters];

export type Table = Settings & {
  /** What stands after a moment that names no offset. */
  readonly offset: string;
  readonly phrases: readonly Phrase[];
};

/** Checks a phrase's range to the millisecond, and all its filters. */
export function check([text, from, to, filters = {}]: Phrase, table: Table): void {
  const question = understood(text, table);
  const { span, door, person, places, kinds, count, per, format, timeZone } = question;
  const iso = (moment: string): string =>
    new Date(
      /Z$|[+-]\d\d:\d\d$/.test(moment)
        ? moment
        : `${moment.replace(' ', 'T').padEnd(11, 'T').padEnd(16, '00:00')}${table.offset}`,
    ).toISOString();
  assert.equal(span && new Date(span.from).toISOString(), from === undefined ? undefined : iso(from), `${text}: from`);
  const end = to === undefined || to === '…' ? undefined : iso(to);
  assert.equal(span?.to === undefined ? undefined : new Date(span.to + 1).toISOString(), end, `${text}: to`);
  const found: Filters = {
    ...(door?.name !== undefined && { door: door.name }),
    ...(person !== undefined && { person: person.name ?? person.id }),
    ...(places.length === 1 && door === undefined && { place: places[0]?.name ?? '' }),
    ...(kinds !== undefined && { kinds }),
    ...(count !== undefined && { count }),
    ...(per !== undefined && { per }),
    ...(format !== undefined && { format }),
    ...(timeZone !== table.zone && { zone: timeZone }),
  };
  assert.deepEqual(found, filters, text);
}
