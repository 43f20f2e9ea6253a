import type { Weekday } from '../../door/zone.ts';
import { type Rule, rule, type Token, type Unit, type Which } from '../token.ts';
import { clock, date, NOON, type PartName, part, weekdayAt } from './common.ts';
import { EN_NUMBER, numberOf } from './numbers.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY =
  '(mon(?:days?)?|tue(?:s|sdays?)?|wed(?:nesdays?)?|thu(?:r|rs|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const UNIT = '(minute|min|hour|hr|day|week|month|year)s?';
const DAY_OF_MONTH = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const HALF = String.raw`([ap])\.?m\.?`;
const PART = '(early morning|morning|afternoon|evening|night|daytime)';
const PARTS: Readonly<Record<string, PartName>> = {
  'early morning': 'early',
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'night',
  daytime: 'daytime',
};
const WHICH: Readonly<Record<string, Which>> = { last: 'last', previous: 'last', this: 'this', next: 'next' };

const weekdayOf = (word: string): Weekday => weekdayAt(WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase()));
const monthOf = (word: string): string => String(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1);
const partOf = (word: string, offset?: number): readonly Token[] => part(PARTS[word.toLowerCase()] ?? 'night', offset);
const halfOf = (letter: string): 'am' | 'pm' => (letter.toLowerCase() === 'a' ? 'am' : 'pm');
const unitOf = (word: string): Unit => {
  const unit = word.toLowerCase();
  if (unit === 'min' || unit === 'minute') return 'minute';
  if (unit === 'hr' || unit === 'hour') return 'hour';
  return unit === 'day' || unit === 'week' || unit === 'month' ? unit : 'year';
};

function amountOf(is: 'last' | 'ago', amount: string, unit: string): Token | undefined {
  const number = amount === '' ? 1 : numberOf(amount);
  return number === undefined || number === 0 ? undefined : { is, amount: number, unit: unitOf(unit) };
}

function period(which: string, unit: string): Token | undefined {
  const word = unitOf(unit);
  if (word !== 'week' && word !== 'month' && word !== 'year') return undefined;
  return { is: 'period', unit: word, offset: { last: -1, previous: -1, this: 0, next: 1 }[which.toLowerCase()] ?? 0 };
}

/** Two hours with one `am` or `pm` between them: `6-8pm`, `11-1pm`. */
function hoursOf([hour = '', minute = '', own = '', hour2 = '', minute2 = '', half2 = '']: readonly string[]) {
  const last = clock(hour2, minute2, halfOf(half2));
  const same = clock(hour, minute, halfOf(own === '' ? half2 : own));
  const other = clock(hour, minute, halfOf(half2) === 'pm' ? 'am' : 'pm');
  if (last?.is !== 'clock' || same?.is !== 'clock' || other === undefined) return undefined;
  return [own === '' && same.minute >= last.minute ? other : same, { is: 'to' } as const, last];
}

export const ENGLISH: readonly Rule[] = [
  rule('today', () => ({ is: 'day', offset: 0 })),
  rule('(?:the )?day before yesterday', () => ({ is: 'day', offset: -2 })),
  rule("yesterday(?:'s)?", () => ({ is: 'day', offset: -1 })),
  rule('tomorrow', () => ({ is: 'day', offset: 1 })),
  rule('last night', () => part('night', -1)),
  rule('tonight', () => part('night', 0)),
  rule(`this ${PART}`, ([word = '']) => partOf(word, 0)),
  rule(PART, ([word = '']) => partOf(word)),
  rule('noon|midday', () => NOON),
  rule('midnight', () => clock('0', '') ?? undefined),
  rule('now', () => ({ is: 'now' })),
  rule(WEEKDAY, ([day = '']) => ({ is: 'weekday', weekday: weekdayOf(day) })),
  rule(`(last|previous|this|next) ${WEEKDAY}`, ([which = '', day = '']) => ({
    is: 'weekday',
    weekday: weekdayOf(day),
    which: WHICH[which.toLowerCase()] ?? 'last',
  })),
  rule('(?:(last|previous|this|next) )?weekend', ([which = '']) => {
    const word = WHICH[which.toLowerCase()];
    return { is: 'weekend', ...(word !== undefined && { which: word }) };
  }),
  rule('(last|previous|this|next) (week|month|year)', ([which = '', unit = '']) => period(which, unit)),
  rule(`(?:last|past|previous) ${EN_NUMBER} ?${UNIT}`, ([amount = '', unit = '']) => amountOf('last', amount, unit)),
  rule(`(?:last|past|previous) (min(?:ute)?|hour|hr|day)`, ([unit = '']) => amountOf('last', '', unit)),
  rule(`past (week|month|year)`, ([unit = '']) => amountOf('last', '', unit)),
  rule(String.raw`(?:last|past|previous) (\d{1,6}) ?(m|h|d|w)`, ([amount = '', unit = '']) =>
    amountOf('last', amount, { m: 'minute', h: 'hour', d: 'day' }[unit.toLowerCase()] ?? 'week'),
  ),
  rule(`${EN_NUMBER} ?${UNIT}`, ([amount = '', unit = '']) => amountOf('last', amount, unit)),
  rule(`${EN_NUMBER} ?${UNIT} ago`, ([amount = '', unit = '']) => amountOf('ago', amount, unit)),
  rule(String.raw`(\d{1,6}) ?(m|h|d|w) ago`, ([amount = '', unit = '']) =>
    amountOf('ago', amount, { m: 'minute', h: 'hour', d: 'day' }[unit.toLowerCase()] ?? 'week'),
  ),
  rule(String.raw`(?:last|top|newest|latest) (\d{1,6})`, ([amount = '']) => ({ is: 'count', amount: Number(amount) })),
  rule(
    String.raw`(?:(?:last|top|newest|latest) )?(\d{1,6}) (rows?|events?|entries|failures|unlocks)`,
    ([amount = '', what = '']) => {
      const count: Token = { is: 'count', amount: Number(amount) };
      const kind = (['entries', 'failures', 'unlocks'] as const).find((one) => one === what.toLowerCase());
      return kind === undefined ? count : [count, { is: 'kind', kind }];
    },
  ),
  rule(String.raw`${MONTH}\.? ${DAY_OF_MONTH}(?:,? (\d{4}))?`, ([month = '', day = '', year = '']) =>
    date(day, monthOf(month), year),
  ),
  rule(String.raw`${DAY_OF_MONTH}(?: of)? ?${MONTH}\.?(?:,? (\d{4}))?`, ([day = '', month = '', year = '']) =>
    date(day, monthOf(month), year),
  ),
  rule(String.raw`${MONTH}\.? (\d{1,2}) ?[-–] ?(\d{1,2})`, ([month = '', first = '', last = '']) => {
    const [from, to] = [date(first, monthOf(month)), date(last, monthOf(month))];
    return from === undefined || to === undefined ? undefined : [from, { is: 'to' }, to];
  }),
  rule(String.raw`(\d{1,2}) ?[-–] ?(\d{1,2}) ${MONTH}`, ([first = '', last = '', month = '']) => {
    const [from, to] = [date(first, monthOf(month)), date(last, monthOf(month))];
    return from === undefined || to === undefined ? undefined : [from, { is: 'to' }, to];
  }),
  rule(String.raw`(?:the )?(\d{1,2})(?:st|nd|rd|th)`, ([day = '']) => date(day)),
  rule(String.raw`${MONTH}(?:,? (\d{4}))?`, ([month = '', year = '']) => ({
    is: 'month',
    month: Number(monthOf(month)),
    ...(year !== '' && { year: Number(year) }),
  })),
  rule(String.raw`(\d{1,2})(?:[:.](\d{2}))? ?${HALF}`, ([hour = '', minute = '', half = '']) =>
    clock(hour, minute, halfOf(half)),
  ),
  rule(String.raw`(\d{1,2})(?:[:.](\d{2}))? ?(?:${HALF})? ?[-–~] ?(\d{1,2})(?:[:.](\d{2}))? ?${HALF}`, (groups) =>
    hoursOf(groups),
  ),
  rule(String.raw`(\d{1,2}) ?o'clock`, ([hour = '']) => clock(hour, '')),
  rule('since|starting', () => ({ is: 'opener', opener: 'since' })),
  rule('from', () => ({ is: 'opener', opener: 'from' })),
  rule('between', () => ({ is: 'opener', opener: 'between' })),
  rule('after', () => ({ is: 'opener', opener: 'after' })),
  rule('before', () => ({ is: 'opener', opener: 'until' })),
  rule('to|until|till|through|and', () => ({ is: 'to' })),
  rule('onwards?', () => ({ is: 'onwards' })),
  rule('(?:auth(?:entication)? )?fail(?:s|ed|ure|ures)?', () => ({ is: 'kind', kind: 'failures' })),
  rule('or', () => ({ is: 'or' })),
  rule('entry|entries|entered', () => ({ is: 'kind', kind: 'entries' })),
  rule('unlock(?:s|ed|ings?)?', () => ({ is: 'kind', kind: 'unlocks' })),
  rule('(?:per|by|each|every) (hour|day|door|person)', ([per = '']) => ({ is: 'per', per: perOf(per) })),
  rule('hourly', () => ({ is: 'per', per: 'hour' })),
  rule('daily', () => ({ is: 'per', per: 'day' })),
  rule('at|the|in|on|of|by|for|with|please|show|me|all|only|during|was|were|is|are|who|what|did|rows?|events?', () => ({
    is: 'filler',
  })),
];

function perOf(word: string): 'hour' | 'day' | 'door' | 'person' {
  const per = word.toLowerCase();
  return per === 'hour' || per === 'day' || per === 'door' ? per : 'person';
}
