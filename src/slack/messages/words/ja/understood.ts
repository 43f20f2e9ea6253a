import type { UnderstoodWords } from '../en/understood.ts';
import { followed } from './spacing.ts';

/** What every answer opens with: what was understood. Names come escaped. */
export const understood: UnderstoodWords = {
  what: {
    rows: '行',
    failures: '認証失敗',
    entries: '入室',
    unlocks: '解錠',
    passages: '通行',
  },
  ofType: (code) => `${code} の行`,
  line: ({ what, where, who, when }) =>
    `${followed(where, 'の')}${who === undefined ? '' : followed(who, 'の')}${what}${when === undefined ? '' : `（${when}）`}`,
  per: { hour: '時間別', day: '日別', door: '出入口別', person: '人別' },
  newest: (rows) => `最新の ${rows}`,
  namesNobody: '認証に失敗した人や、誰のために解錠されたかは CLUe の行にはありません。',
  nothing: (line) => `${line}：何も見つかりませんでした。`,
};
