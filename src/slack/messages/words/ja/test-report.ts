import type { TestReportWords } from '../en/test-report.ts';
import { common } from './common.ts';

/** The steps of a test alert. Lengths of time come in words. */
export const testReport: TestReportWords = {
  refused: (what) => `このチャンネルにはアラートを届けられません：${what}。`,
  refusedHere: {
    not_in_channel: {
      what: 'ボットがこのチャンネルのメンバーではありません',
      todo: 'ここで `/invite` に続けてボットの名前を入力してください。',
    },
    channel_not_found: {
      what: 'ボットにはこのチャンネルが見えません',
      todo: 'プライベートチャンネルでは、ここで `/invite` に続けてボットの名前を入力してください。人どうしの会話にボットは参加できません。',
    },
  },
  thenAgain: (todo) => `${todo}その後、もう一度 \`/clue test-alert\` と入力してください。`,
  silence: {
    what: (length) =>
      `${length}以内にテストアラートが届きませんでした。Slack が受け付けなかったか、ほかのアラートが優先されています。`,
    todo: 'ボットは送信を続けます。後から届いた場合は、どれだけ遅れたかを表示します。 `/clue status` で問題を確認できます。',
  },
  notSaved: {
    what: 'ボットはテストアラートを保存できなかったため、送信しませんでした。',
    todo: '`STORE_URL` のディスクを確認してください。詳しくはボットのログにあります。',
  },
  underWay: {
    what: 'このチャンネルではすでにテストアラートを送信中です。',
    todo: '上に届いていないかご確認いただくか、終わってからもう一度お試しください。',
  },
  tooSoon: (wait) => `先ほどテストアラートをご依頼いただいたばかりです。${wait}後にもう一度お試しください。`,
  verdict: {
    notShown: (after) => `依頼から ${after}後に Slack がテストアラートを受け付けましたが、表示されていません。`,
    clueAway: (after) =>
      `テストアラートは依頼から ${after}後に上に届きましたが、CLUe から行を受け取れません。今起きていることは後からお知らせします。`,
    severalTimes: (after, times) =>
      `テストアラートは依頼から ${after}後に上に届きましたが、${common.times(times)}表示されています。`,
    stands: (after) => `テストアラートは依頼から ${after}後に上に届きました。`,
    notReadBack: (after) => `テストアラートは依頼から ${after}後に上に届きましたが、ボットはそれを読み返せません。`,
  },
  step: {
    clue: (length) => `CLUe の応答：${length}`,
    noClue: (length, what, todo) => `CLUe の応答：なし（${length}）。${what}。${todo}`,
    saved: (length) => `保存：${length}`,
    notSaved: '保存：できませんでした',
    posted: (length) => `Slack への投稿：${length}`,
    notPosted: 'Slack への投稿：できませんでした',
    notPostedYet: 'Slack への投稿：まだです',
    readBack: (length, times) =>
      `チャンネルからの読み返し：${length}、${times === 0 ? '見つかりませんでした' : common.times(times)}`,
    notReadBack: 'チャンネルからの読み返し：できませんでした',
  },
  advice: {
    unreadable: (word) =>
      `Slack はボットがここを読むことを許可していません（ ${word} ）。アラートは届きますが、Slack の応答が失われると二重に表示されることがあります。`,
    gone: '誰かが削除したか、Slack の動作が遅くなっています。1 分後にもう一度お試しください。',
    doubled: '新しいほうは約 2 分後に取り除かれます。',
  },
};
