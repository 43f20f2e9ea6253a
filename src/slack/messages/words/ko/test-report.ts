import type { TestReportWords } from '../en/test-report.ts';
import { common } from './common.ts';

/** The steps of a test alert. Lengths of time come in words. */
export const testReport: TestReportWords = {
  refused: (what) => `이 채널에는 알림을 보낼 수 없습니다: ${what}.`,
  refusedHere: {
    not_in_channel: {
      what: '봇이 이 채널의 구성원이 아닙니다',
      todo: '여기에서 `/invite` 뒤에 봇의 이름을 입력해 주십시오.',
    },
    channel_not_found: {
      what: '봇이 이 채널을 볼 수 없습니다',
      todo: '비공개 채널이라면 여기에서 `/invite` 뒤에 봇의 이름을 입력해 주십시오. 사람끼리의 대화에는 봇이 참여할 수 없습니다.',
    },
  },
  thenAgain: (todo) => `${todo} 그런 다음 \`/clue test-alert\` 명령을 다시 입력해 주십시오.`,
  silence: {
    what: (length) => `${length} 안에 테스트 알림이 도착하지 않았습니다. Slack이 받지 않았거나 다른 알림이 먼저입니다.`,
    todo: '봇은 계속 시도합니다. 나중에 도착하면 얼마나 늦었는지 표시합니다. `/clue status` 명령으로 문제를 확인할 수 있습니다.',
  },
  notSaved: {
    what: '봇이 테스트 알림을 저장하지 못해 보내지 않았습니다.',
    todo: '`STORE_URL` 디스크를 확인해 주십시오. 자세한 내용은 봇의 로그에 있습니다.',
  },
  underWay: {
    what: '이 채널에서 이미 테스트 알림을 보내고 있습니다.',
    todo: '위에 도착했는지 확인하시거나, 끝난 뒤에 다시 요청해 주십시오.',
  },
  tooSoon: (wait) => `조금 전에 테스트 알림을 요청하셨습니다. ${wait} 뒤에 다시 요청해 주십시오.`,
  verdict: {
    notShown: (after) => `요청 ${after} 뒤에 Slack이 테스트 알림을 받았지만 보이지 않습니다.`,
    clueAway: (after) =>
      `테스트 알림이 요청 ${after} 뒤에 위에 도착했지만, CLUe에서 행을 받지 못하고 있습니다. 지금 일어나는 일은 나중에 알려 드립니다.`,
    severalTimes: (after, times) =>
      `테스트 알림이 요청 ${after} 뒤에 위에 도착했지만 ${common.times(times)} 표시되었습니다.`,
    stands: (after) => `테스트 알림이 요청 ${after} 뒤에 위에 도착했습니다.`,
    notReadBack: (after) => `테스트 알림이 요청 ${after} 뒤에 위에 도착했지만 봇이 다시 읽을 수 없습니다.`,
  },
  step: {
    clue: (length) => `CLUe 응답: ${length}`,
    noClue: (length, what, todo) => `CLUe 응답: 없음(${length}). ${what}. ${todo}`,
    saved: (length) => `저장: ${length}`,
    notSaved: '저장: 하지 못함',
    posted: (length) => `Slack 게시: ${length}`,
    notPosted: 'Slack 게시: 하지 못함',
    notPostedYet: 'Slack 게시: 아직 안 됨',
    readBack: (length, times) => `채널에서 다시 읽기: ${length}, ${times === 0 ? '찾지 못함' : common.times(times)}`,
    notReadBack: '채널에서 다시 읽기: 하지 못함',
  },
  advice: {
    unreadable: (word) =>
      `Slack이 봇에게 이곳을 읽도록 허용하지 않습니다( ${word} ). 알림은 도착하지만 Slack의 응답을 잃으면 두 번 표시될 수 있습니다.`,
    gone: '누군가 삭제했거나 Slack이 느립니다. 1분 뒤에 다시 요청해 주십시오.',
    doubled: '나중 것은 약 2분 뒤에 지워집니다.',
  },
};
