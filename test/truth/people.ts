import type { PersonId } from '../../src/door/ids.ts';

/** Who comes to the doors of a generated day, as rows name them and as the answer must. */
export type Someone = {
  /** The customer's key, as rows carry it: as text or as a number. */
  readonly userId?: string | number;
  readonly userName?: string;
  /** The word by which the answer must call them. */
  readonly called: string;
};

/** Everybody has a key of their own. Two share a name; one has none; one is named by the bot's memory alone. */
export const KEYED: readonly Someone[] = [
  { userId: '12345678', userName: 'EBISU', called: 'EBISU' },
  { userId: 34567, userName: 'Jack', called: 'Jack' },
  { userId: '34568', userName: 'Jack', called: 'Jack' },
  { userId: '0099', userName: '田中 由紀', called: '田中 由紀' },
  { userId: '6553f1c0a1b2c3d4e5f60718', userName: 'Ada', called: 'Ada' },
  { userId: 777, called: '777' },
  { userId: '555', called: 'Mina' },
];

/** Whom the bot knew before the day, by their keys. */
export const nameKnownBefore = (id: PersonId): string | undefined => (id === '555' ? 'Mina' : undefined);

/** Rows that carry no key: who comes alone can be told from others all the same. */
const UNKEYED: readonly Someone[] = [{ userName: 'Visitor 12', called: 'Visitor 12' }, { called: 'somebody' }];

export const ANYBODY: readonly Someone[] = [...KEYED, ...UNKEYED];
