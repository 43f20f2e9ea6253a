import type { Weekday } from '../../door/zone.ts';
import { type Rule, rule, type Token, type Unit } from '../token.ts';
import { clock, date, NOON, PARTS, type PartName, part, weekdayAt } from './common.ts';
import { KO_NUMBER, numberOf } from './numbers.ts';

const WEEKDAYS = '월화수목금토일';
const UNITS: Readonly<Record<string, Unit>> = {
  분: 'minute',
  시간: 'hour',
  일: 'day',
  주: 'week',
  주일: 'week',
  개월: 'month',
  달: 'month',
  년: 'year',
};
const UNIT = '(분|시간|일|주일?|개월|달|년)';
const PART_WORDS: Readonly<Record<string, PartName>> = {
  오전: 'am',
  오후: 'pm',
  새벽: 'dawn',
  '이른 아침': 'early',
  아침: 'morning',
  점심: 'noon',
  낮: 'daytime',
  저녁: 'evening',
  심야: 'deepNight',
  '늦은 밤': 'deepNight',
  한밤중: 'deepNight',
  밤: 'night',
  야간: 'longNight',
};
const DAYS: Readonly<Record<string, number>> = {
  오늘: 0,
  금일: 0,
  어제: -1,
  어저께: -1,
  전날: -1,
  그저께: -2,
  그제: -2,
  엊그제: -2,
  내일: 1,
  모레: 2,
};

const weekdayOf = (letter: string): Weekday => weekdayAt(WEEKDAYS.indexOf(letter));
const words = (table: Readonly<Record<string, unknown>>): string =>
  `(${Object.keys(table)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})`;

function amountOf(is: 'last' | 'ago', amount: string, unit: string): Token | undefined {
  const number = numberOf(amount);
  const word = UNITS[unit];
  return number === undefined || number === 0 || word === undefined ? undefined : { is, amount: number, unit: word };
}

function timeOf(half: string, hour: string, minute: string): Token | undefined {
  const number = numberOf(hour);
  const minutes = minute === '반' ? 30 : minute === '' ? 0 : Number(minute);
  if (number === undefined) return undefined;
  if (half === '' || number > 12 || number === 0) return clock(String(number), String(minutes));
  return clock(String(number), String(minutes), half === '오전' ? 'am' : 'pm');
}

export const KOREAN: readonly Rule[] = [
  rule(words(DAYS), ([word = '']) => ({ is: 'day', offset: DAYS[word] ?? 0 })),
  rule('(?:어젯|지난 ?|간)밤', () => part('night', -1)),
  rule('오늘 ?밤', () => part('night', 0)),
  rule(words(PART_WORDS), ([word = '']) => ({ is: 'part', part: PARTS[PART_WORDS[word] ?? 'morning'] })),
  rule('지금|현재', () => ({ is: 'now' })),
  rule('정오', () => NOON),
  rule('자정', () => clock('0', '')),
  rule('([월화수목금토일])요일', ([day = '']) => ({ is: 'weekday', weekday: weekdayOf(day) })),
  rule(String.raw`\(([월화수목금토일])\)`, ([day = '']) => ({ is: 'weekday', weekday: weekdayOf(day) })),
  rule('지난 ?([월화수목금토일])요일', ([day = '']) => ({ is: 'weekday', weekday: weekdayOf(day), which: 'last' })),
  rule('주말', () => ({ is: 'weekend' })),
  rule('이번 ?주말', () => ({ is: 'weekend', which: 'this' })),
  rule('지난 ?주말', () => ({ is: 'weekend', which: 'last' })),
  rule('이번 ?주|금주', () => ({ is: 'period', unit: 'week', offset: 0 })),
  rule('지난 ?주|저번 ?주|전주', () => ({ is: 'period', unit: 'week', offset: -1 })),
  rule('지지난 ?주|저저번 ?주', () => ({ is: 'period', unit: 'week', offset: -2 })),
  rule('다음 ?주', () => ({ is: 'period', unit: 'week', offset: 1 })),
  rule('이번 ?달|이달|금월', () => ({ is: 'period', unit: 'month', offset: 0 })),
  rule('지난 ?달|저번 ?달|전월', () => ({ is: 'period', unit: 'month', offset: -1 })),
  rule('지지난 ?달', () => ({ is: 'period', unit: 'month', offset: -2 })),
  rule('다음 ?달', () => ({ is: 'period', unit: 'month', offset: 1 })),
  rule('올해|금년', () => ({ is: 'period', unit: 'year', offset: 0 })),
  rule('작년|지난 ?해', () => ({ is: 'period', unit: 'year', offset: -1 })),
  rule(`(?:최근|지난|과거) ?${KO_NUMBER} ?${UNIT}(?:간|동안| 동안)?`, ([amount = '', unit = '']) =>
    amountOf('last', amount, unit),
  ),
  rule(`${KO_NUMBER} ?(시간|분|일|주일?|개월|달)(?:간|동안| 동안)`, ([amount = '', unit = '']) =>
    amountOf('last', amount, unit),
  ),
  rule(`${KO_NUMBER} ?(시간|주일|개월)`, ([amount = '', unit = '']) => amountOf('last', amount, unit)),
  rule(`${KO_NUMBER} ?${UNIT} ?전`, ([amount = '', unit = '']) => amountOf('ago', amount, unit)),
  rule('일주일 ?전', () => ({ is: 'ago', amount: 1, unit: 'week' })),
  rule('(?:최근|지난|과거) ?일주일(?:간|동안| 동안)?', () => ({ is: 'last', amount: 1, unit: 'week' })),
  rule('(?:최근|지난) 하루', () => ({ is: 'last', amount: 1, unit: 'day' })),
  rule(String.raw`(?:최근|최신)? ?(\d{1,6}) ?[건개행]`, ([amount = '']) => ({ is: 'count', amount: Number(amount) })),
  rule(String.raw`(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일`, ([year = '', month = '', day = '']) => date(day, month, year)),
  rule(String.raw`(\d{1,2})월 ?(\d{1,2})일`, ([month = '', day = '']) => date(day, month)),
  rule(String.raw`(\d{1,2})일`, ([day = '']) => date(day)),
  rule(String.raw`(\d{4})년 ?(\d{1,2})월`, ([year = '', month = '']) => monthOf(Number(month), Number(year))),
  rule(String.raw`(\d{1,2})월`, ([month = '']) => monthOf(Number(month))),
  rule(String.raw`(\d{4})년`, ([year = '']) => ({ is: 'year', year: Number(year) })),
  rule(
    String.raw`(오전|오후)? ?${KO_NUMBER} ?시(?: ?(?:(\d{1,2})분|(반)))?`,
    ([half = '', hour = '', minute = '', thirty = '']) => timeOf(half, hour, minute === '' ? thirty : minute),
  ),
  rule(String.raw`(오전|오후) ?(\d{1,2}):(\d{2})`, ([half = '', hour = '', minute = '']) => timeOf(half, hour, minute)),
  rule('부터|이후로?|이래', () => ({ is: 'onwards' })),
  rule('에서', () => ({ is: 'filler' })),
  rule('까지|이전', () => ({ is: 'ending' })),
  rule('(?:인증 ?)?실패', () => ({ is: 'kind', kind: 'failures' })),
  rule('또는|혹은', () => ({ is: 'or' })),
  rule('출입|입실|입장', () => ({ is: 'kind', kind: 'entries' })),
  rule('(?:잠금 ?)?해제', () => ({ is: 'kind', kind: 'unlocks' })),
  rule('시간 ?별(?:로)?|시간 ?마다', () => ({ is: 'per', per: 'hour' })),
  rule('(?:일|날짜) ?별(?:로)?', () => ({ is: 'per', per: 'day' })),
  rule('(?:출입)?문 ?별(?:로)?', () => ({ is: 'per', per: 'door' })),
  rule('사람 ?별(?:로)?|인원 ?별(?:로)?', () => ({ is: 'per', per: 'person' })),
  rule('사이에?|동안|에|의|은|는|이|가|을|를|로|으로|만|도|님|씨|쯤|경|한|된|사람|누가|기록|최신|최근', () => ({
    is: 'filler',
  })),
];

function monthOf(month: number, year?: number): Token | undefined {
  if (month < 1 || month > 12) return undefined;
  return { is: 'month', month, ...(year !== undefined && { year }) };
}
