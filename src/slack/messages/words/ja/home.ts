import type { HomeWords } from '../en/home.ts';

/** The Home tab. */
export const home: HomeWords = {
  well: '🟢 すべて正常です',
  troubled: (amount) =>
    `🟡 確認が必要な項目が ${amount.toLocaleString('ja')} 件あります。\`/clue status\` をご覧ください`,
  watches: (places, doors) => `${places}の${doors}を見守っています`,
  asOf: (moment) => `${moment} 時点`,
  doors: '出入口',
  unlocked: '解錠中',
  locked: '施錠中',
  unknown: '錠の状態はまだ不明',
  last: (what, who, moment) => `最新: ${what}${who === undefined ? '' : `（${who}）`} ${moment}`,
  noRows: '記録はまだありません',
  moreDoors: (amount) => `ほか ${amount.toLocaleString('ja')} か所。\`/clue recent\` で記録をご覧いただけます`,
  noDoors: 'まだ出入口の記録がありません。',
  open: '継続中の出来事',
  nothingOpen: '継続中の出来事はありません。',
  more: (amount) => `ほか ${amount.toLocaleString('ja')} 件`,
  wishes: '参加中のチャンネルへの通知',
  noWishes: '参加中のチャンネルへの通知はまだありません。チャンネルで `/clue subscribe` と入力してください。',
  mutes: 'ミュート',
  noMutes: 'ミュートはありません。',
  muted: (channel, what, until, hidden) =>
    `${channel}: ${what}を ${until} まで（${hidden === 0 ? '非表示はまだありません' : `これまでに ${hidden.toLocaleString('ja')} 件を非表示`}）`,
  language: (name) => `表示言語: ${name}（Slack の設定に従います）`,
  refused: '出入口の情報は、このワークスペースのメンバーの方にのみ表示しております。',
};
