import type { Instant } from '../door/ids.ts';

/** A stretch of a device's own numbers that has not reached the bot, both ends included. */
export type Hole = {
  readonly from: number;
  readonly to: number;
  /** When it was noticed, by the bot's clock; absent while the bot itself has not read everything yet. */
  readonly noticedAt?: Instant;
  /** It stayed so long that it is told. */
  readonly told?: true;
};

/** A hole that fills within so long is told to nobody, in milliseconds. */
export const HOLE_TOLD_AFTER_MS = 120_000;

/** How many entries these holes lack. */
export const sizeOf = (holes: readonly Hole[]): number => holes.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** The holes after these numbers came, sorted from the lowest: a number in the midst of one splits it. */
export function withoutNumbers(holes: readonly Hole[], numbers: readonly number[]): readonly Hole[] {
  let index = 0;
  return holes.flatMap((hole) => {
    const parts: Hole[] = [];
    let { from } = hole;
    for (; index < numbers.length; index += 1) {
      const number = numbers[index];
      if (number === undefined || number > hole.to) break;
      if (number < from) continue;
      if (number > from) parts.push({ ...hole, from, to: number - 1 });
      from = number + 1;
    }
    if (from === hole.from) return [hole];
    return from <= hole.to ? [...parts, { ...hole, from }] : parts;
  });
}

/** The holes that these numbers, sorted from the lowest, leave between them and above `top`. */
export function holesBetween(top: number, numbers: readonly number[]): readonly Hole[] {
  let last = top;
  return numbers.flatMap((number) => {
    const hole: readonly Hole[] = number > last + 1 ? [{ from: last + 1, to: number - 1 }] : [];
    last = Math.max(last, number);
    return hole;
  });
}
