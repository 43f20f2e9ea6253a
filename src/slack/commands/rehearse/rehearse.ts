import type { Word } from '../../../asking/words.ts';
import { saying } from '../../messages/layout.ts';
import { drawProgress } from '../../messages/rehearsal.ts';
import type { UnclearWish } from '../../messages/wishes/unclear-wish.ts';
import { namingNobody, offering, withheld } from '../access/names-given.ts';
import { isReasonMissing } from '../access/release.ts';
import { type Command, readerOf } from '../command.ts';
import { isDirect } from '../wishes/change.ts';
import { readWish, WISH_SHAPE } from '../wishes/read-wish.ts';
import { unclearWish } from '../wishes/unclear.ts';
import { rehearsed } from './rehearsed.ts';

/** Days that are rehearsed where no time is named, and at most. */
export const USUAL_DAYS = 7;
const MOST_DAYS = 30;

/** Tries a subscription on the past, and tells what it would have told. */
export const rehearse: Command = {
  name: 'rehearse',
  shows: 'names',
  least: 'viewer',
  examples: ['/clue rehearse', '/clue rehearse failures after:2 last 30d', '/clue rehearse unlocks hours:22:00-07:00'],
  shape: WISH_SHAPE,
  run: async (call) => {
    const { channel, ports, say, words, asker, progress, signal } = call;
    // What it ends in is a button for the channel that it was typed in.
    if (isDirect(channel)) return namingNobody(saying(say.wishes.direct));
    const past = readPast(words);
    if ('unclear' in past) return namingNobody(unclearWish(call, rehearse, past));
    const reading = readWish(past.rest, { places: ports.places.places(), asker: asker.userId });
    if (!reading.ok) {
      const { unclear, instead } = reading;
      const asked = unclearWish(call, rehearse, {
        unclear,
        ...(instead && { instead: [...instead, ...past.typed] }),
      });
      return offering(asked, unclear);
    }
    const { people = [] } = reading.wish;
    if (isReasonMissing(people, call)) return withheld(people);
    return await rehearsed({
      shown: { channel, wish: reading.wish },
      days: past.days,
      ports,
      reader: readerOf(call),
      onProgress: (how) => progress(drawProgress(how, say)),
      ...(signal !== undefined && { signal }),
    });
  },
};

type Past = {
  readonly days: number;
  /** The words that say it, as they were typed, and all others. */
  readonly typed: readonly string[];
  readonly rest: readonly Word[];
};

/** Reads `last 30d`, or `30d` alone, wherever it stands. */
export function readPast(words: readonly Word[]): Past | { readonly unclear: UnclearWish } {
  const isLoose = ({ key, quoted }: Word): boolean => key === undefined && !quoted;
  const daysOf = (word: Word | undefined): number | undefined => {
    const found = word !== undefined && isLoose(word) ? /^(\d{1,4})d$/i.exec(word.text) : null;
    return found === null ? undefined : Number(found[1]);
  };
  const at = words.findIndex((word) => isLoose(word) && word.text.toLowerCase() === 'last');
  const from = at === -1 ? words.findIndex((word) => daysOf(word) !== undefined) : at;
  if (from === -1) return { days: USUAL_DAYS, typed: [], rest: words };
  const said = words.slice(from, at === -1 ? from + 1 : from + 2);
  const days = daysOf(said.at(-1));
  const typed = said.map((word) => word.typed);
  if (days === undefined || days < 1 || days > MOST_DAYS) {
    return { unclear: { kind: 'not-a-past', word: typed.join(' ') } };
  }
  return { days, typed, rest: words.filter((word) => !said.includes(word)) };
}
