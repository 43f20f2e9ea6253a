import type { CommonWords } from '../en/common.ts';
import { followed } from './spacing.ts';

/** `1,234`. */
export const number = (amount: number): string => amount.toLocaleString('ja');
const UNITS = { milliseconds: 'ミリ秒', seconds: '秒', minutes: '分', hours: '時間', days: '日' };
const COUNTERS = { people: '人', doors: 'か所', things: '件' };

/** What every sentence needs: counts, lists and lengths of time. */
export const common: CommonWords = {
  locale: 'ja',
  name: '日本語',
  failures: (amount) => `認証失敗 ${number(amount)} 回`,
  rows: (amount) => `${number(amount)} 行`,
  doors: (amount) => `出入口 ${number(amount)} か所`,
  places: (amount) => `拠点 ${number(amount)} か所`,
  people: (amount) => `${number(amount)} 人`,
  entries: (amount) => `入室 ${number(amount)} 件`,
  alerts: (amount) => `アラート ${number(amount)} 件`,
  messages: (amount) => `メッセージ ${number(amount)} 件`,
  times: (amount) => `${number(amount)} 回`,
  and: (words) => words.join('、'),
  more: (words, left, of = 'things') => `${words.join('、')}、ほか ${number(left)} ${COUNTERS[of]}`,
  sentences: (sentences) => sentences.join(''),
  length: (parts) => parts.map(({ amount, unit }) => `${amount}${UNITS[unit]}`).join(''),
  between: ' · ',
  somebody: '不明な人物',
  called: (name) => followed(name, 'さん'),
  door: (id) => `出入口 ${id}`,
  unknownDoor: '不明な出入口',
  place: (id) => `拠点 ${id}`,
  unknownPlace: '不明な拠点',
  doorAt: (door, place) => `${place} ${door}`,
};
