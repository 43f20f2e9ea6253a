import type { WishWords } from '../en/wishes.ts';

const number = (amount: number): string => amount.toLocaleString('ko');

const unclear: WishWords['unclear'] = {
  'unknown-word': (word) =>
    `${word} 부분의 뜻을 알 수 없습니다. 알림 종류가 아니며, \`door:Front\` 처럼 항목 이름도 붙어 있지 않습니다.`,
  'no-such-door': (word, known) =>
    `${word} 출입문이 없습니다. ${known === '' ? '아직 기록된 출입문이 없습니다.' : `알고 있는 출입문: ${known}`}`,
  'several-doors': (word, candidates) =>
    `${word} 값에 해당하는 출입문이 여러 개입니다: ${candidates}. 괄호 안의 표기로 입력해 주십시오.`,
  'no-such-place': (word, known) => `${word} 지점이 없습니다. 감시 중인 지점: ${known}`,
  'several-places': (word, candidates) => `${word} 값에 해당하는 지점이 여러 개입니다: ${candidates}`,
  'no-such-person': (word) =>
    `${word} 사람을 찾을 수 없습니다. 감시를 시작한 뒤 출입한 사람을 이름이나 고객 키로 지정할 수 있습니다. \`/clue who-entered 7d\` 명령으로 확인할 수 있습니다.`,
  'several-people': (word, candidates) => `${word} 값에 해당하는 사람이 여러 명입니다: ${candidates}`,
  'not-hours': (word) => `${word} 값은 시간대가 아닙니다. \`22:00-07:00\` 처럼 시작과 끝을 입력해 주십시오.`,
  'not-days': (word) => `${word} 값은 요일이 아닙니다. \`mon-fri\`, \`토일\`, \`평일\` 처럼 입력해 주십시오.`,
  'not-a-number': (word) => `${word} 값은 횟수가 아닙니다. \`after:3\` 처럼 1~99로 입력해 주십시오.`,
  'not-names': (word) =>
    `${word} 값은 이름 표시 방식이 아닙니다. \`names:full\`, \`names:initials\`, \`names:none\` 값을 쓸 수 있습니다.`,
  'not-notify': (word) =>
    `${word} 값이 누구인지 알 수 없습니다(Slack은 이름만 전달합니다). \`notify:me\` 또는 \`notify:U012ABCDEF\` 같은 멤버 ID(프로필의 ⋮에서 “멤버 ID 복사”)나 \`S\` 글자로 시작하는 사용자 그룹 ID를 입력하거나, \`/clue subscribe\` 명령으로 여는 양식에서 사람을 선택해 주십시오.`,
  'not-a-digest': (word) =>
    `${word} 값은 요약 일정이 아닙니다. \`daily 09:00\`, \`weekly mon 09:00\`, \`off\` 형식으로 입력해 주십시오.`,
  'not-a-past': (word) => `${word} 값은 지난 기간이 아닙니다. \`last 1d\` 부터 \`last 30d\` 까지 쓸 수 있습니다.`,
  'not-a-language': (word) => `${word} 값은 지원하지 않습니다. \`en\`, \`ja\`, \`ko\` 값을 쓸 수 있습니다.`,
  'after-without-failures': (word) => `${word} 값은 인증 실패 횟수이지만, 지정한 종류에 \`failures\` 항목이 없습니다.`,
  'blind-is-everywhere': (word) =>
    `${word} 값은 \`blind\` 종류만 지정했을 때 함께 쓸 수 없습니다. 봇이 볼 수 없는 것은 출입문, 사람, 시간과 관계없이 알립니다.`,
  'both-ways': (word) => `${word} 값이 대상과 제외에 모두 지정되어 있습니다.`,
  never: (word) => `${word}(으)로는 아무것도 알릴 수 없습니다. 하루 전체를 벗어난 시간은 없습니다.`,
  'given-twice': (word) => `${word} 값은 두 번째 지정입니다. 하나만 지정해 주십시오.`,
  'nothing-after': (word) => `${word} 뒤에 값이 없습니다.`,
  'not-what': (word) =>
    `${word} 바로 뒤에는 \`not door:Back\` 처럼 출입문이나 사람을 지정해 주십시오. 지점은 제외할 수 없습니다.`,
  'no-such-subscription': (word) =>
    `이 채널에는 ${word} 구독이 없습니다. \`/clue subscriptions\` 명령으로 목록을 볼 수 있습니다.`,
};

/** Answers and lines about what a channel wishes for. */
export const wishes: WishWords = {
  unclear,
  typed: (typed, nearest) =>
    `입력하신 내용: ${typed}${nearest === undefined ? '' : `. 혹시 ${nearest} 명령을 뜻하셨습니까?`}`,
  forExample: (examples) => `예: ${examples}`,

  subscribed: (sentence) => `🔔 이 채널의 구독을 추가했습니다. ${sentence}`,
  changed: (sentence) => `🔔 이 채널의 구독을 변경했습니다. ${sentence}`,
  already: (sentence) => `🔔 같은 구독이 이미 있습니다. ${sentence}`,
  unsubscribed: (sentence) => `🔕 다음 구독을 해지했습니다. ${sentence}`,
  notForViewers:
    '죄송합니다. 이 구독은 이 채널에서 이름이 표시되지 않게 하는 것입니다. 귀하의 역할로는 이름을 볼 수 없으므로 운영자에게 해제를 요청해 주십시오.',
  nothingRemoved: '해당하는 구독이 없어 해지한 것이 없습니다. `/clue subscriptions` 명령으로 목록을 볼 수 있습니다.',
  id: (id) => `ID는 ${id} 입니다. \`/clue subscriptions\` 명령으로 이 채널의 구독 목록을 볼 수 있습니다.`,
  notInvited: '⚠️ 봇이 아직 이 채널에 없어 알림이 오지 않습니다. `/invite @CLUe` 명령을 입력하시면 1분 안에 시작합니다.',
  namesLeftOut: '⚠️ 이 채널은 다른 회사와 공유되어 있어 구독 설정과 관계없이 이름을 표시하지 않습니다.',
  sharingUnknown:
    '⚠️ 다른 회사와 공유된 채널인지 Slack에서 확인하지 못했습니다. 확인할 때까지 이름을 표시하지 않습니다.',
  notSaid: (word) => `⚠️ 채널에 게시하지 못했습니다. Slack의 응답: ${word}`,
  direct: '🤔 여기는 개인 대화입니다. 알림을 받을 채널에서 입력해 주십시오.',

  saysSubscribed: (who, sentence) => `🔔 ${who} 님이 구독을 추가했습니다. ${sentence}`,
  saysChanged: (who, sentence) => `🔔 ${who} 님이 구독을 변경했습니다. ${sentence}`,
  saysUnsubscribed: (who, sentence) => `🔕 ${who} 님이 다음 구독을 해지했습니다. ${sentence}`,
  saysQuiet: (who, when) =>
    `🔕 ${who} 님이 조용한 시간을 설정했습니다: ${when}. 심각한 것은 바로, 나머지는 끝날 때 알립니다.`,
  saysNotQuiet: (who) => `🔔 ${who} 님이 조용한 시간을 해제했습니다.`,
  saysDigest: (who, plan) => `🔔 ${who} 님이 요약 일정을 설정했습니다: ${plan}`,
  saysNoDigest: (who) => `🔕 ${who} 님이 요약 일정을 해제했습니다.`,
  saysLanguage: (who) => `🔔 ${who} 님이 이 채널의 언어를 한국어로 바꾸었습니다.`,
  saysUnmuted: (who, what) => `🔔 ${who} 님이 알림 끄기를 종료했습니다: ${what}`,

  quiet: (when) => `🔕 조용한 시간: ${when}. 심각한 것은 바로, 나머지는 끝날 때 한 건으로 모아 알립니다.`,
  notQuiet: '🔔 조용한 시간이 없습니다. `/clue quiet 22:00-07:00` 명령으로 설정할 수 있습니다.',
  digest: (plan, next) => `🔔 요약: ${plan}, 다음 ${next}`,
  noDigest: '🔕 요약 일정이 없습니다. `/clue digest daily 09:00` 명령으로 설정할 수 있습니다.',
  digestPlan: ({ at, zone, weekday }) =>
    weekday === undefined ? `매일 ${at}(${zone})` : `매주 ${weekday}요일 ${at}(${zone})`,
  language: '이 채널의 언어는 한국어입니다. `/clue language en` 또는 `/clue language ja` 명령으로 바꿀 수 있습니다.',

  hears: '이 채널의 구독:',
  hearsNothing: '이 채널에는 구독이 없습니다. `/clue subscribe` 명령으로 양식을 열 수 있습니다.',
  muted: (what, until, hidden) => `🔇 알림 끔: ${what}, ${until}까지, ${hidden}`,
  hidden: (amount) => (amount === 0 ? '숨긴 것 없음' : `${number(amount)}건 숨김`),
  everythingMuted: '모두',
  mutedAt: (topic, door) => `${door}의 ${topic}`,
  rests: (since) =>
    `⛔ ${since}부터 이 채널에 게시할 수 없습니다. 보관되었거나 봇이 채널에 없습니다. 게시할 수 있을 때까지 알림을 쉽니다. \`/invite @CLUe\` 명령으로 다시 시작할 수 있습니다.`,
  notShown: (amount) => `… 외 ${number(amount)}건`,

  change: '변경',
  remove: '해지',
  endMute: '지금 종료',
  confirmTitle: '해지하시겠습니까?',
  confirmText: '이 채널에 더는 알리지 않으며, 그 사실을 채널에 게시합니다.',
  confirmYes: '해지',
  confirmNo: '유지',
  gone: '그사이에 변경되어 찾을 수 없습니다.',

  formOpen: '양식을 열었습니다. 직접 입력할 수도 있습니다:',
  formNotOpen: '⚠️ Slack에서 양식을 열지 못했습니다. 직접 입력할 수 있습니다:',
  form: {
    title: '알림 구독',
    titleChange: '구독 변경',
    submit: '구독',
    submitChange: '저장',
    close: '취소',
    done: '닫기',
    means: (sentence) => `*내용:* ${sentence}`,
    meansNothing: '*내용:* 아직 없습니다. 알림 종류를 선택해 주십시오.',
    kinds: '알림 종류',
    doors: '대상 출입문',
    notDoors: '제외할 출입문',
    places: '대상 지점',
    people: '대상 사람',
    notPeople: '제외할 사람',
    byName: '이름 또는 ID(쉼표로 구분)',
    hours: '시간대',
    always: '모든 시간',
    within: '시작부터 끝까지',
    outside: '시작부터 끝까지를 제외한 시간',
    from: '시작',
    to: '끝',
    days: '요일',
    after: '몇 번째 인증 실패부터',
    names: '이름 표시',
    namesFull: '전체 표시',
    namesInitials: '머리글자',
    namesNone: '표시하지 않음',
    notify: '심각한 알림에 응답이 없을 때 알릴 사람',
    optional: '선택하지 않으면 모두 대상입니다',
    needsBoth: '시작과 끝을 모두 지정하거나 모두 비워 주십시오.',
    needsHours: '시작과 끝이 같습니다. 서로 다른 시각을 지정해 주십시오.',
    needsFailures: '인증 실패 횟수입니다. 종류에서 “인증 실패”도 선택해 주십시오.',
    blindAlone: '봇이 볼 수 없는 것은 출입문, 사람, 시간과 관계없이 알립니다. 비워 주십시오.',
    bothWays: '대상으로도 선택되어 있습니다.',
    otherPlace: '위에서 선택한 지점에 없는 출입문이 있습니다.',
    rehearse: '지난 7일로 시험하기',
    rehearsed: '지난 7일의 결과',
    rehearsedSubmit: '이대로 구독하기',
    back: '뒤로',
    nothingPicked: '알림 종류를 아직 선택하지 않았습니다. 선택한 뒤에 시험해 주십시오.',
    saving: '⏳ 저장하고 있습니다 …',
    tooOld: '이 양식은 오래되어 대상을 찾을 수 없습니다.',
  },
};
