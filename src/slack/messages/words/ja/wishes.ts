import type { WishWords } from '../en/wishes.ts';

const number = (amount: number): string => amount.toLocaleString('ja');

const unclear: WishWords['unclear'] = {
  'unknown-word': (word) =>
    `${word} の意味が分かりません。通知の種類ではなく、\`door:Front\` のような項目名も付いていません。`,
  'no-such-door': (word, known) =>
    `${word} という出入口はありません。${known === '' ? 'まだどの出入口の記録もありません。' : `登録済みの出入口: ${known}`}`,
  'several-doors': (word, candidates) =>
    `${word} に当てはまる出入口が複数あります: ${candidates}。かっこ内の表記で入力してください。`,
  'no-such-place': (word, known) => `${word} という拠点はありません。監視中の拠点: ${known}`,
  'several-places': (word, candidates) => `${word} に当てはまる拠点が複数あります: ${candidates}`,
  'no-such-person': (word) =>
    `${word} という人物は見つかりません。監視を始めてから入室した人物を、氏名または利用者キーで指定できます。\`/clue who-entered 7d\` で確認できます。`,
  'several-people': (word, candidates) => `${word} に当てはまる人物が複数います: ${candidates}`,
  'not-hours': (word) => `${word} は時間帯として読めません。\`22:00-07:00\` のように開始と終了を入力してください。`,
  'not-days': (word) => `${word} は曜日として読めません。\`mon-fri\`、\`土日\`、\`平日\` のように入力してください。`,
  'not-a-number': (word) => `${word} は回数として読めません。\`after:3\` のように 1〜99 で入力してください。`,
  'not-names': (word) =>
    `${word} は氏名の表示方法として読めません。\`names:full\`、\`names:initials\`、\`names:none\` が使えます。`,
  'not-notify': (word) =>
    `${word} が誰か特定できません（Slack からは名前だけが届きます）。\`notify:me\` か、\`notify:U012ABCDEF\` のようなメンバー ID（プロフィールの ⋮ から「メンバー ID をコピー」）、\`S\` で始まるユーザーグループの ID を入力するか、\`/clue subscribe\` で開くフォームで人を選んでください。`,
  'not-a-digest': (word) =>
    `${word} はまとめの予定として読めません。\`daily 09:00\`、\`weekly mon 09:00\`、\`off\` が使えます。`,
  'not-a-past': (word) => `${word} は過去の期間として読めません。\`last 1d\` から \`last 30d\` までが使えます。`,
  'not-a-language': (word) => `${word} には対応していません。\`en\`、\`ja\`、\`ko\` が使えます。`,
  'after-without-failures': (word) => `${word} は認証失敗の回数ですが、指定した種類に \`failures\` がありません。`,
  'blind-is-everywhere': (word) =>
    `${word} は \`blind\` だけの指定とは組み合わせられません。ボットが確認できないことは、出入口・人物・時間にかかわらず通知します。`,
  'both-ways': (word) => `${word} が、対象と除外の両方に指定されています。`,
  never: (word) => `${word} では何も通知されません。一日全体の外には時間がありません。`,
  'given-twice': (word) => `${word} は 2 つ目の指定です。1 つだけ指定してください。`,
  'nothing-after': (word) => `${word} の後に値がありません。`,
  'not-what': (word) =>
    `${word} の直後には、\`not door:Back\` のように出入口か人物を指定してください。拠点は除外できません。`,
  'no-such-subscription': (word) =>
    `このチャンネルに ${word} という購読はありません。\`/clue subscriptions\` で一覧を表示できます。`,
};

/** Answers and lines about what a channel wishes for. */
export const wishes: WishWords = {
  unclear,
  typed: (typed, nearest) => `入力された内容: ${typed}${nearest === undefined ? '' : `。もしかして: ${nearest}`}`,
  forExample: (examples) => `例: ${examples}`,

  subscribed: (sentence) => `🔔 このチャンネルの購読を追加しました。${sentence}`,
  changed: (sentence) => `🔔 このチャンネルの購読を変更しました。${sentence}`,
  already: (sentence) => `🔔 同じ購読がすでにあります。${sentence}`,
  unsubscribed: (sentence) => `🔕 次の購読を解除しました。${sentence}`,
  notForViewers:
    '申し訳ありません。この購読は、このチャンネルで氏名を表示しないためのものです。あなたの役割では氏名を表示できないため、オペレーターに解除をご依頼ください。',
  nothingRemoved: '当てはまる購読がないため、何も解除していません。`/clue subscriptions` で一覧を表示できます。',
  id: (id) => `ID は ${id} です。\`/clue subscriptions\` で、このチャンネルの購読一覧を表示できます。`,
  notInvited:
    '⚠️ ボットがまだこのチャンネルに参加していないため、通知は届きません。`/invite @CLUe` と入力すると、1 分以内に始まります。',
  namesLeftOut: '⚠️ このチャンネルはほかの会社と共有されているため、購読の設定にかかわらず氏名は表示しません。',
  sharingUnknown:
    '⚠️ ほかの会社と共有されているかどうかを Slack で確認できませんでした。確認できるまで氏名は表示しません。',
  notSaid: (word) => `⚠️ チャンネルに投稿できませんでした。Slack の応答: ${word}`,
  direct: '🤔 ここは個人間の会話です。通知を受け取るチャンネルで入力してください。',

  saysSubscribed: (who, sentence) => `🔔 ${who} さんが購読を追加しました。${sentence}`,
  saysChanged: (who, sentence) => `🔔 ${who} さんが購読を変更しました。${sentence}`,
  saysUnsubscribed: (who, sentence) => `🔕 ${who} さんが次の購読を解除しました。${sentence}`,
  saysQuiet: (who, when) =>
    `🔕 ${who} さんが通知を控える時間を設定しました: ${when}。重大なものはすぐに、それ以外は終了時に通知します。`,
  saysNotQuiet: (who) => `🔔 ${who} さんが通知を控える時間を解除しました。`,
  saysDigest: (who, plan) => `🔔 ${who} さんがまとめの予定を設定しました: ${plan}`,
  saysNoDigest: (who) => `🔕 ${who} さんがまとめの予定を解除しました。`,
  saysLanguage: (who) => `🔔 ${who} さんがこのチャンネルの言語を日本語にしました。`,
  saysUnmuted: (who, what) => `🔔 ${who} さんがミュートを終了しました: ${what}`,

  quiet: (when) => `🔕 通知を控える時間: ${when}。重大なものはすぐに、それ以外は終了時に 1 件にまとめて通知します。`,
  notQuiet: '🔔 通知を控える時間はありません。`/clue quiet 22:00-07:00` で設定できます。',
  digest: (plan, next) => `🔔 まとめ: ${plan}、次回 ${next}`,
  noDigest: '🔕 まとめの予定はありません。`/clue digest daily 09:00` で設定できます。',
  digestPlan: ({ at, zone, weekday }) =>
    weekday === undefined ? `毎日 ${at}（${zone}）` : `毎週${weekday}曜 ${at}（${zone}）`,
  language: 'このチャンネルの言語は日本語です。`/clue language en` と `/clue language ko` で変更できます。',

  hears: 'このチャンネルの購読:',
  hearsNothing: 'このチャンネルに購読はありません。`/clue subscribe` でフォームが開きます。',
  muted: (what, until, hidden) => `🔇 ミュート中: ${what}、${until} まで、${hidden}`,
  hidden: (amount) => (amount === 0 ? 'これまでに隠したものはありません' : `これまでに ${number(amount)} 件を非表示`),
  everythingMuted: 'すべて',
  mutedAt: (topic, door) => `${door}の${topic}`,
  rests: (since) =>
    `⛔ ${since} から、このチャンネルに投稿できません。アーカイブされたか、ボットが参加していません。投稿できるまで通知を休みます。\`/invite @CLUe\` で再開できます。`,
  notShown: (amount) => `… ほか ${number(amount)} 件`,

  change: '変更',
  remove: '解除',
  endMute: '今すぐ終了',
  confirmTitle: '解除しますか',
  confirmText: 'このチャンネルには通知されなくなり、その旨がチャンネルに投稿されます。',
  confirmYes: '解除する',
  confirmNo: '残す',
  gone: 'すでに変更されているため、見つかりません。',

  formOpen: 'フォームを開きました。入力でも指定できます:',
  formNotOpen: '⚠️ Slack でフォームを開けませんでした。入力で指定できます:',
  form: {
    title: '通知の購読',
    titleChange: '購読の変更',
    submit: '購読する',
    submitChange: '保存する',
    close: 'キャンセル',
    done: '閉じる',
    means: (sentence) => `*内容:* ${sentence}`,
    meansNothing: '*内容:* まだありません。通知の種類を選んでください。',
    kinds: '通知の種類',
    doors: '対象の出入口',
    notDoors: '除外する出入口',
    places: '対象の拠点',
    people: '対象の人物',
    notPeople: '除外する人物',
    byName: '名前または ID（カンマ区切り）',
    hours: '時間帯',
    always: '終日',
    within: '開始から終了まで',
    outside: '開始から終了まで以外',
    from: '開始',
    to: '終了',
    days: '曜日',
    after: '何回目の認証失敗から',
    names: '氏名の表示',
    namesFull: 'すべて表示',
    namesInitials: 'イニシャル',
    namesNone: '表示しない',
    notify: '重大な通知に応答がないときに知らせる人',
    optional: '選ばなければすべてが対象です',
    needsBoth: '開始と終了の両方を指定するか、両方を空にしてください。',
    needsHours: '開始と終了が同じです。異なる時刻を指定してください。',
    needsFailures: '認証失敗の回数です。種類で「認証失敗」も選んでください。',
    blindAlone: 'ボットが確認できないことは、出入口・人物・時間にかかわらず通知します。空にしてください。',
    bothWays: '対象としても選ばれています。',
    otherPlace: '上で選んだ拠点にない出入口が含まれています。',
    rehearse: '直近 7 日間で試す',
    rehearsed: '直近 7 日間での結果',
    rehearsedSubmit: 'この内容で購読する',
    back: '戻る',
    nothingPicked: '通知の種類がまだ選ばれていません。選んでから試してください。',
    saving: '⏳ 保存しています …',
    tooOld: 'このフォームは古く、対象が見つかりません。',
  },
};
