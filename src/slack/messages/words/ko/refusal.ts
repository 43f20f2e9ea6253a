import type { RefusalWords } from '../en/refusal.ts';

/** Why somebody gets no answer. It tells nothing about doors, people or the bot. */
export const refusal: RefusalWords = {
  guest: '죄송합니다. 출입문 기록은 이 워크스페이스의 정식 구성원만 볼 수 있습니다.',
  'other-company': '죄송합니다. 출입문 기록은 이 봇을 운영하는 회사의 구성원만 볼 수 있습니다.',
  'not-a-person': '죄송합니다. 출입문 기록은 사람만 볼 수 있습니다.',
  unknown: '죄송합니다. Slack에서 누구신지 확인하지 못해 답을 드릴 수 없습니다. 1분 뒤에 다시 시도해 주십시오.',
  'not-admin': '죄송합니다. 이 작업은 관리자만 할 수 있습니다. 관리자에게 요청해 주십시오.',
};
