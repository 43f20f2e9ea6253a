import type { CommonWords } from '../en/common.ts';

/** `1,234`. */
export const number = (amount: number): string => amount.toLocaleString('ko');
const UNITS = { milliseconds: '밀리초', seconds: '초', minutes: '분', hours: '시간', days: '일' };
const COUNTERS = { people: '명', doors: '곳', things: '건' };

/** What every sentence needs: counts, lists and lengths of time. */
export const common: CommonWords = {
  locale: 'ko',
  name: '한국어',
  failures: (amount) => `인증 실패 ${number(amount)}회`,
  rows: (amount) => `${number(amount)}행`,
  doors: (amount) => `출입문 ${number(amount)}곳`,
  places: (amount) => `지점 ${number(amount)}곳`,
  people: (amount) => `${number(amount)}명`,
  entries: (amount) => `출입 ${number(amount)}건`,
  alerts: (amount) => `알림 ${number(amount)}건`,
  messages: (amount) => `메시지 ${number(amount)}건`,
  times: (amount) => `${number(amount)}회`,
  and: (words) => words.join(', '),
  more: (words, left, of = 'things') => `${words.join(', ')} 외 ${number(left)}${COUNTERS[of]}`,
  sentences: (sentences) => sentences.join(' '),
  length: (parts) => parts.map(({ amount, unit }) => `${amount}${UNITS[unit]}`).join(' '),
  between: ' · ',
  somebody: '알 수 없는 사람',
  called: (name) => `${name} 님`,
  door: (id) => `출입문 ${id}`,
  unknownDoor: '알 수 없는 출입문',
  place: (id) => `지점 ${id}`,
  unknownPlace: '알 수 없는 지점',
  doorAt: (door, place) => `${place} ${door}`,
};
