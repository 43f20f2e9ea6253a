import type { RehearsalWords } from '../en/rehearsal.ts';

const number = (amount: number): string => amount.toLocaleString('ko');

/** What a rehearsal says: what a subscription would have told. */
export const rehearsal: RehearsalWords = {
  head: (messages, days, mostADay) =>
    `최근 ${number(days)}일 동안 메시지 ${number(messages)}건, 하루 최대 ${number(mostADay)}건`,
  none: (days) => `최근 ${number(days)}일 동안 메시지가 없었습니다`,
  average: (messages) => `하루 평균 ${messages}건입니다`,
  busiest: (hours) => `*가장 많았던 시간:* ${hours.join(', ')}`,
  hour: (from, messages) => `${from}부터 한 시간(${number(messages)}건)`,
  doors: (doors, more) => `*출입문:* ${doors.join(', ')}${more > 0 ? ` 외 ${number(more)}곳` : ''}`,
  door: (door, alerts) => `${door}(${number(alerts)}건)`,
  loudest: '*가장 심각한 것:*',
  instead: (wishes) => `*조건을 바꾸면:* ${wishes.join(' · ')}`,
  other: (wish, messages) => `${wish} 조건에서는 ${number(messages)}건`,
  late: (rows, length, named) =>
    `🕰️ ${number(rows)}행이 늦게 도착했습니다(최대 ${length}): ${named.join(', ')}${rows > named.length ? ', …' : ''}. 도착한 때의 것으로 다루었습니다. 다른 행이 없을 때 늦게 온 행은 구별할 수 없습니다`,
  lateRow: (door, at, length) => `${door} ${at}(${length} 늦음)`,
  blind: '`blind` 종류는 시험할 수 없습니다. 봇이 보지 못한 것은 기록에 남지 않습니다',
  noButton: '조건이 길어 버튼을 표시할 수 없습니다. `/clue subscribe` 명령 뒤에 입력해 주십시오',
  honest:
    '봇이 지금 알고 있는 이름과 습관으로 읽었습니다. 카드 한 장을 한 건으로 세고, 더 나빠졌다고 알리는 스레드의 답글도 한 건으로 셉니다. 대응이 없다는 재알림, 알림 끄기, 조용한 시간은 세지 않습니다',
  cut: (places) => `⚠️ ${places}의 기록이 너무 많아 최근 행만으로 시험했습니다`,
  reading: (rows, total) => `⏳ 기록을 읽고 있습니다: ${number(total)}행 중 ${number(rows)}행 …`,
  rehearsing: (rows, percent) => `⏳ ${number(rows)}행으로 시험하고 있습니다: ${percent}% …`,
  busy: '⏳ 다른 리허설이 진행 중입니다. 잠시 후 다시 요청해 주십시오.',
  button: '이대로 구독하기',
};
