import type { CardWords } from '../en/cards.ts';
import { common } from './common.ts';

const NOT_A_PERSON = '퇴실 버튼, 일정 또는 원격 명령';

/** What cards of doors say, and what every card does. A name is followed by words that fit any name; whoever is called 님, or counted, takes 이. */
export const cards: CardWords = {
  showRows: '기록 보기',
  since: (moment) => `${moment}부터`,
  span: (from, to) => `${from}부터 ${to}까지`,
  failures: {
    head: (times, where, length) =>
      `${where}에서 ${common.failures(times)}${length === undefined ? '' : `(${length} 동안)`}`,
    goesOn: (first, last) => `${first}부터, 마지막은 ${last}`,
    nobody: '그 후 출입한 사람은 없습니다',
    letIn: (who, length, times, others) =>
      `${times === 1 ? '실패' : '마지막 실패'} ${length} 후에 ${who}이 출입했습니다${others === undefined ? '' : `. 그 후에 ${others}도 출입했습니다`}`,
    meanwhile: (people) => `그동안 출입한 사람: ${people}`,
  },
  letIn: ({ people, where, times, amid }) =>
    `${people} 출입: ${where}에서 ${common.failures(times)} ${amid ? '도중' : '후'}`,
  unlock: {
    head: (where, people, length) =>
      `${where} 잠금 해제(${people ?? '인증 없음'})${length === undefined ? '' : `, ${length} 후 다시 잠김`}`,
    still: '아직 잠금 해제 상태',
    notAPerson: NOT_A_PERSON,
    also: (times) => `그동안 인증 없는 잠금 해제 ${common.times(times)}(${NOT_A_PERSON})`,
  },
  late: {
    reached: (length, most) => `봇에 ${most ? '최대 ' : ''}${length} 늦게 도착했습니다`,
    told: (length, most) => `${most ? '최대 ' : ''}${length} 늦게 알렸습니다(Slack이 더 일찍 받지 않았습니다)`,
  },
  merged:
    '늦게 도착한 행에 따라 이 출입문의 다른 알림에 속하는 것으로 확인되었습니다. 이제 그 메시지에서 알리고 집계합니다.',
};
