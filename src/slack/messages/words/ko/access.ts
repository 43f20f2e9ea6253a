import type { AccessWords } from '../en/access.ts';

/** Who may ask what, and the log of what was asked. Names come escaped, people of Slack as mentions. */
export const access: AccessWords = {
  roles: { admin: '관리자', operator: '운영자', viewer: '열람자' },
  may: {
    admin: '관리자: 모두에게 해당하는 설정을 바꿀 수 있습니다',
    operator: '운영자: 출입문, 건수, 사람 이름을 볼 수 있습니다',
    viewer: '열람자: 출입문과 건수만 보고 이름은 볼 수 없습니다',
    none: '개별 역할 없음: 이 양식이 없을 때의 역할이 됩니다',
  },
  namesLeftOut: '역할이 열람자이므로 사람 이름이 표시되지 않습니다. 관리자가 봇의 홈 탭에서 바꿀 수 있습니다.',
  notNoted: '감사 기록을 쓸 수 없어 이름을 표시하지 않습니다. 1분 뒤에 다시 시도해 주십시오.',
  reasonAsked: '개인 조회에는 사유가 필요합니다. 표시된 양식에 입력해 주십시오.',
  reasonNeeded: '개인 조회에는 사유가 필요합니다. `reason:"카드 분실"` 처럼 사유를 붙여 다시 입력해 주십시오.',
  reason: {
    title: '조회 사유',
    submit: '조회하기',
    cancel: '취소',
    why: '사유',
    hint: '질문과 함께 감사 기록에 남으며 관리자가 볼 수 있습니다.',
    blank: '사유를 입력해 주십시오.',
  },
  start: {
    what: (role) =>
      role === 'operator'
        ? '이 워크스페이스의 정식 구성원은 운영자입니다. 질문하면 출입문을 드나든 사람의 이름이 표시됩니다.'
        : '이 워크스페이스의 정식 구성원은 열람자입니다. 출입문과 건수만 보고 이름은 볼 수 없습니다.',
    next: '게스트와 다른 회사 사람에게는 답하지 않습니다. 개인과 사용자 그룹의 역할은 홈 탭에서 정할 수 있습니다.',
    makeViewers: '열람자로 변경',
    makeOperators: '운영자로 변경',
  },
  home: {
    role: (role) => `내 역할: ${role}`,
    title: '질문할 수 있는 사람',
    give: '역할 지정…',
    takeBack: '취소하기',
    given: (whom, role, by) => `${whom}: ${role} (지정: ${by})`,
    configured: (whom, role) => `${whom}: ${role} (봇 구성에 따름)`,
    allowed: (channel, by) => `${channel}: 다른 회사도 보지만 사람 이름을 표시합니다 (허용: ${by})`,
    forbid: '이름 표시 안 함',
  },
  form: {
    title: '역할 지정',
    submit: '지정하기',
    cancel: '취소',
    person: '구성원',
    group: '또는 사용자 그룹의 ID',
    groupHint: 'Slack의 그룹 메뉴에서 "그룹 ID 복사" 항목을 선택해 주십시오.',
    role: '역할',
    nobody: '구성원을 선택하거나 사용자 그룹의 ID를 입력해 주십시오.',
    both: '구성원과 사용자 그룹 중 하나만 지정해 주십시오.',
    notGroup: '사용자 그룹의 ID가 아닙니다.',
    self: '본인의 역할은 다른 관리자만 바꿀 수 있습니다.',
  },
  notSaved: '저장하지 못했습니다. 1분 뒤에 다시 시도해 주십시오.',
  configured: '봇 구성에서 관리자로 지정되어 있어 바뀌지 않습니다.',
  link: {
    done: (user, person) => `🔗 ${user} 계정을 출입문의 ${person} 항목에 연결했습니다. 본인의 기록을 볼 수 있습니다.`,
    gone: (user) => `🔗 ${user} 계정의 연결을 해제했습니다.`,
    one: (user, person) => `${user}: ${person}`,
    none: '🔗 아직 연결이 없습니다. `/clue link U012ABCDEF Jack` 명령으로 지정할 수 있습니다.',
    list: (amount) => `🔗 Slack 구성원과 출입문 인물의 연결 ${amount.toLocaleString('ko')}건:`,
    notWhom: (word) =>
      `🤔 ${word} 항목이 누구인지 알 수 없습니다. Slack에서는 이름만 전달됩니다. \`/clue link U012ABCDEF Jack\` 처럼 프로필의 "멤버 ID 복사" 항목에서 얻은 ID를 입력해 주십시오.`,
    nobody: '🤔 Slack 구성원 다음에 출입문의 인물을 이름이나 키로, 또는 `off` 항목을 입력해 주십시오.',
  },
  names: {
    direct: '🤔 개인 간의 대화입니다. 해당 채널에서 입력해 주십시오.',
    own: '이 채널은 우리 회사만 봅니다. 이름 표시는 알림 설정을 따릅니다.',
    unknown: '⚠️ 누가 이 채널을 보는지 Slack에서 확인되지 않아 이름을 표시하지 않습니다. 1분 뒤에 다시 시도해 주십시오.',
    allowed: (who) =>
      `🔓 다른 회사도 이 채널을 보지만 ${who} 님의 허용으로 사람 이름을 표시합니다. 보는 사람이 바뀌면 끝납니다.`,
    forbidden:
      '🔒 다른 회사도 이 채널을 보므로 사람 이름을 표시하지 않습니다. `/clue names allow` 명령으로 바꿀 수 있습니다.',
    saysAllowed: (who) =>
      `🔓 ${who} 님이 다른 회사도 보는 이 채널에 사람 이름을 표시하도록 했습니다. 보는 사람이 바뀌면 끝납니다.`,
    saysForbidden: (who) => `🔒 ${who} 님이 이 채널에 사람 이름을 표시하지 않도록 했습니다.`,
    unclear: (word) => `🤔 ${word} 항목은 알 수 없습니다. \`allow\` 또는 \`forbid\` 중 하나를 입력해 주십시오.`,
  },
  audit: {
    head: (amount) => `이름을 포함해 답한 질문 ${amount.toLocaleString('ko')}건`,
    ofUser: (user) => `질문자 ${user}`,
    ofPerson: (person) => `조회된 인물 ${person}`,
    none: '이름을 포함해 답한 질문이 없습니다',
    caption: '질문(최신순)',
    columns: {
      at: '시각',
      user: '질문자',
      asked: '질문',
      reason: '사유',
      rows: '행 수',
      people: '조회된 인물',
    },
    leftOut: (amount) => `이전 질문 ${amount.toLocaleString('ko')}건은 생략했습니다. 파일에는 모두 있습니다.`,
    kept: '400일 동안 보관합니다. 찾은 사람은 남기지 않고 이름이 있는 행의 수만 남깁니다.',
    asFile: '파일로 받기',
    title: '감사 기록',
    sent: '📎 파일을 봇과의 대화로 보냈습니다.',
    notSent: (word) => `⚠️ Slack이 파일을 받지 않았습니다: ${word}.`,
    unclear: (word) =>
      `🤔 ${word} 항목은 알 수 없습니다. Slack 구성원 ID, 출입문의 인물, \`7d\` 같은 기간, \`csv\` 등을 지정할 수 있습니다.`,
  },
};
