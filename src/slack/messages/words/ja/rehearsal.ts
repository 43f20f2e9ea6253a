import type { RehearsalWords } from '../en/rehearsal.ts';

const number = (amount: number): string => amount.toLocaleString('ja');

/** What a rehearsal says: what a subscription would have told. */
export const rehearsal: RehearsalWords = {
  head: (messages, days, mostADay) =>
    `直近 ${number(days)} 日間でメッセージ ${number(messages)} 件、1 日あたり最大 ${number(mostADay)} 件`,
  none: (days) => `直近 ${number(days)} 日間、メッセージはありませんでした`,
  average: (messages) => `平均すると 1 日 ${messages} 件です`,
  busiest: (hours) => `*多かった時間:* ${hours.join('、')}`,
  hour: (from, messages) => `${from} から 1 時間（${number(messages)} 件）`,
  doors: (doors, more) => `*出入口:* ${doors.join('、')}${more > 0 ? `、ほか ${number(more)} か所` : ''}`,
  door: (door, alerts) => `${door}（${number(alerts)} 件）`,
  loudest: '*特に重大なもの:*',
  instead: (wishes) => `*条件を変えると:* ${wishes.join(' · ')}`,
  other: (wish, messages) => `${wish} では ${number(messages)} 件`,
  late: (rows, length, named) =>
    `🕰️ ${number(rows)} 行が遅れて届いていました（最大 ${length}）: ${named.join('、')}${rows > named.length ? '、…' : ''}。届いた時点のものとして扱っています。ほかの行が届いていない間に遅れた行は、見分けられません`,
  lateRow: (door, at, length) => `${door} ${at}（${length}遅れ）`,
  blind: '`blind` は試せません。ボットが確認できなかったことは記録に残りません',
  noButton: '条件が長すぎるためボタンを表示できません。`/clue subscribe` の後に入力してください',
  honest:
    'ボットが現在知っている名前と習慣で読んでいます。カードは 1 枚を 1 件と数え、悪化を知らせるスレッド内の返信も 1 件と数えます。未対応のリマインド、ミュート、静かな時間帯は数に入れていません',
  cut: (places) => `⚠️ ${places} の記録が多すぎたため、新しい行だけで試しました`,
  reading: (rows, total) => `⏳ 記録を読んでいます: ${number(total)} 行中 ${number(rows)} 行 …`,
  rehearsing: (rows, percent) => `⏳ ${number(rows)} 行で試しています: ${percent} % …`,
  busy: '⏳ 別のリハーサルを実行中です。1 分ほどしてからもう一度お試しください。',
  button: 'この条件で購読する',
};
