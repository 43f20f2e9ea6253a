import type { CardWords } from '../en/cards.ts';

/** A burst of failures, and who was let in after it. */
const failures: CardWords['failures'] = {
  head: (failed, where, within) => `${where}에서 ${failed}${within === undefined ? '' : ` (${within} 동안)`}`,
  nobody: '이후 출입한 사람이 없습니다',
  letInThen: (who, gap, isOne, also) =>
    `${isOne ? '인증 실패' : '마지막 인증 실패'} ${gap} 후 ${who} 님이 출입했습니다${also === undefined ? '' : `. 이후 ${also} 님도 출입했습니다`}`,
  meanwhile: (people) => `그 사이 출입: ${people}`,
  fromTo: (first, last) => `${first}부터 ${last}까지`,
  since: (first, last) => `${first}부터, 최근 ${last}`,
};

/** A spell of an unlocked door. */
const unlock: CardWords['unlock'] = {
  head: (where, people, after) =>
    `${where}: ${people === undefined ? '인증 없이 잠금 해제' : `${people} 님의 인증으로 잠금 해제`}${after === undefined ? '' : `, ${after} 후 다시 잠김`}`,
  since: (moment) => `${moment}부터`,
  still: '잠금 해제 상태',
  notAPerson: '퇴실 버튼, 일정 또는 원격 명령',
  alsoWithout: (amount) =>
    `그 사이 인증 없는 잠금 해제도 ${amount.toLocaleString('ko')}회: 퇴실 버튼, 일정 또는 원격 명령`,
};

/** The cards of doors, and what all cards share. */
export const cards: CardWords = {
  failures,
  unlock,
  letIn: (people, _isOne, where, failed, isAfter) =>
    `${failed} ${isAfter ? '후' : '중'} ${people} 님이 ${where}에 출입했습니다`,
  seenLate: (length, isMost) => `🕰️ 기록이 봇에 ${isMost ? '최대 ' : ''}${length} 늦게 도착했습니다`,
  toldLate: (length, isMost) => `🕰️ ${isMost ? '최대 ' : ''}${length} 늦게 알립니다: Slack에 보낼 수 없었습니다`,
  merged: '늦게 도착한 기록에 따라 이 채널의 다른 알림에 속하는 것으로 확인되었습니다. 이제 그 메시지에서 알립니다.',
  showRows: '기록 보기',
};
