import type { DigestWords } from '../en/digest.ts';

const number = (amount: number): string => amount.toLocaleString('ja');
const SPANS = { day: '1 日', week: '1 週間' };

/** What a digest says: a day or a week in numbers. */
export const digest: DigestWords = {
  head: (entries, people, failures) =>
    `入室 ${number(entries)} 件${people > 0 ? `（${number(people)} 人）` : ''}、認証失敗 ${number(failures)} 回`,
  noNumbers: '今回は集計できませんでした',
  nothing: (span) => `静かな ${SPANS[span]}でした。入室も認証失敗もなく、ほかにお知らせすることもありません`,
  span: (span, from, to) => `${from} から ${to} までの ${SPANS[span]}`,
  chart: { day: '2 時間ごとの入室', week: '時間帯ごとの入室（1 週間の合計、2 時間単位）' },
  perDay: (from, days) => `日ごとの入室（毎日 ${from} から）: ${days.join('、')}`,
  ofDay: (day, entries) => `${day} ${number(entries)} 件`,
  series: '入室',
  caption: '出入口（認証失敗の多い順）',
  columns: { door: '出入口', place: '拠点', entries: '入室', failures: '認証失敗', usual: 'いつも' },
  line: (door, entries, failures, usual) =>
    `${door} · 入室 ${number(entries)} 件 · 認証失敗 ${number(failures)} 回${usual === undefined ? '' : `（いつもは ${number(usual)} 回）`}`,
  moreDoors: (left) => `… ほか ${number(left)} か所`,
  busiest: (from, entries) => `最も多い 1 時間: ${from} から、入室 ${number(entries)} 件`,
  longest: (door, length, isOpen) =>
    isOpen ? `最長の解錠: ${door}、これまで ${length}（まだ解錠中です）` : `最長の解錠: ${door}、${length}`,
  hidden: (incidents, what) => `🔇 ミュートで隠れたアラート: ${number(incidents)} 件（${what}）`,
  hiddenOf: (what, incidents) => `${what} ${number(incidents)} 件`,
  blind: (spells, length) => `⛔ ボットが見られなかった時間: ${number(spells)} 回、合計 ${length}`,
  missingRows: (rows) => `⛔ 機器の記録 ${number(rows)} 行がボットに届いていません`,
  unanswered: (cards) => `⚠️ だれも対応していない重大なアラート: ${number(cards)} 件`,
  dismissed: (noise, test, known) => {
    const why = [
      ...(noise > 0 ? [`誤検知 ${number(noise)} 件`] : []),
      ...(test > 0 ? [`テスト ${number(test)} 件`] : []),
      ...(known > 0 ? [`把握済み ${number(known)} 件`] : []),
    ];
    return `問題なしとされたもの: ${why.join('、')}`;
  },
  usualLater: (past) => `出入口ごとの「いつも」は 4 回目のまとめから表示します（今回は ${number(past + 1)} 回目です）`,
  unread: (places) => `⚠️ ${places} の記録を CLUe から読めませんでした。そこで起きたことは含まれていません`,
  cut: (places) => `⚠️ ${places} の記録が多すぎたため、新しい行だけを数えています`,
  malformed: (rows) => `⚠️ 読み取れなかった ${number(rows)} 行は数えていません`,
  late: (length, why) =>
    why === 'off'
      ? `🕰️ ${length}遅れのお知らせです。ボットが停止していました`
      : `🕰️ ${length}遅れのお知らせです。CLUe を読めませんでした`,
  skipped: (due) => `⚠️ ${due} のまとめは、ボットが長く停止していたため省きました`,
};
