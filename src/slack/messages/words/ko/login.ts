import type { LoginWords } from '../en/login.ts';

/** What came of asking CLUe to log the bot in again. */
export const login: LoginWords = {
  accepted: {
    what: 'CLUe가 로그인을 다시 받아들였습니다.',
    next: '그동안 일어난 일을 지금 봇이 읽습니다.',
  },
  already: '봇은 이미 CLUe에 로그인되어 있습니다.',
  nothingToDo: '필요한 작업이 없었습니다.',
  keyAgain: {
    what: '봇은 로그인 대신 API 키를 사용합니다. 다음에 읽을 때 CLUe에 키를 다시 제시합니다.',
    next: '1분 뒤에 `/clue status` 명령으로 CLUe가 받아들였는지 확인할 수 있습니다.',
  },
  keyNotRefused: '봇은 로그인 대신 API 키를 사용하며, CLUe가 키를 거부하지 않았습니다.',
  tooSoon: '10분 안에 이미 요청이 있었습니다. 거부가 반복되면 계정이 잠깁니다.',
  askAt: (moment) => `${moment}에 다시 요청해 주십시오.`,
  askInTenMinutes: '다음 시도는 10분 뒤에 요청할 수 있습니다.',
  failed: (what) => `봇이 로그인하지 못했습니다: ${what}.`,
};
