import type { UnderstoodWords } from '../en/understood.ts';

/** What every answer opens with: what was understood. Names come escaped. */
export const understood: UnderstoodWords = {
  what: {
    rows: '행',
    failures: '인증 실패',
    entries: '출입',
    unlocks: '잠금 해제',
    passages: '통행',
  },
  ofType: (code) => `${code} 유형의 행`,
  line: ({ what, where, who, when }) =>
    `${where}의 ${who === undefined ? '' : `${who}의 `}${what}${when === undefined ? '' : `(${when})`}`,
  per: { hour: '시간별', day: '일별', door: '출입문별', person: '사람별' },
  newest: (rows) => `최신 ${rows}`,
  namesNobody: '누가 인증에 실패했는지, 누구를 위해 잠금이 해제되었는지는 CLUe의 행에 없습니다.',
  nothing: (line) => `${line}: 아무것도 찾지 못했습니다.`,
};
