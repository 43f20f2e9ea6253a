import type { ProblemWords } from '../en/problems.ts';

const LOGIN = '관리자가 `/clue login` 명령을 실행해 주십시오.';
const RESTART = '봇을 다시 시작해 주십시오.';

/** What can be wrong with CLUe, Slack and the store, and what helps. */
export const problems: ProblemWords = {
  refusals: {
    'wrong-password': {
      what: '전화번호 또는 비밀번호가 올바르지 않아 CLUe에 로그인할 수 없습니다',
      todo: `\`CLUE_COUNTRY_CODE\`, \`CLUE_PHONE\`, \`CLUE_PASSWORD\` 값을 수정하고 ${RESTART} 설정이 올바르고 CLUe 쪽 문제였다면 ${LOGIN}`,
    },
    'no-account': {
      what: '이 전화번호의 계정이 없어 CLUe에 로그인할 수 없습니다',
      todo: `\`CLUE_COUNTRY_CODE\`, \`CLUE_PHONE\`, \`CLUE_ACCOUNT_TYPE\` 값을 수정하고 ${RESTART}`,
    },
    'account-locked': {
      what: 'CLUe에서 봇의 계정이 잠겨 있습니다',
      todo: `CLUe에서 계정 잠금을 푼 후 ${LOGIN} 비밀번호를 변경했다면 대신 새 비밀번호를 \`CLUE_PASSWORD\` 항목에 입력하고 ${RESTART}`,
    },
    'password-expired': {
      what: '비밀번호가 만료되어 CLUe에 로그인할 수 없습니다',
      todo: `CLUe에서 새 비밀번호를 설정해 \`CLUE_PASSWORD\` 항목에 입력하고 ${RESTART}`,
    },
    'account-inactive': {
      what: '봇의 계정이 활성 상태가 아니어서 CLUe에 로그인할 수 없습니다',
      todo: `CLUe에서 계정을 활성화한 후 ${LOGIN}`,
    },
    'two-factor-asked': {
      what: 'CLUe가 2단계 인증을 요구하지만 봇은 이를 처리할 수 없습니다',
      todo: `2단계 인증이 없는 봇 전용 계정 또는 API 키(\`CLUE_API_KEY\`)를 설정하고 ${RESTART} 계정 설정을 변경했다면 ${LOGIN}`,
    },
    'key-refused': {
      what: 'CLUe가 API 키를 거부합니다',
      todo: `유효한 키를 \`CLUE_API_KEY\` 항목에 입력하고 ${RESTART} CLUe에서 키를 다시 허용했다면 ${LOGIN}`,
    },
    'account-shared': {
      what: 'CLUe 세션이 1시간에 3번 도중에 종료되었습니다. 다른 사람이 같은 계정으로 로그인하고 있습니다',
      todo: `봇 전용 CLUe 계정을 설정하고 다시 시작하거나, 다른 로그인을 종료한 후 ${LOGIN}`,
    },
    other: {
      what: 'CLUe에 로그인할 수 없습니다',
      todo: `봇의 계정으로 CLUe에 로그인하여 원인을 확인하고 해결한 후 ${LOGIN} \`CLUE_API_URL\` 값이 CLUe의 주소가 아니라면 수정하고 ${RESTART}`,
    },
  },
  ofPlace: (place, what) => `${place}: ${what}`,
  coded: (what, code) => `${what}(코드 ${code})`,
  goesOn: '봇이 자동으로 계속 다시 시도합니다.',
  againInAMinute: '1분 후에 다시 시도해 주십시오.',
  againThen: '그 후에 다시 시도해 주십시오.',
  loginWaits: '봇이 CLUe에 다시 로그인해야 하지만 로그인은 1분에 한 번만 시도합니다',
  loginAt: (moment) => `로그인 예정 시각은 ${moment}입니다.`,
  unreachable: (detail) => `CLUe에 연결할 수 없습니다(${detail})`,
  timeout: (length) => `${length} 안에 CLUe의 응답이 없었습니다`,
  rateLimited: 'CLUe에 보낸 요청이 너무 많습니다',
  waits: (length) => `CLUe의 요청에 따라 봇이 ${length} 동안 기다립니다.`,
  serverError: (status) => `CLUe 쪽에서 오류가 발생했습니다(HTTP ${status})`,
  unreadable: (status, detail) => `CLUe의 응답을 읽을 수 없습니다(HTTP ${status}: ${detail})`,
  lookBetween:
    '이 상태가 계속되면 봇과 CLUe 사이에서 다른 것(프록시, 잘못된 `CLUE_API_URL` 등)이 대신 응답하지 않는지 확인해 주십시오.',
  notAllowed: {
    what: '봇의 계정에 이 지점을 조회할 권한이 없습니다',
    todo: 'CLUe에서 계정에 지점의 이벤트를 볼 권한을 주거나 `CLUE_PLACES` 항목에서 이 지점을 빼 주십시오.',
  },
  noSuchPlace: {
    what: 'CLUe에 이 지점이 없습니다',
    todo: `\`CLUE_PLACES\` 항목의 지점 ID를 수정하고 ${RESTART}`,
  },
  badRequest: (status, detail) => `CLUe가 요청을 거부합니다(HTTP ${status}: ${detail})`,
  faultOfTheBot: '봇의 결함이거나 CLUe가 변경되었을 가능성이 있습니다. 자세한 내용은 봇의 로그를 확인해 주십시오.',
  channels: {
    not_in_channel: {
      what: '봇이 채널에 참여하고 있지 않습니다',
      todo: '해당 채널에서 `/invite` 뒤에 봇의 이름을 입력해 주십시오.',
    },
    channel_not_found: {
      what: '봇이 채널을 볼 수 없습니다',
      todo: '봇을 채널에 초대하거나 설정의 채널 ID를 수정해 주십시오.',
    },
    is_archived: {
      what: '채널이 보관되어 있습니다',
      todo: '보관을 해제하거나 설정에서 다른 채널을 지정해 주십시오.',
    },
    restricted_action: {
      what: '워크스페이스 설정에 따라 일부 사람만 게시할 수 있습니다',
      todo: '봇의 게시를 허용하거나 설정에서 다른 채널을 지정해 주십시오.',
    },
    missing_scope: {
      what: 'Slack 앱의 권한이 부족합니다',
      todo: 'api.slack.com/apps에서 앱을 `manifest.yml` 내용대로 업데이트하고 다시 설치해 주십시오.',
    },
  },
  token: {
    what: 'Slack이 봇의 토큰을 더 이상 받아들이지 않습니다',
    todo: `앱을 다시 설치하고 새 \`SLACK_BOT_TOKEN\` 값을 설정한 후 ${RESTART}`,
  },
  unknownRefusal: {
    what: (word) => `Slack에서 ${word} 오류를 반환했습니다`,
    todo: 'Slack의 chat.postMessage 문서에서 이 단어를 확인해 주십시오.',
  },
  store: {
    full: { what: '디스크가 가득 찼습니다', todo: '`STORE_URL` 디스크의 공간을 확보해 주십시오.' },
    'read-only': {
      what: '저장 파일에 쓸 수 없습니다',
      todo: '`STORE_URL` 파일에 쓸 권한을 봇에 부여해 주십시오.',
    },
    locked: {
      what: '다른 프로그램이 저장 파일을 사용하고 있습니다',
      todo: '`STORE_URL` 파일을 사용하는 프로그램을 중지해 주십시오.',
    },
    gone: {
      what: '저장 파일이 없습니다',
      todo: '`STORE_URL` 폴더를 되돌려 놓아 주십시오. 파일은 봇이 자동으로 다시 씁니다.',
    },
    other: {
      what: '저장소에 쓸 수 없습니다',
      todo: '자세한 내용은 봇의 로그를 확인해 주십시오. `STORE_URL` 디스크도 확인해 주십시오.',
    },
  },
  fromMemory: '알림은 메모리의 정보로 계속되지만 해결되기 전에 다시 시작하면 그 정보가 사라집니다.',
};
