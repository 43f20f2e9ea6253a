import type { Piece } from './pieces.ts';
import type { Token } from './token.ts';

/** What a number without a word of its own means by what stands beside it. */
export type BareNumber =
  | { readonly is: 'hour' | 'day' | 'count' }
  /** It could be two things. `instead` is how to say the likelier of them. */
  | { readonly is: 'unclear'; readonly instead?: string };

/**
 * Whether a bare number is a day (`nov 1 to 5`), an hour (`from 9 to 17`, `at 6`, `9 in the morning`) or a count. `friday 17`
 * can be an hour of that day as well as so many rows, and `nov 20 until 5` an hour as well as a day: those are asked back.
 */
export function meaningOf(amount: number, index: number, all: readonly Piece[]): BareNumber {
  if (endsDates(index, all)) {
    if (/^(until|till)$/i.test(all[index - 1]?.text ?? '')) return { is: 'unclear' };
    return amount >= 1 && amount <= 31 ? { is: 'day' } : { is: 'unclear' };
  }
  if (amount > 24) return { is: 'count' };
  if (isHour(index, all) || isOfPart(index, all)) return { is: 'hour' };
  const next = all.slice(index + 1).find(says);
  const before = all.slice(0, index).findLast(says);
  const isBesideWeekday = next?.tokens?.[0]?.is === 'weekday' || before?.tokens?.at(-1)?.is === 'weekday';
  return isBesideWeekday ? { is: 'unclear', instead: `at ${amount}` } : { is: 'count' };
}

/** Whether something is an hour, or may be one. */
export function isHourLike(piece: Piece | undefined): boolean {
  const token = piece?.tokens?.[0];
  return token?.is === 'clock' || (token?.is === 'number' && token.amount <= 24);
}

/** Whether a piece is more than a word without which the question says the same. */
export const says = (piece: Piece): boolean => piece.tokens?.every(({ is }) => is === 'filler') !== true;

/** Whether a number stands where the day of a second date would: `11/20 to 22`, but not `11/20 9:00 to 17`. */
export function endsDates(index: number, all: readonly Piece[]): boolean {
  const [date, to] = [all[index - 2]?.tokens, all[index - 1]?.tokens];
  return isOnlyTo(to) && isDate(date?.at(-1)) && all[index]?.tokens?.[0]?.is === 'number';
}

const isDate = (token: Token | undefined): boolean => token?.is === 'date' || token?.is === 'numbers';
const isOnlyTo = (tokens: readonly Token[] | undefined): boolean => tokens?.length === 1 && tokens[0]?.is === 'to';

function isHour(index: number, all: readonly Piece[]): boolean {
  const [before, next, afterNext] = [all[index - 1], all[index + 1], all[index + 2]];
  if (/^(at|from|to|until|till|between|and|since|after|before|[-–~])$/iu.test(before?.text ?? '') && !before?.quoted)
    return true;
  if (before?.tokens?.at(-1)?.is === 'part') return true;
  return isOnlyTo(next?.tokens) && isHourLike(afterNext);
}

/** `10 at night`, `9 in the morning`. */
function isOfPart(index: number, all: readonly Piece[]): boolean {
  const rest = all.slice(index + 1);
  const between = rest.slice(0, Math.max(0, rest.findIndex(says)));
  return between.some(({ text }) => /^(at|in)$/i.test(text)) && rest.find(says)?.tokens?.[0]?.is === 'part';
}
