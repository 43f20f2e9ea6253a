import type { RehearsalWords } from '../en/rehearsal.ts';

const number = (amount: number): string => amount.toLocaleString('ja');

/** What a rehearsal says: what a subscription would have told. */
export const rehearsal: RehearsalWords = {
  head: (messages, days, mostADay) =>
    `直近 ${number(days)} 日間でメッセージ ${number(messages)} 件、1 日あたり最大 ${number(mostADay)} 件`,
  none: (days) => `直近 ${number(days)} 日間、メッセージはありませんでした`,
  wish: (wish) => `条件: ${wish}`,
  average: (messages) => `平均すると 1 日 ${messages} 件です`,
  busiest: (hours) => `*多かった時間:* ${hours.join('、')}`,
  hour: (from, messages) => `${from} から 1 時間(${number(messages)} 件)`,
  doors: (doors, more) => `*出入口:* ${doors.join('、')}${more > 0 ? `、ほか ${number(more)} か所` : ''}`,
  door: (door, alerts) => `${door}(${number(alerts)} 件)`,
  loudest: '*特に重大なもの:*',
  kinds: {
    failures: (times, letIn) => `認証失敗 ${number(times)} 回${letIn > 0 ? `、その後 ${number(letIn)} 人が入室` : ''}`,
    unlocks: (times, letIn) => (letIn > 0 ? `解錠(入室 ${number(letIn)} 人)` : `解錠 ${number(times)} 回`),
  },
  instead: (wishes) => `*条件を変えると:* ${wishes.join(' · ')}`,
  other: (wish, messages) => `${wish} では ${number(messages)} 件`,
  late: (rows, length) =>
    `🕰️ ${number(rows)} 行が遅れて届いていました(最大 ${length})。届いた時点のものとして扱っています。ほかの行が届いていない間に遅れた行は、見分けられません`,
  honest:
    'ボットが現在知っている名前と習慣で読んでいます。カードは 1 枚を 1 件と数え、スレッド内の返信、ミュート、静かな時間帯は数に入れていません',
  unread: (places) => `⚠️ ${places} の記録を CLUe から読めませんでした。その分のメッセージは含まれていません`,
  cut: (places) => `⚠️ ${places} の記録が多すぎたため、新しい行だけで試しました`,
  reading: (rows, total) => `⏳ 記録を読んでいます: ${number(total)} 行中 ${number(rows)} 行 …`,
  rehearsing: (rows, percent) => `⏳ ${number(rows)} 行で試しています: ${percent} % …`,
  busy: '⏳ 別のリハーサルを実行中です。1 分ほどしてからもう一度お試しください。',
  button: 'この条件で購読する',
  subscribed: (wish) => `✅ このチャンネルには今後 ${wish} をお知らせします`,
  unclear: (word) => `🤔 ${word} の意味が分かりませんでした。`,
  grammar: (topics, mostDays) =>
    `種類は ${topics.join('、')} です。続けて \`door:…\`、\`place:…\`、\`after:3\`、\`hours:22:00-07:00\`、\`last 7d\` から \`last ${mostDays}d\` までを指定できます。`,
};
