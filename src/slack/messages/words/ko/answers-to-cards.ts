import type { AnswersToCards } from '../en/answers-to-cards.ts';

const number = (amount: number): string => amount.toLocaleString('ko');

const topics: AnswersToCards['topics'] = {
  failures: '인증 실패',
  'let-in-after-failures': '인증 실패 후 출입',
  'walk-around': '여러 출입문에서 이어진 인증 실패',
  'refused-by-third-party': '외부 시스템의 거부',
  'not-unlocked': '잠금이 해제되지 않은 인증',
  unlocks: '잠금 해제',
  entries: '출입',
  unexplained: '인증 없는 잠금 해제',
  'left-unlocked': '잠금이 해제된 채로 있는 출입문',
  'first-in': '그날의 첫 출입',
  'last-entry': '그날의 마지막 출입',
  blind: '봇이 확인할 수 없는 상황',
};

const verdicts: AnswersToCards['verdicts'] = { noise: '오탐', test: '테스트', known: '파악된 사항' };

const hides = {
  calm: '이 알림처럼 가벼운 것만 숨기며, 더 중요한 것은 그대로 알립니다.',
  notable: '여러 번의 인증 실패 후에 출입이 있으면 반드시 알립니다.',
  severe: '이 알림처럼 심각한 것도 숨깁니다.',
} as const;

/** What people answer to a card, and what the bot says to it. */
export const answersToCards: AnswersToCards = {
  topics,
  verdicts,
  button: {
    take: '제가 맡겠습니다',
    release: '‘제가 맡겠습니다’ 취소',
    mute: '알림 끄기…',
    dismiss: '문제 아님',
    reinstate: '다시 문제로 표시',
    endMute: '지금 끝내기',
  },
  line: {
    taken: (who, since) => `🙋 ${who} 님이 ${since}부터 맡고 있습니다`,
    dismissed: (why, who, when) => `🗑️ 문제 아님(${verdicts[why]}): ${who} 님 (${when})`,
    released: (who, when) => `↩️ ${who} 님이 맡기를 취소했습니다 (${when})`,
    releasedFor: (who, whose, when) => `↩️ ${who} 님이 ${whose} 님의 맡기를 취소했습니다 (${when})`,
    reinstated: (who, when) => `↩️ ${who} 님이 다시 문제로 표시했습니다 (${when})`,
  },
  unanswered: (length) => `${length} 동안 아무도 응답하지 않았습니다`,
  reply: {
    yours: (since) => `🙋 ${since}부터 이미 맡고 계십니다.`,
    taken: (who, since) => `🙏 ${since}부터 이미 ${who} 님이 맡고 있습니다.`,
    dismissed: (why, who) => `🙏 이미 ${who} 님이 문제가 아니라고(${verdicts[why]}) 표시했습니다.`,
    tooSlow: '🙏 시간이 너무 오래 걸려 Slack에서 받아들이지 않았습니다. 버튼을 다시 눌러 주십시오.',
    muteIsOver: '🙏 이 알림 끄기는 이미 끝났습니다.',
    notSaid: (line) => `⚠️ ${line} Slack이 채널 안내를 받아들이지 않았으니 다른 분들께 직접 알려 주십시오.`,
    notSaved: '⚠️ 저장하지 못했습니다. 1분쯤 뒤에 다시 시도해 주십시오.',
  },
  dismissal: {
    title: '문제 아님',
    why: '이유를 선택하십시오',
    hint: '이 알림의 모든 메시지에 표시되며, 요약에서 집계됩니다.',
    submit: '확인',
    cancel: '취소',
    reasons: {
      noise: '오탐: 들어오려 한 사람이 없습니다',
      test: '테스트',
      known: '파악된 사항: 원인을 알고 있습니다',
    },
  },
  mute: {
    title: '알림 끄기',
    submit: '알림 끄기',
    cancel: '취소',
    channel: '어느 채널에서',
    what: '무엇을 끄시겠습니까?',
    door: (door) => `${door}의 모든 알림`,
    topic: (topic) => `모든 출입문: ${topics[topic]}`,
    topicAtDoor: (topic, door) => `${door}: ${topics[topic]}만`,
    howLong: '언제까지 끄시겠습니까?',
    minutes: (amount) => `${amount}분`,
    hours: (amount) => `${amount}시간`,
    tomorrow: (day) => `내일 08:00까지 (${day})`,
    picked: '아래에서 고른 때까지',
    until: '끝나는 때',
    untilHint: '‘아래에서 고른 때까지’를 선택했을 때만 쓰입니다. 지금부터 7일 이내여야 합니다.',
    hides: (severity) =>
      `이 채널의 모두에게 적용됩니다. ${hides[severity]} 끝날 때 숨긴 것을 메시지 하나로 알립니다. 봇이 확인할 수 없는 상황은 언제나 알립니다.`,
    needsTime: '날짜와 시간을 골라 주십시오.',
    past: '이미 지난 때입니다. 앞으로의 때를 골라 주십시오.',
    tooFar: '알림 끄기는 7일 안에 끝나야 합니다. 더 이른 때를 골라 주십시오.',
    notAsked: '이 때를 쓰려면 ‘아래에서 고른 때까지’를 선택하고, 쓰지 않으려면 지워 주십시오.',
  },
  muted: {
    everything: (door) => `${door}의 모든 알림`,
    topic: (topic) => `모든 출입문의 ${topics[topic]} 알림`,
    topicAtDoor: (topic, door) => `${door}의 ${topics[topic]} 알림`,
    all: '모든 알림',
    begins: (who, what, until) => `🔇 ${who} 님이 이 채널에서 ${what}을 ${until}까지 껐습니다.`,
    small: '숨긴 것은 집계하여 끝날 때 알립니다.',
    ended: (who, when) => `🔔 ${who} 님이 일찍 끝냈습니다 (${when}).`,
  },
  gathered: {
    muted: (amount, what) =>
      amount === 0
        ? `🔔 ${what} 끄기가 끝났습니다. 숨긴 것이 없습니다`
        : `🔔 ${what} 끄기가 끝났습니다. 숨긴 알림은 ${number(amount)}건입니다`,
    unnamedMute: (amount) =>
      amount === 0
        ? '🔔 알림 끄기가 끝났습니다. 숨긴 것이 없습니다'
        : `🔔 알림 끄기가 끝났습니다. 숨긴 알림은 ${number(amount)}건입니다`,
    quiet: (amount) => `🌙 이 채널의 조용한 시간대 알림 ${number(amount)}건`,
    calm: (times) => `🚶 인증 실패 1~3회 후의 출입: ${number(times)}회`,
    calmLine: (when, door, who, failures) => `${when} · ${door} · ${who} (인증 실패 ${number(failures)}회 후)`,
    worthALine: (amount) => `🚶 참고 알림 ${number(amount)}건`,
    unexplainedLine: (when, door, times) =>
      `${when} · ${door} · 인증 없이 잠금 해제${times === 1 ? '' : ` (${number(times)}회)`}`,
    nobody: '인증 없음',
    earlier: (amount) => `이전 ${number(amount)}건은 생략했습니다`,
    more: (amount) => `… 외 ${number(amount)}건`,
    moreDoors: (amount) => `… 외 출입문 ${number(amount)}곳`,
    cut: (amount) => `나머지 출입문 ${number(amount)}곳은 Slack 표에 들어가지 않아 생략했습니다`,
    letInFirst: (doors) => `🚨 여러 번의 인증 실패 후 출입이 있었습니다: ${doors}`,
    severeFirst: (doors) => `🚨 심각한 알림이 있습니다: ${doors}`,
    by: (who, from, until) => `${who} 님이 ${from}부터 ${until}까지 껐습니다`,
    endedBy: (who) => `${who} 님이 일찍 끝냈습니다`,
    span: (from, to) => `${from}부터 ${to}까지`,
    nothingToDo: '참고용이며 조치가 필요하지 않습니다',
    own: (amount) => `그중 ${number(amount)}건은 따로 알렸습니다`,
    caption: '출입문(심각한 순)',
    worthALineCaption: '참고 알림(발생 순)',
    calmCaption: '출입(발생 순)',
    head: {
      door: '출입문',
      place: '지점',
      alerts: '알림',
      failures: '인증 실패',
      letIn: '출입',
      unlocked: '잠금 해제',
      last: '마지막',
      when: '일시',
      who: '사람',
    },
    row: (door, parts) => [door, ...parts].join(' · '),
    count: {
      alerts: (amount) => `알림 ${number(amount)}건`,
      failures: (amount) => `인증 실패 ${number(amount)}회`,
      letIn: (amount) => `출입 ${number(amount)}명`,
      unlocked: (amount) => `잠금 해제 ${number(amount)}회`,
    },
  },
};
