import type { Weekday } from '../../door/zone.ts';
import { type Rule, rule, type Token, type Unit } from '../token.ts';
import { clock, date, NOON, PARTS, type PartName, part, weekdayAt } from './common.ts';
import { JA_NUMBER, numberOf } from './numbers.ts';

const WEEKDAYS = '月火水木金土日';
const UNITS: Readonly<Record<string, Unit>> = {
  分: 'minute',
  時間: 'hour',
  日: 'day',
  週: 'week',
  週間: 'week',
  か月: 'month',
  ヶ月: 'month',
  ケ月: 'month',
  カ月: 'month',
  ヵ月: 'month',
  箇月: 'month',
  年: 'year',
};
const UNIT = '(分|時間|日|週間?|[かヶケカヵ箇]月|年)';
const PART_WORDS: Readonly<Record<string, PartName>> = {
  午前中: 'am',
  午前: 'am',
  午後: 'pm',
  未明: 'dawn',
  明け方: 'early',
  早朝: 'early',
  朝方: 'early',
  朝: 'morning',
  お昼: 'noon',
  昼間: 'daytime',
  日中: 'daytime',
  昼: 'noon',
  夕方: 'lateAfternoon',
  夕: 'lateAfternoon',
  深夜: 'deepNight',
  夜中: 'deepNight',
  夜間: 'longNight',
  夜: 'longNight',
  晩: 'longNight',
};
/** Words that name a part of a certain day. */
const DAY_PARTS: Readonly<Record<string, readonly [PartName, number]>> = {
  今朝: ['morning', 0],
  けさ: ['morning', 0],
  今夜: ['longNight', 0],
  今晩: ['longNight', 0],
  今夕: ['lateAfternoon', 0],
  昨夜: ['longNight', -1],
  昨晩: ['longNight', -1],
  ゆうべ: ['longNight', -1],
  夕べ: ['longNight', -1],
  昨夕: ['lateAfternoon', -1],
  昨朝: ['morning', -1],
  一昨夜: ['longNight', -2],
  一昨晩: ['longNight', -2],
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
  const minutes = minute === '半' ? 30 : minute === '' ? 0 : (numberOf(minute) ?? 60);
  if (number === undefined) return undefined;
  if (half === '' || number > 12) return clock(String(number), String(minutes));
  // 午後0時 is noon, as the clock of a railway has it.
  return clock(String(number === 0 ? 12 : number), String(minutes), half === '午前' ? 'am' : 'pm');
}

const numbered = (text: string): string => String(numberOf(text) ?? '');

export const JAPANESE: readonly Rule[] = [
  rule('今日|きょう|本日', () => ({ is: 'day', offset: 0 })),
  rule('昨日|きのう|前日', () => ({ is: 'day', offset: -1 })),
  rule('一昨日|おととい|おとつい', () => ({ is: 'day', offset: -2 })),
  rule('明日|あした|あす|明後日', () => ({ is: 'day', offset: 1 })),
  rule(words(DAY_PARTS), ([word = '']) => {
    const [name, offset] = DAY_PARTS[word] ?? ['morning', 0];
    return part(name, offset);
  }),
  rule(words(PART_WORDS), ([word = '']) => ({ is: 'part', part: PARTS[PART_WORDS[word] ?? 'morning'] })),
  rule('今|現在', () => ({ is: 'now' })),
  rule('正午', () => NOON),
  rule('零時', () => clock('0', '')),
  rule('([月火水木金土日])曜日?', ([day = '']) => ({ is: 'weekday', weekday: weekdayOf(day) })),
  rule(String.raw`\(([月火水木金土日])\)`, ([day = '']) => ({ is: 'weekday', weekday: weekdayOf(day) })),
  rule('(?:この間|この前|前回)の([月火水木金土日])曜日?', ([day = '']) => ({
    is: 'weekday',
    weekday: weekdayOf(day),
    which: 'last',
  })),
  rule('(?:この)?(?:週末|土日)', () => ({ is: 'weekend' })),
  rule('先週末', () => [{ is: 'period', unit: 'week', offset: -1 }, { is: 'weekend' }]),
  rule('今週末', () => ({ is: 'weekend', which: 'this' })),
  rule('今週', () => ({ is: 'period', unit: 'week', offset: 0 })),
  rule('先週|前週', () => ({ is: 'period', unit: 'week', offset: -1 })),
  rule('先々週|先先週', () => ({ is: 'period', unit: 'week', offset: -2 })),
  rule('来週', () => ({ is: 'period', unit: 'week', offset: 1 })),
  rule('今月', () => ({ is: 'period', unit: 'month', offset: 0 })),
  rule('先月|前月', () => ({ is: 'period', unit: 'month', offset: -1 })),
  rule('先々月|先先月', () => ({ is: 'period', unit: 'month', offset: -2 })),
  rule('来月', () => ({ is: 'period', unit: 'month', offset: 1 })),
  rule('今年|本年', () => ({ is: 'period', unit: 'year', offset: 0 })),
  rule('去年|昨年', () => ({ is: 'period', unit: 'year', offset: -1 })),
  rule(`(?:過去|直近|最近|ここ|この)の? ?${JA_NUMBER} ?${UNIT}間?`, ([amount = '', unit = '']) =>
    amountOf('last', amount, unit),
  ),
  rule(`${JA_NUMBER} ?(時間|分間|日間|週間|[かヶケカヵ箇]月間?)(?:以内)?`, ([amount = '', unit = '']) =>
    amountOf('last', amount, UNITS[unit] === undefined ? unit.replace(/間$/, '') : unit),
  ),
  rule(`${JA_NUMBER} ?${UNIT}前`, ([amount = '', unit = '']) => amountOf('ago', amount, unit)),
  rule(String.raw`(?:最新|直近)?の?(\d{1,6}) ?[件行回]`, ([amount = '']) => ({ is: 'count', amount: Number(amount) })),
  rule(String.raw`(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})日`, ([year = '', month = '', day = '']) => date(day, month, year)),
  rule(`${JA_NUMBER}月 ?${JA_NUMBER}日`, ([month = '', day = '']) => date(numbered(day), numbered(month))),
  rule(`${JA_NUMBER}日`, ([day = '']) => date(numbered(day))),
  rule(String.raw`(\d{4})年 ?(\d{1,2})月`, ([year = '', month = '']) => monthOf(Number(month), Number(year))),
  rule(`${JA_NUMBER}月`, ([month = '']) => monthOf(numberOf(month) ?? 0)),
  rule(String.raw`(\d{4})年`, ([year = '']) => ({ is: 'year', year: Number(year) })),
  rule(`(午前|午後)? ?${JA_NUMBER}時(?:${JA_NUMBER}分|(半))?`, ([half = '', hour = '', minute = '', thirty = '']) =>
    timeOf(half, hour, minute === '' ? thirty : minute),
  ),
  rule(String.raw`(午前|午後) ?(\d{1,2}):(\d{2})`, ([half = '', hour = '', minute = '']) => timeOf(half, hour, minute)),
  rule('から|より|以降|以後', () => ({ is: 'onwards' })),
  rule('までの間|まで|以前', () => ({ is: 'ending' })),
  rule('(?:認証)?(?:に)?失敗|認証エラー', () => ({ is: 'kind', kind: 'failures' })),
  rule('入室|入場|入館|入店', () => ({ is: 'kind', kind: 'entries' })),
  rule('または|又は|もしくは', () => ({ is: 'or' })),
  rule('解錠|開錠', () => ({ is: 'kind', kind: 'unlocks' })),
  rule('時間(?:別|ごと|毎)', () => ({ is: 'per', per: 'hour' })),
  rule('日(?:別|ごと|毎)', () => ({ is: 'per', per: 'day' })),
  rule('(?:出入口|ドア|扉)(?:別|ごと|毎)', () => ({ is: 'per', per: 'door' })),
  rule('(?:人|人物|個人)(?:別|ごと|毎)', () => ({ is: 'per', per: 'person' })),
  rule(
    'の間|のあいだ|した人|の人|[のにではをがへも]|だけ|のみ|ごろ|頃|さん|様|くん|君|した|誰|だれ|記録|最新|最近',
    () => ({
      is: 'filler',
    }),
  ),
];

function monthOf(month: number, year?: number): Token | undefined {
  if (month < 1 || month > 12) return undefined;
  return { is: 'month', month, ...(year !== undefined && { year }) };
}
