import type { KindWords } from '../en/kinds.ts';
import { common } from './common.ts';

/** Cards of doors and places. Names end in any sound, so no particle follows them that depends on it. */
export const kinds: KindWords = {
  walkedAround: (failures, where) => `${where}에서 연이어 ${failures}`,
  letInAfterWalk: ({ people, where, failures, doors }) =>
    `${doors}에서 ${failures} 후 ${where}에서 출입했습니다: ${people}`,
  step: (door, times, when) => `${door} ${times} (${when})`,
  refusedByThirdParty: (times, where, people) => `${where}에서 외부 시스템이 거부했습니다${often(times)}: ${people}`,
  refusedByThirdPartyStory: 'CLUe는 인증했지만 외부 시스템이 거부하여 잠금이 해제되지 않았습니다',
  notUnlocked: (times, where, people) =>
    `${where}에서 인증되었지만 잠금이 해제되지 않았습니다${often(times)}: ${people}`,
  notUnlockedStory: '이 출입문으로 들어갈 수 없습니다. 릴레이와 배선, 컨트롤러를 확인해 주십시오',
  enteredAt: (person, where) => `${where} 출입: ${person}`,
  enteredMany: (entries, where) => `${where}: ${entries}`,
  unexplained: (times, where) => `${where}: 인증 없이 잠금 해제되었습니다${often(times)}`,
  unexplainedStory: {
    unknown: '퇴실 버튼, 스케줄 또는 원격 명령입니다. 이 출입문에서 평소 있는 일인지는 아직 학습 중입니다',
    rare: '퇴실 버튼, 스케줄 또는 원격 명령입니다. 이 출입문에서는 드문 일입니다',
    usual: '퇴실 버튼, 스케줄 또는 원격 명령입니다. 이 출입문에서는 평소 있는 일이므로 더 이상 알리지 않습니다',
  },
  stillUnlocked: (where) => `${where}: 평소보다 오래 잠금이 해제되어 있습니다`,
  unlockedFor: (where, length) => `${where}: ${length} 동안 잠금이 해제되어 있습니다`,
  lockedAfter: (where, length) => `${where}: ${length} 동안 잠금이 해제되어 있다가 다시 잠겼습니다`,
  endUntold: (where, length) => `${where}: 최대 ${length} 동안 잠금이 해제되어 있었습니다`,
  endUntoldStory: '다시 잠긴 기록은 오지 않았지만, 다음 사람을 위해 잠금이 해제되기 전에 잠겼을 것입니다',
  lastIn: (person, when) => `마지막 출입: ${person}, ${when}`,
  firstIn: (day, person, where) => `${day} 첫 출입: ${person} (${where})`,
  lastEntry: (day, person, where) => `${day} 마지막 출입: ${person} (${where})`,
  lastEntryStory: (entries) => `이날 ${entries}. 퇴실은 기록되지 않습니다`,
  countedFrom: (when) => `${when}부터 집계`,
  unfounded: '나중에 도착한 기록에 따라 이상이 없었던 것으로 확인되었습니다',
};

const often = (times: number): string => (times === 1 ? '' : ` (${common.times(times)})`);
