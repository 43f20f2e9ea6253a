import type { CrowdHead, CrowdWords } from '../en/crowds.ts';
import { common, number } from './common.ts';

const at = ({ where, places }: CrowdHead): string => `${places > 1 ? `${common.places(places)}의 ` : ''}${where}에서`;

/** One message in place of many, because too much came at once. */
export const crowds: CrowdWords = {
  head: {
    storm: (crowd) => `${at(crowd)} ${common.alerts(crowd.alerts)}${crowd.alerts > 1 ? ' 동시 발생' : ''}`,
    'rows-late': (crowd) => `${at(crowd)} 늦게 도착한 ${common.alerts(crowd.alerts)}`,
    'slack-away': (crowd) => `Slack과 통신하지 못한 동안 ${at(crowd)} ${common.alerts(crowd.alerts)}`,
  },
  why: {
    storm: '한꺼번에 많이 발생하여 메시지 하나로 모아 알립니다',
    'rows-late': '많은 행이 늦게 도착하여 메시지 하나로 모아 알립니다',
    'slack-away': 'Slack을 기다린 알림이 많아 메시지 하나로 모아 알립니다',
  },
  totals: (failures, bursts, unlocks) =>
    [
      ...(bursts > 0 ? [`${common.failures(failures)}(연속 실패 ${number(bursts)}건)`] : []),
      ...(unlocks > 0 ? [`잠금 해제 ${common.times(unlocks)}`] : []),
    ].join(', '),
  all: (head, totals) => `${head}: ${totals}`,
  own: '오래 이어지는 것은 따로 알리고 있습니다',
  now: '상태',
  state: { own: '별도 메시지', goesOn: '진행 중', over: '종료' },
  overAfter: (length) => `${length} 후 종료`,
  failures: (amount) => common.failures(amount),
  letIn: (amount) => `출입 ${number(amount)}명`,
  unlocked: (amount) => `잠금 해제 ${common.times(amount)}`,
};
