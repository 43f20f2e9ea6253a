import { fold } from './match.ts';

/**
 * The one of these words that was most likely meant: one that begins as typed, or one that a few slips
 * of the finger away. Undefined when none is near.
 */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const wanted = fold(typed);
  if (wanted.length >= 2) {
    const begun = words.filter((word) => fold(word).startsWith(wanted) || fold(word).replaceAll('-', '') === wanted);
    if (begun.length > 0) return begun[0];
  }
  const most = Math.max(1, Math.floor(wanted.length / 3));
  const ranked = words
    .map((word) => ({ word, slips: slipsBetween(wanted, fold(word)) }))
    .filter(({ word, slips }) => slips <= most && slips < word.length)
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.word;
}

/**
 * Letters to add, drop, change or swap with their neighbour to get from one word to the other
 * (Damerau's distance in its restricted form).
 */
export function slipsBetween(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of from.entries()) {
    const next = [i + 1];
    for (const [j, other] of to.entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      const swap = letter === to[j - 1] && from[i - 1] === other ? (before[j - 1] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? 0;
}
