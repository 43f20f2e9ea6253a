const ENGLISH = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const KOREAN = '한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두'.split(' ');
const KANJI = '一二三四五六七八九';

/** Numbers as they are written, as parts of a pattern. The longer come first. */
export const EN_NUMBER = String.raw`(\d{1,5}|an?|${longestFirst(ENGLISH)}|twenty-four)`;
export const JA_NUMBER = String.raw`(\d{1,5}|[一二三四五六七八九十]{1,3})`;
export const KO_NUMBER = String.raw`(\d{1,5}|${longestFirst(KOREAN)})`;

/** What such a number says; undefined for what looks like one and is none (二三). */
export function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  if (word === 'a' || word === 'an') return 1;
  if (word === 'twenty-four') return 24;
  if (ENGLISH.includes(word)) return ENGLISH.indexOf(word) + 1;
  if (KOREAN.includes(word)) return KOREAN.indexOf(word) + 1;
  return kanjiNumber(text);
}

/** 1 to 99: 七, 十, 十二, 二十, 二十四. */
function kanjiNumber(text: string): number | undefined {
  const digits = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (digits === null) return undefined;
  const [, tens = '', ten = '', ones = ''] = digits;
  const digitOf = (digit: string): number => (digit === '' ? 0 : KANJI.indexOf(digit) + 1);
  if (ten === '') return tens !== '' && ones !== '' ? undefined : digitOf(tens) + digitOf(ones);
  return (tens === '' ? 1 : digitOf(tens)) * 10 + digitOf(ones);
}

function longestFirst(words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length).join('|');
}
