import type { HelpWords } from '../en/help.ts';

/** What help says. What stands in code is typed as it is, in every language. */
export const help: HelpWords = {
  opening: 'CLUe 기록을 바탕으로 누가 어느 출입문으로 들어왔는지 알려 드립니다. 답은 본인에게만 보입니다.',
  doors:
    '출입문은 ID, 이름, 또는 한 곳에만 맞는 이름의 일부로 지정합니다. 여러 단어로 된 이름은 `"Front door"` 처럼 따옴표로 묶습니다. 지점이 여러 곳이면 `place:178` 또는 `place:Shibuya` 형식으로 고를 수 있습니다. 기간은 본인의 시간대로 읽고 답에서 알려 드립니다: `금요일 18시부터 20시까지` , `월요일부터` , `최근 2시간` . `tz:Asia/Tokyo` 형식으로 다른 시간대를 쓸 수 있습니다.',
  examples: (commands) => `예: ${commands.join(', ')}`,
  usage: {
    recent: '[행 수] [출입문] [사람] [실패|출입|해제|DEV_…] [기간]',
    'who-entered': '[출입문] [사람] [오늘|어제 저녁|금요일 18:00-20:00|지난주|24h|2026-11-20]',
    status: '',
    'test-alert': '',
    login: '',
    subscribe:
      '[종류] [door:… place:… person:…] [not door:… person:…] [hours:22:00-07:00 days:mon-fri|outside:09:00-18:00] [after:3] [names:full|initials|none] [notify:me]',
    unsubscribe: '[종류|id|all]',
    subscriptions: '',
    quiet: '[22:00-07:00|off]',
    digest: '[daily 09:00|weekly mon 09:00|off]',
    rehearse: '[/clue subscribe 와 같은 조건] [last 7d|30d]',
    language: '[en|ja|ko]',
    audit: '[사람|U012ABCDEF|7d] [csv]',
    link: '[U012ABCDEF 사람|off]',
    names: '[allow|forbid]',
    help: '[명령]',
  },
  summary: {
    recent: '기록의 최신 행을 보여 줍니다(보통 10행, 최대 100행)',
    'who-entered': '실제로 들어온 사람, 즉 인증되고 잠금이 해제된 사람을 보여 줍니다(기간이 없으면 오늘)',
    status: '봇이 출입문을 확인하고 알리는지 보여 줍니다: 문제, 지점별 상태, 지연, 건수, 버전',
    'test-alert': '테스트로 표시한 알림을 전체 경로를 거쳐 이 채널로 보내고 단계별 시간을 잽니다',
    login: '거부된 뒤 CLUe에 다시 로그인합니다(관리자만, 10분에 한 번)',
    subscribe: '지정한 내용을 이 채널에 알립니다. 단독으로 입력하면 선택 양식이 열립니다',
    unsubscribe: '이 채널의 알림을 줄입니다. 단독으로 입력하면 해제할 수 있는 항목을 보여 드립니다',
    subscriptions: '이 채널의 알림, 알림 끄기, 조용한 시간, 요약, 언어를 변경 버튼과 함께 보여 드립니다',
    quiet: '지정한 시간에는 심각하지 않은 것을 보류했다가 끝날 때 한 메시지로 알립니다',
    digest: '매일 또는 매주 정한 시각에 있었던 일의 요약을 이 채널에 알립니다',
    rehearse: '구독 조건을 지난 기록으로 시험하여 무엇을 알렸을지, 조건을 바꾸면 어떻게 되는지 보여 줍니다',
    language: '이 채널 알림의 언어입니다. 본인에게 드리는 답변은 본인의 언어로 표시됩니다',
    audit: '이름을 포함해 답한 질문을 질문자, 사유와 함께 보여 줍니다(관리자만, 파일로도 가능)',
    link: 'Slack 구성원이 출입문의 누구인지 정하여 본인의 기록을 볼 수 있게 합니다(관리자만)',
    names: '다른 회사도 보는 이 채널에 사람 이름을 표시하거나 표시하지 않습니다(관리자만)',
    help: '이 목록 또는 한 명령의 자세한 설명을 보여 줍니다',
  },
};
