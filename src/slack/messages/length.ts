import type { Catalogue } from './words/catalogue.ts';

type Unit = Parameters<Catalogue['common']['length']>[0][number]['unit'];

/** A length of time by its two largest units, in the words of a language: `3.0 s`, `1 min 9 s`, `2時間5分`. */
export function lengthIn(ms: number, { common }: Catalogue): string {
  const tenths = Math.round(Math.max(ms, 0) / 100);
  if (tenths < 100) return common.length([{ amount: (tenths / 10).toFixed(1), unit: 'seconds' }]);
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return common.length([{ amount: String(seconds), unit: 'seconds' }]);
  if (seconds < 3_600) return inTwo(common, seconds, 60, 'minutes', 'seconds');
  const minutes = Math.round(seconds / 60);
  if (minutes < 1_440) return inTwo(common, minutes, 60, 'hours', 'minutes');
  return inTwo(common, Math.round(minutes / 60), 24, 'days', 'hours');
}

function inTwo(common: Catalogue['common'], amount: number, base: number, large: Unit, small: Unit): string {
  const [whole, rest] = [Math.floor(amount / base), amount % base];
  return common.length([
    { amount: String(whole), unit: large },
    ...(rest === 0 ? [] : [{ amount: String(rest), unit: small }]),
  ]);
}
