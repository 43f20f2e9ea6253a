import type { RehearsalWords } from '../en/rehearsal.ts';

const number = (amount: number): string => amount.toLocaleString('ko');

/** What a rehearsal says: what a subscription would have told. */
export const rehearsal: RehearsalWords = {
  head: (messages, days, mostADay) =>
    `최근 ${number(days)}일 동안 메시지 ${number(messages)}건, 하루 최대 ${number(mostADay)}건`,
  none: (days) => `최근 ${number(days)}일 동안 메시지가 없었습니다`,
  wish: (wish) => `조건: ${wish}`,
  average: (messages) => `하루 평균 ${messages}건입니다`,
  busiest: (hours) => `*가장 많았던 시간:* ${hours.join(', ')}`,
  hour: (from, messages) => `${from}부터 한 시간(${number(messages)}건)`,
  doors: (doors, more) => `*출입문:* ${doors.join(', ')}${more > 0 ? ` 외 ${number(more)}곳` : ''}`,
  door: (door, alerts) => `${door}(${number(alerts)}건)`,
  loudest: '*가장 심각한 것:*',
  kinds: {
    failures: (times, letIn) => `인증 실패 ${number(times)}회${letIn > 0 ? `, 이후 ${number(letIn)}명 출입` : ''}`,
    unlocks: (times, letIn) => (letIn > 0 ? `잠금 해제(출입 ${number(letIn)}명)` : `잠금 해제 ${number(times)}회`),
  },
  instead: (wishes) => `*조건을 바꾸면:* ${wishes.join(' · ')}`,
  other: (wish, messages) => `${wish} 조건에서는 ${number(messages)}건`,
  late: (rows, length) =>
    `🕰️ ${number(rows)}행이 늦게 도착했습니다(최대 ${length}). 도착한 때의 것으로 다루었습니다. 다른 행이 없을 때 늦게 온 행은 구별할 수 없습니다`,
  honest:
    '봇이 지금 알고 있는 이름과 습관으로 읽었습니다. 카드 한 장을 한 건으로 세며, 스레드의 답글, 알림 끄기, 조용한 시간은 세지 않습니다',
  unread: (places) => `⚠️ CLUe에서 ${places}의 기록을 읽지 못했습니다. 그곳의 메시지는 빠져 있습니다`,
  cut: (places) => `⚠️ ${places}의 기록이 너무 많아 최근 행만으로 시험했습니다`,
  reading: (rows, total) => `⏳ 기록을 읽고 있습니다: ${number(total)}행 중 ${number(rows)}행 …`,
  rehearsing: (rows, percent) => `⏳ ${number(rows)}행으로 시험하고 있습니다: ${percent}% …`,
  busy: '⏳ 다른 리허설이 진행 중입니다. 잠시 후 다시 요청해 주십시오.',
  button: '이대로 구독하기',
  subscribed: (wish) => `✅ 이 채널에 앞으로 알립니다: ${wish}`,
  unclear: (word) => `🤔 ${word}의 뜻을 알 수 없습니다.`,
  grammar: (topics, mostDays) =>
    `종류는 ${topics.join(', ')}입니다. 이어서 \`door:…\`, \`place:…\`, \`after:3\`, \`hours:22:00-07:00\`, \`last 7d\`부터 \`last ${mostDays}d\`까지 지정할 수 있습니다.`,
};
