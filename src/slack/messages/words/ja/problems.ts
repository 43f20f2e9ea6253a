import type { ProblemWords } from '../en/problems.ts';

const LOGIN = '管理者が `/clue login` を実行してください。';
const RESTART = 'ボットを再起動してください。';

/** What can be wrong with CLUe, Slack and the store, and what helps. */
export const problems: ProblemWords = {
  refusals: {
    'wrong-password': {
      what: '電話番号またはパスワードが正しくないため、CLUe にログインできません',
      todo: `\`CLUE_COUNTRY_CODE\`, \`CLUE_PHONE\`, \`CLUE_PASSWORD\` を修正し、${RESTART}設定が正しく、CLUe 側の問題だった場合は、${LOGIN}`,
    },
    'no-account': {
      what: 'この電話番号のアカウントがないため、CLUe にログインできません',
      todo: `\`CLUE_COUNTRY_CODE\`, \`CLUE_PHONE\`, \`CLUE_ACCOUNT_TYPE\` を修正し、${RESTART}`,
    },
    'account-locked': {
      what: 'ボットのアカウントが CLUe でロックされています',
      todo: `CLUe でロックを解除した後、${LOGIN}パスワードを変更した場合は、代わりに \`CLUE_PASSWORD\` に新しいパスワードを設定し、${RESTART}`,
    },
    'password-expired': {
      what: 'パスワードの有効期限が切れているため、CLUe にログインできません',
      todo: `CLUe で新しいパスワードを設定し、 \`CLUE_PASSWORD\` に入力して、${RESTART}`,
    },
    'account-inactive': {
      what: 'ボットのアカウントが有効でないため、CLUe にログインできません',
      todo: `CLUe でアカウントを有効にした後、${LOGIN}`,
    },
    'two-factor-asked': {
      what: 'CLUe が二段階認証を求めていますが、ボットは対応できません',
      todo: `二段階認証のないボット専用のアカウント、または API キー（ \`CLUE_API_KEY\` ）を設定し、${RESTART}アカウントの設定を変更した場合は、${LOGIN}`,
    },
    'key-refused': {
      what: 'CLUe が API キーを受け付けません',
      todo: `有効なキーを \`CLUE_API_KEY\` に設定し、${RESTART}CLUe でキーを再度許可した場合は、${LOGIN}`,
    },
    'account-shared': {
      what: 'CLUe のセッションが 1 時間に 3 回途中で終了しました。同じアカウントでほかの人がログインしています',
      todo: `ボット専用の CLUe アカウントを設定して再起動するか、ほかのログインを終了した後、${LOGIN}`,
    },
    other: {
      what: 'CLUe にログインできません',
      todo: `ボットのアカウントで CLUe にログインして原因を確認し、解決した後、${LOGIN} \`CLUE_API_URL\` が CLUe のアドレスでない場合は、修正して${RESTART}`,
    },
  },
  ofPlace: (place, what) => `${place}：${what}`,
  coded: (what, code) => `${what}（コード ${code}）`,
  goesOn: 'ボットは自動的に再試行を続けます。',
  againInAMinute: '1 分ほど後にもう一度お試しください。',
  againThen: 'その後、もう一度お試しください。',
  loginWaits: 'CLUe に再度ログインする必要がありますが、ログインは 1 分に 1 回までです',
  loginAt: (moment) => `${moment} にログインします。`,
  unreachable: (detail) => `CLUe に接続できません（${detail}）`,
  timeout: (length) => `${length}以内に CLUe から応答がありませんでした`,
  rateLimited: 'CLUe への問い合わせが多すぎます',
  waits: (length) => `CLUe の指示に従い、ボットは${length}待ちます。`,
  serverError: (status) => `CLUe 側でエラーが発生しています（HTTP ${status}）`,
  unreadable: (status, detail) => `CLUe の応答を読み取れません（HTTP ${status}：${detail}）`,
  lookBetween:
    'この状態が続く場合は、ボットと CLUe の間で別のもの（プロキシ、誤った `CLUE_API_URL` など）が応答していないか確認してください。',
  notAllowed: {
    what: 'ボットのアカウントには、この拠点を読み取る権限がありません',
    todo: 'CLUe でアカウントに拠点のイベントを閲覧する権限を付与するか、 `CLUE_PLACES` からこの拠点を外してください。',
  },
  noSuchPlace: {
    what: 'CLUe にこの拠点がありません',
    todo: `\`CLUE_PLACES\` の拠点 ID を修正し、${RESTART}`,
  },
  badRequest: (status, detail) => `CLUe が問い合わせを受け付けません（HTTP ${status}：${detail}）`,
  faultOfTheBot: 'ボットの不具合か、CLUe の仕様変更の可能性があります。詳細はボットのログをご覧ください。',
  channels: {
    not_in_channel: {
      what: 'ボットがチャンネルに参加していません',
      todo: 'そのチャンネルで `/invite` に続けてボットの名前を入力してください。',
    },
    channel_not_found: {
      what: 'ボットからチャンネルが見えません',
      todo: 'ボットをチャンネルに招待するか、設定のチャンネル ID を修正してください。',
    },
    is_archived: {
      what: 'チャンネルがアーカイブされています',
      todo: 'アーカイブを解除するか、設定で別のチャンネルを指定してください。',
    },
    restricted_action: {
      what: 'ワークスペースの設定により、投稿できる人が限られています',
      todo: 'ボットの投稿を許可するか、設定で別のチャンネルを指定してください。',
    },
    missing_scope: {
      what: 'Slack アプリの権限が不足しています',
      todo: 'api.slack.com/apps でアプリを `manifest.yml` の内容に更新し、再インストールしてください。',
    },
  },
  token: {
    what: 'Slack がボットのトークンを受け付けません',
    todo: `アプリを再インストールし、新しい \`SLACK_BOT_TOKEN\` を設定して、${RESTART}`,
  },
  unknownRefusal: {
    what: (word) => `Slack が ${word} を返しました`,
    todo: 'Slack の chat.postMessage のドキュメントでこの語を確認してください。',
  },
  store: {
    full: { what: 'ディスクに空きがありません', todo: '`STORE_URL` のディスクの空きを増やしてください。' },
    'read-only': {
      what: '保存先のファイルに書き込めません',
      todo: '`STORE_URL` のファイルへの書き込み権限をボットに与えてください。',
    },
    locked: {
      what: '保存先のファイルを別のプログラムが使用しています',
      todo: '`STORE_URL` のファイルを使用しているプログラムを停止してください。',
    },
    gone: {
      what: '保存先のファイルがありません',
      todo: '`STORE_URL` のフォルダーを元に戻してください。ファイルはボットが自動的に書き直します。',
    },
    other: {
      what: '保存先に書き込めません',
      todo: '詳細はボットのログをご覧ください。 `STORE_URL` のディスクも確認してください。',
    },
  },
  fromMemory: 'アラートはメモリ上の情報で続きますが、解決する前に再起動すると失われます。',
};
