import type { AccessWords } from '../en/access.ts';

/** Who may ask what, and the log of what was asked. Names come escaped, people of Slack as mentions. */
export const access: AccessWords = {
  roles: { admin: '管理者', operator: '運用担当', viewer: '閲覧者' },
  may: {
    admin: '管理者：全員に関わる設定を変更できます',
    operator: '運用担当：出入口、件数、人の名前を確認できます',
    viewer: '閲覧者：出入口と件数のみで、名前は表示されません',
    none: '個別の役割なし：このフォームがない場合の役割になります',
  },
  namesLeftOut: '役割が閲覧者のため、人の名前は表示されません。管理者がボットのホームタブで変更できます。',
  notNoted: '監査ログに書き込めないため、名前を表示できません。1 分後にもう一度お試しください。',
  reasonAsked: '個人についての照会には理由が必要です。表示されたフォームに入力してください。',
  reasonNeeded:
    '個人についての照会には理由が必要です。 `reason:"カード紛失"` のように理由を付けて、もう一度入力してください。',
  reason: {
    title: '照会の理由',
    submit: '照会する',
    cancel: 'キャンセル',
    why: '理由',
    hint: '質問とともに監査ログに残り、管理者が確認できます。',
    blank: '理由を入力してください。',
  },
  start: {
    what: (role) =>
      role === 'operator'
        ? 'このワークスペースの正式なメンバーは運用担当です。質問への回答に、出入口を通る人の名前が表示されます。'
        : 'このワークスペースの正式なメンバーは閲覧者です。出入口と件数のみで、名前は表示されません。',
    next: 'ゲストと他社の方にはお答えしません。個人やユーザーグループの役割は、ホームタブで設定できます。',
    makeViewers: '閲覧者にする',
    makeOperators: '運用担当にする',
  },
  home: {
    role: (role) => `あなたの役割: ${role}`,
    title: '質問できる人',
    give: '役割を設定…',
    takeBack: '取り消す',
    given: (whom, role, by) => `${whom}: ${role}（設定: ${by}）`,
    configured: (whom, role) => `${whom}: ${role}（ボットの構成による）`,
    allowed: (channel, by) => `${channel}: 他社も閲覧していますが、人の名前を表示します（許可: ${by}）`,
    forbid: '名前を表示しない',
  },
  form: {
    title: '役割を設定',
    submit: '設定する',
    cancel: 'キャンセル',
    person: 'メンバー',
    group: 'またはユーザーグループの ID',
    groupHint: 'Slack でグループのメニューから「グループ ID をコピー」を選んでください。',
    role: '役割',
    nobody: 'メンバーを選ぶか、ユーザーグループの ID を入力してください。',
    both: 'メンバーとユーザーグループは、どちらか一方を指定してください。',
    notGroup: 'ユーザーグループの ID ではありません。',
    self: 'ご自身の役割は、ほかの管理者だけが変更できます。',
  },
  notSaved: '保存できませんでした。1 分後にもう一度お試しください。',
  configured: 'ボットの構成で管理者に指定されているため、変わりません。',
  link: {
    done: (user, person) => `🔗 ${user} は、出入口では ${person} です。ご自身の記録を確認できます。`,
    gone: (user) => `🔗 ${user} と出入口の人物との対応を解除しました。`,
    one: (user, person) => `${user} は ${person}`,
    none: '🔗 対応付けはまだありません。 `/clue link U012ABCDEF Jack` で設定できます。',
    list: (amount) => `🔗 Slack のメンバーと出入口の人物との対応（${amount.toLocaleString('ja')} 件）：`,
    notWhom: (word) =>
      `🤔 ${word} がどなたか分かりません。Slack からは名前だけが届きます。 \`/clue link U012ABCDEF Jack\` のように、プロフィールの「メンバー ID をコピー」で得られる ID を入力してください。`,
    nobody: '🤔 Slack のメンバーの後に、出入口の人物を名前またはキーで、または `off` を入力してください。',
  },
  names: {
    direct: '🤔 ここは個人間の会話です。対象のチャンネルで入力してください。',
    own: 'このチャンネルは自社だけが閲覧しています。名前の表示は、通知の設定に従います。',
    unknown:
      '⚠️ このチャンネルを誰が閲覧するか Slack から確認できないため、人の名前は表示しません。1 分後にもう一度お試しください。',
    allowed: (who) =>
      `🔓 このチャンネルは他社も閲覧していますが、${who} の許可により人の名前を表示します。閲覧者が変わると終了します。`,
    forbidden:
      '🔒 このチャンネルは他社も閲覧しているため、人の名前を表示しません。 `/clue names allow` で変更できます。',
    saysAllowed: (who) =>
      `🔓 ${who} が、他社も閲覧するこのチャンネルで人の名前を表示するようにしました。閲覧者が変わると終了します。`,
    saysForbidden: (who) => `🔒 ${who} が、このチャンネルで人の名前を表示しないようにしました。`,
    unclear: (word) => `🤔 ${word} は分かりません。 \`allow\` または \`forbid\` を入力してください。`,
  },
  audit: {
    head: (amount) => `名前を含めて回答した質問 ${amount.toLocaleString('ja')} 件`,
    ofUser: (user) => `質問者 ${user}`,
    ofPerson: (person) => `照会された人物 ${person}`,
    none: '名前を含めて回答した質問はありません',
    caption: '質問（新しい順）',
    columns: {
      at: '日時',
      user: '質問者',
      asked: '質問',
      reason: '理由',
      rows: '行数',
      people: '照会された人物',
    },
    leftOut: (amount) => `古い質問 ${amount.toLocaleString('ja')} 件は省略しました。ファイルにはすべて含まれます。`,
    kept: '400 日間保存します。見つかった人は保存せず、名前のある行の数だけを残します。',
    asFile: 'ファイルで受け取る',
    title: '監査ログ',
    sent: '📎 ファイルはボットとの会話に送りました。',
    notSent: (word) => `⚠️ Slack がファイルを受け付けませんでした：${word}。`,
    unclear: (word) =>
      `🤔 ${word} は分かりません。Slack のメンバー ID、出入口の人物、 \`7d\` のような期間、 \`csv\` を指定できます。`,
  },
};
