import type { AnswersToCards } from '../en/answers-to-cards.ts';

const number = (amount: number): string => amount.toLocaleString('ja');

const topics: AnswersToCards['topics'] = {
  failures: '認証失敗',
  'let-in-after-failures': '認証失敗後の入室',
  'walk-around': '複数の出入口での続けての認証失敗',
  'refused-by-third-party': '外部システムによる拒否',
  'not-unlocked': '解錠されなかった認証',
  unlocks: '解錠',
  entries: '入室',
  unexplained: '認証のない解錠',
  'left-unlocked': '解錠されたままの出入口',
  'first-in': 'その日の最初の入室',
  'last-entry': 'その日の最後の入室',
  blind: 'ボットが確認できない状況',
};

const verdicts: AnswersToCards['verdicts'] = { noise: 'ノイズ', test: 'テスト', known: '把握済み' };

const hides = {
  calm: 'このアラートと同じ軽微なものだけを隠し、より重要なものは通知します。',
  notable: '多数の認証失敗のあとに入室があった場合は、必ず通知します。',
  severe: 'このアラートと同じ重大なものも隠します。',
} as const;

/** What people answer to a card, and what the bot says to it. */
export const answersToCards: AnswersToCards = {
  topics,
  verdicts,
  button: {
    take: '対応します',
    release: '「対応します」を取り消す',
    mute: 'ミュート…',
    dismiss: '問題ではない',
    reinstate: 'やはり問題とする',
    endMute: '今すぐ終了',
  },
  line: {
    taken: (who, since) => `🙋 ${who} さんが ${since} から対応しています`,
    dismissed: (why, who, when) => `🗑️ 問題ではありません（${verdicts[why]}）：${who} さん（${when}）`,
    released: (who, when) => `↩️ ${who} さんが対応を取り消しました（${when}）`,
    releasedFor: (who, whose, when) => `↩️ ${who} さんが ${whose} さんの対応を取り消しました（${when}）`,
    reinstated: (who, when) => `↩️ ${who} さんが、やはり問題であるとしました（${when}）`,
  },
  unanswered: (length) => `${length}のあいだ、だれも対応していません`,
  reply: {
    yours: (since) => `🙋 ${since} から、すでにあなたが対応中です。`,
    taken: (who, since) => `🙏 ${since} から、すでに ${who} さんが対応しています。`,
    dismissed: (why, who) => `🙏 すでに ${who} さんが、問題ではない（${verdicts[why]}）としています。`,
    tooSlow: '🙏 時間がかかりすぎて、Slack に受け付けられませんでした。もう一度ボタンを押してください。',
    muteIsOver: '🙏 このミュートはすでに終了しています。',
    notSaid: (line) => `⚠️ ${line} チャンネルへのお知らせを Slack が受け付けなかったため、ほかの方にお伝えください。`,
    notSaved: '⚠️ 保存できませんでした。1 分ほどしてから、もう一度お試しください。',
  },
  dismissal: {
    title: '問題ではない',
    why: '理由を選んでください',
    hint: 'このアラートのすべてのメッセージに表示され、ダイジェストで数えられます。',
    submit: '決定',
    cancel: 'キャンセル',
    reasons: {
      noise: 'ノイズ：だれも入ろうとしていません',
      test: 'テスト',
      known: '把握済み：原因がわかっています',
    },
  },
  mute: {
    title: 'ミュート',
    submit: 'ミュートする',
    cancel: 'キャンセル',
    channel: 'どのチャンネルで',
    what: '何をミュートしますか',
    door: (door) => `${door} のすべて`,
    topic: (topic) => `すべての出入口の${topics[topic]}`,
    topicAtDoor: (topic, door) => `${door} の${topics[topic]}のみ`,
    howLong: 'いつまでミュートしますか',
    minutes: (amount) => `${amount} 分間`,
    hours: (amount) => `${amount} 時間`,
    tomorrow: (day) => `明日の 08:00 まで（${day}）`,
    picked: '下で選んだ日時まで',
    until: '終了日時',
    untilHint: '「下で選んだ日時まで」のときだけ使います。今から 7 日以内です。',
    hides: (severity) =>
      `このチャンネルの全員に適用されます。${hides[severity]}終了時に、隠したものを 1 件のメッセージでお知らせします。ボットが確認できない状況は必ず通知します。`,
    needsTime: '日付と時刻を選んでください。',
    past: '過去の日時です。これからの日時を選んでください。',
    tooFar: 'ミュートは 7 日以内に終わります。もっと早い日時を選んでください。',
    notAsked: 'この日時を使うには「下で選んだ日時まで」を選んでください。使わない場合は消してください。',
  },
  muted: {
    everything: (door) => `${door} のすべて`,
    topic: (topic) => `すべての出入口の${topics[topic]}`,
    topicAtDoor: (topic, door) => `${door} の${topics[topic]}`,
    all: 'すべてのアラート',
    begins: (who, what, until) => `🔇 ${who} さんがこのチャンネルで、${what}を ${until} までミュートしました。`,
    small: '隠したものは数え、終了時にお知らせします。',
    ended: (who, when) => `🔔 ${who} さんが予定より早く終了しました（${when}）。`,
  },
  gathered: {
    muted: (amount, what) =>
      amount === 0
        ? `🔔 ${what}のミュートが終わりました。隠したものはありません`
        : `🔔 ${what}のミュートが終わりました。隠したアラートは ${number(amount)} 件です`,
    unnamedMute: (amount) =>
      amount === 0
        ? '🔔 ミュートが終わりました。隠したものはありません'
        : `🔔 ミュートが終わりました。隠したアラートは ${number(amount)} 件です`,
    quiet: (amount) => `🌙 このチャンネルの静かな時間帯のアラート ${number(amount)} 件`,
    calm: (times) => `🚶 1〜3 回の認証失敗のあとの入室：${number(times)} 回`,
    calmLine: (when, door, who, failures) => `${when} · ${door} · ${who}（認証失敗 ${number(failures)} 回のあと）`,
    worthALine: (amount) => `🚶 参考のお知らせ ${number(amount)} 件`,
    unexplainedLine: (when, door, times) =>
      `${when} · ${door} · 認証なしで解錠${times === 1 ? '' : `（${number(times)} 回）`}`,
    nobody: '認証なし',
    earlier: (amount) => `これより前の ${number(amount)} 件は省略しました`,
    more: (amount) => `… ほか ${number(amount)} 件`,
    moreDoors: (amount) => `… ほか出入口 ${number(amount)} か所`,
    cut: (amount) => `ほか ${number(amount)} か所の出入口は、Slack の表に入らないため省略しました`,
    letInFirst: (doors) => `🚨 多数の認証失敗のあとに入室がありました：${doors}`,
    severeFirst: (doors) => `🚨 重大なアラートがあります：${doors}`,
    by: (who, from, until) => `${who} さんが ${from} から ${until} までミュート`,
    endedBy: (who) => `${who} さんが予定より早く終了`,
    span: (from, to) => `${from} から ${to} まで`,
    nothingToDo: '参考情報です。対応は必要ありません',
    own: (amount) => `うち ${number(amount)} 件は個別のメッセージでお知らせしました`,
    caption: '出入口（重大な順）',
    worthALineCaption: '参考のお知らせ（発生順）',
    calmCaption: '入室（発生順）',
    head: {
      door: '出入口',
      place: '拠点',
      alerts: 'アラート',
      failures: '認証失敗',
      letIn: '入室',
      unlocked: '解錠',
      last: '最後',
      when: '日時',
      who: '人物',
    },
    row: (door, parts) => [door, ...parts].join(' · '),
    count: {
      alerts: (amount) => `アラート ${number(amount)} 件`,
      failures: (amount) => `認証失敗 ${number(amount)} 回`,
      letIn: (amount) => `入室 ${number(amount)} 人`,
      unlocked: (amount) => `解錠 ${number(amount)} 回`,
    },
  },
};
