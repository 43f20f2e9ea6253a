import type { DigestWords } from '../en/digest.ts';

const number = (amount: number): string => amount.toLocaleString('ko');
const SPANS = { day: '하루', week: '한 주' };

/** What a digest says: a day or a week in numbers. */
export const digest: DigestWords = {
  head: (entries, people, failures) =>
    `출입 ${number(entries)}건${people > 0 ? `(${number(people)}명)` : ''}, 인증 실패 ${number(failures)}회`,
  noNumbers: '이번에는 집계하지 못했습니다',
  nothing: (span) => `조용한 ${SPANS[span]}였습니다. 출입도 인증 실패도 없었고, 달리 알릴 일도 없습니다`,
  span: (span, from, to) => `${from}부터 ${to}까지 ${SPANS[span]}`,
  chart: { day: '2시간별 출입', week: '시간대별 출입(한 주 합계, 2시간 단위)' },
  perDay: (from, days) => `일별 출입(매일 ${from}부터): ${days.join(', ')}`,
  ofDay: (day, entries) => `${day} ${number(entries)}건`,
  series: '출입',
  caption: '출입문(인증 실패가 많은 순)',
  columns: { door: '출입문', place: '지점', entries: '출입', failures: '인증 실패', usual: '평소' },
  line: (door, entries, failures, usual) =>
    `${door} · 출입 ${number(entries)}건 · 인증 실패 ${number(failures)}회${usual === undefined ? '' : `(평소 ${number(usual)}회)`}`,
  moreDoors: (left) => `… 외 ${number(left)}곳`,
  busiest: (from, entries) => `가장 붐빈 한 시간: ${from}부터, 출입 ${number(entries)}건`,
  longest: (door, length, isOpen) =>
    isOpen
      ? `가장 긴 잠금 해제: ${door}, 지금까지 ${length}(아직 잠금 해제 상태입니다)`
      : `가장 긴 잠금 해제: ${door}, ${length}`,
  hidden: (incidents, what) => `🔇 알림 끄기로 숨겨진 알림: ${number(incidents)}건(${what})`,
  hiddenOf: (what, incidents) => `${what} ${number(incidents)}건`,
  blind: (spells, length) => `⛔ 봇이 볼 수 없었던 시간: ${number(spells)}회, 모두 ${length}`,
  missingRows: (rows) => `⛔ 장치 기록 ${number(rows)}행이 봇에 도착하지 않았습니다`,
  unanswered: (cards) => `⚠️ 아무도 대응하지 않은 심각한 알림: ${number(cards)}건`,
  dismissed: (noise, test, known) => {
    const why = [
      ...(noise > 0 ? [`오탐 ${number(noise)}건`] : []),
      ...(test > 0 ? [`테스트 ${number(test)}건`] : []),
      ...(known > 0 ? [`알고 있는 일 ${number(known)}건`] : []),
    ];
    return `문제가 아니라고 표시된 알림: ${why.join(', ')}`;
  },
  usualLater: (past) => `출입문별 평소 수치는 네 번째 요약부터 표시합니다(이번이 ${number(past + 1)}번째입니다)`,
  unread: (places) => `⚠️ CLUe에서 ${places}의 기록을 읽지 못했습니다. 그곳에서 일어난 일은 빠져 있습니다`,
  cut: (places) => `⚠️ ${places}의 기록이 너무 많아 최근 행만 셌습니다`,
  malformed: (rows) => `⚠️ 읽을 수 없는 ${number(rows)}행은 세지 않았습니다`,
  late: (length, why) =>
    why === 'off'
      ? `🕰️ ${length} 늦게 알립니다. 봇이 꺼져 있었습니다`
      : `🕰️ ${length} 늦게 알립니다. CLUe를 더 일찍 읽을 수 없었습니다`,
  skipped: (due) => `⚠️ ${due}의 요약은 봇이 너무 오래 꺼져 있어서 건너뛰었습니다`,
};
