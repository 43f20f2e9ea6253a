/** `1 row`, `2 rows`, `1,234 rows`. */
export const count = (amount: number, one: string, many = `${one}s`): string =>
  `${amount.toLocaleString('en')} ${amount === 1 ? one : many}`;

/** A length of time by its two largest units. */
const units = { milliseconds: 'ms', seconds: 's', minutes: 'min', hours: 'h', days: 'd' };

/** What every sentence needs: counts, lists and lengths of time. */
export const common = {
  locale: 'en',
  /** The language by its own name. */
  name: 'English',
  failures: (amount: number): string => count(amount, 'authentication failure'),
  rows: (amount: number): string => count(amount, 'row'),
  doors: (amount: number): string => count(amount, 'door'),
  places: (amount: number): string => count(amount, 'place'),
  people: (amount: number): string => count(amount, 'person', 'people'),
  entries: (amount: number): string => count(amount, 'entry', 'entries'),
  alerts: (amount: number): string => count(amount, 'alert'),
  messages: (amount: number): string => count(amount, 'message'),
  times: (amount: number): string => (amount === 1 ? 'once' : `${amount.toLocaleString('en')} times`),
  /** `A`, `A and B`, `A, B and C`. */
  and: (words: readonly string[]): string =>
    words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`,
  /** The end of a list that was cut; other languages count people, doors and other things differently. */
  more: (words: readonly string[], left: number, _of: 'people' | 'doors' | 'things' = 'things'): string =>
    `${words.join(', ')} and ${left.toLocaleString('en')} more`,
  /** Whole sentences, one after another. */
  sentences: (sentences: readonly string[]): string => sentences.join(' '),
  /** `340 ms`, `3.0 s`, `42 s`, `1 min 9 s`. */
  length: (parts: readonly { readonly amount: string; readonly unit: keyof typeof units }[]): string =>
    parts.map(({ amount, unit }) => `${amount} ${units[unit]}`).join(' '),
  /** What stands between two facts of one line. */
  between: ' · ',
  somebody: 'somebody',
  /** A person by name in a sentence, as politely as the language has it. */
  called: (name: string): string => name,
  door: (id: string): string => `door ${id}`,
  unknownDoor: 'an unknown door',
  place: (id: string): string => `place ${id}`,
  unknownPlace: 'an unknown place',
  /** `testDoor, Shibuya store`. */
  doorAt: (door: string, place: string): string => `${door}, ${place}`,
};

export type CommonWords = typeof common;
