import type { Weekday } from '../../../../door/zone.ts';
import type { SubscriptionWords } from '../en/subscriptions.ts';

const WEEKDAYS: Readonly<Record<Weekday, string>> = { 1: '월', 2: '화', 3: '수', 4: '목', 5: '금', 6: '토', 7: '일' };

const topics: SubscriptionWords['topics'] = {
  failures: { label: '인증 실패', phrase: '인증 실패', also: ['실패'] },
  'let-in-after-failures': {
    label: '인증 실패 후 출입',
    phrase: '인증 실패 후 출입',
    also: ['실패 후 출입', '실패 뒤 출입'],
  },
  'walk-around': {
    label: '여러 출입문에서 인증 실패',
    phrase: '여러 출입문에서 이어진 인증 실패',
    also: ['여러 출입문'],
  },
  'refused-by-third-party': {
    label: '외부 시스템의 거부',
    phrase: '외부 시스템의 거부',
    also: ['외부 시스템', '외부 거부'],
  },
  'not-unlocked': {
    label: '인증 후 잠금 해제 안 됨',
    phrase: '인증 후 잠금이 해제되지 않은 출입',
    also: ['잠금 해제 안 됨'],
  },
  unlocks: { label: '모든 잠금 해제', phrase: '모든 잠금 해제', also: ['잠금 해제'] },
  entries: { label: '모든 출입', phrase: '모든 출입', also: ['출입'] },
  unexplained: { label: '인증 없는 잠금 해제', phrase: '인증 없는 잠금 해제', also: ['인증 없이 잠금 해제'] },
  'left-unlocked': {
    label: '잠금이 해제된 채 있는 출입문',
    phrase: '잠금이 해제된 채 있는 출입문',
    also: ['잠금 해제 상태', '열린 채'],
  },
  'first-in': { label: '하루의 첫 출입', phrase: '하루의 첫 출입', also: ['첫 출입'] },
  'last-entry': { label: '하루의 마지막 출입', phrase: '하루의 마지막 출입', also: ['마지막 출입'] },
  blind: { label: '봇이 볼 수 없는 것', phrase: '봇이 볼 수 없는 것', also: ['감시 중단'] },
};

/** What a channel wishes for, in sentences. */
export const subscriptions: SubscriptionWords = {
  topics,
  failuresFrom: (after) => (after <= 1 ? '모든 인증 실패' : `${after}회 이상의 인증 실패`),
  everything: ['모두', '전부', '전체'],
  usual: ['기본', '보통'],
  weekday: (day) => WEEKDAYS[day],
  dayRange: (from, to) => `${from}~${to}`,
  dayList: (days) => days.join('·'),
  hours: ({ clock, days, outside, zone }) => {
    const time = clock === undefined ? '' : `${clock.from}~${clock.to}`;
    const both = [days ?? '', time].filter((part) => part !== '').join(' ');
    return `${both}${outside ? ' 외' : ''}(${zone})`;
  },
  sentence: ({ kinds, doors, places, people, notDoors, notPeople, when, names, notify }) => {
    const conditions = [
      ...(places === undefined ? [] : [`지점: ${places}`]),
      ...(doors === undefined ? [] : [`출입문: ${doors}`]),
      ...(notDoors === undefined ? [] : [`제외할 출입문: ${notDoors}`]),
      ...(people === undefined ? [] : [`사람: ${people}`]),
      ...(notPeople === undefined ? [] : [`제외할 사람: ${notPeople}`]),
      ...(when === undefined ? [] : [`시간: ${when}`]),
    ];
    const what = `다음을 알립니다: ${kinds}${conditions.length === 0 ? '' : ` (${conditions.join(', ')})`}.`;
    const how = [
      ...(names === 'initials' ? ['이름은 머리글자로 표시합니다.'] : []),
      ...(names === 'none' ? ['이름은 표시하지 않습니다.'] : []),
      ...(notify === undefined ? [] : [`응답이 없으면 ${notify.who} 님께 알립니다.`]),
    ];
    return [what, ...how].join(' ');
  },
};
