import type { HomeWords } from '../en/home.ts';

/** The Home tab. */
export const home: HomeWords = {
  well: '🟢 모두 정상입니다',
  troubled: (amount) =>
    `🟡 확인이 필요한 항목이 ${amount.toLocaleString('ko')}건 있습니다. \`/clue status\` 명령을 확인해 주십시오`,
  watches: (places, doors) => `${places}의 ${doors}을 지켜보고 있습니다`,
  asOf: (moment) => `${moment} 기준`,
  doors: '출입문',
  unlocked: '잠금 해제됨',
  locked: '잠김',
  unknown: '잠금 상태를 아직 알 수 없습니다',
  last: (what, who, moment) => `최근: ${what}${who === undefined ? '' : `, ${who}`}, ${moment}`,
  noRows: '아직 기록이 없습니다',
  moreDoors: (amount) => `외 ${amount.toLocaleString('ko')}곳. \`/clue recent\` 명령으로 기록을 볼 수 있습니다`,
  noDoors: '아직 출입문 기록이 없습니다.',
  open: '진행 중인 일',
  nothingOpen: '진행 중인 일이 없습니다.',
  more: (amount) => `외 ${amount.toLocaleString('ko')}건`,
  wishes: '참여 중인 채널의 알림',
  noWishes: '참여 중인 채널에는 아직 알림이 없습니다. 채널에서 `/clue subscribe` 명령을 입력해 주십시오.',
  mutes: '알림 끄기',
  noMutes: '꺼 둔 알림이 없습니다.',
  muted: (channel, what, until, hidden) =>
    `${channel}: ${what}, ${until}까지 (${hidden === 0 ? '숨긴 알림 없음' : `지금까지 ${hidden.toLocaleString('ko')}건 숨김`})`,
  language: (name) => `언어: ${name} (Slack 설정을 따릅니다)`,
  refused: '출입문 정보는 이 워크스페이스의 정회원에게만 표시됩니다.',
};
