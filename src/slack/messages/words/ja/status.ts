import type { StatusWords } from '../en/status.ts';
import { common, number } from './common.ts';
import { followed } from './spacing.ts';

/** The bot's health. `since` is a moment; lengths of time and names come in words. */
export const status: StatusWords = {
  verdict: {
    seesNoDoors: 'ボットは出入口を確認できません',
    signedOut: 'ボットはまだ CLUe にログインしていません',
    noPlaceRead: 'ボットは出入口を確認できません：どの拠点も読み取れません',
    placesUnread: (unread, all) => `${common.places(all)}のうち ${number(unread)} か所を読み取れません`,
    cannotSave: 'ボットは状態を保存できません',
    starting: '起動中です：まだ読み取っていない拠点があります',
    channelRefuses: 'アラートが届かないチャンネルがあります',
    slackAway: 'Slack とボットの間の通信が途切れることがあります',
    connecting: 'Slack に接続しています',
    rowsMissing: (amount) => `${common.rows(amount)}がボットに届いていません`,
    doorsSilent: (amount) => `${common.doors(amount)}で、ほかの週と違い記録がありません`,
    troubled: 'まだ解消していない問題があります',
    well: (places) => `正常です。${common.places(places)}を監視しています`,
  },
  session: {
    active: (until) => `CLUe のセッション：有効${until === undefined ? '' : `（${until} までに更新します）`}`,
    apiKey: 'CLUe のセッション：API キーを使用',
    signedOut: 'CLUe のセッション：まだありません',
    refused: (what, todo) => `CLUe のセッション：拒否されました。${what}。${todo}`,
  },
  speed: (p50, p95, cards) =>
    `行の到着からカードまで：${p50}（p50）、${p95}（p95）、起動後のカード ${number(cards)} 件`,
  noSpeed: '行の到着からカードまで：起動後のカードはありません',
  gathered: (amount) => `まとめて知らせた${common.messages(amount)}`,
  place: {
    notRead: 'まだ読み取っていません',
    lastPoll: (ago) => `最後の読み取りは ${ago}前`,
    noRows: '行はまだありません',
    newestFromBefore: (at) => `最新の行 ${at}（ボットが監視を始める前）`,
    newestAhead: (at, by) => `最新の行 ${at}（時計がボットより ${by}以上進んでいます）`,
    newestSeen: (at, lag) => `最新の行 ${at}（発生から ${lag}後に確認）`,
    taken: (rows, since) => `${since === undefined ? '' : `${since} から `}${common.rows(rows)}を取り込み`,
    told: (amount) => `送信した${common.messages(amount)}`,
    retries: (amount) => `再試行 ${common.times(amount)}`,
    duplicates: (amount) => `防いだ重複 ${number(amount)} 件`,
    missing: (rows) => (rows === 0 ? '現在、未着の行なし' : `現在 ${common.rows(rows)}が未着`),
    sinceTheStart: (facts) => `起動後：${facts}`,
    more: (amount, troubled) =>
      `… ほか${common.places(amount)}（${troubled > 0 ? `うち ${number(troubled)} か所に問題あり` : '問題なし'}）`,
  },
  trouble: {
    session: (since, what, todo) => `${since} からボットは出入口を確認できません：${what}。${todo}`,
    blind: (places, since, what, todo) =>
      `${since} からボットは ${followed(places, 'を確認できません')}：${what}。${todo}`,
    store: (since, what, todo) => `${since} からボットは状態を保存できません：${what}。${todo}`,
    channel: (channel, since, what, todo) => `${since} からアラートが ${channel} に届きません：${what}。${todo}`,
    slackAway: (since) =>
      `${since} から Slack とボットの間で通信できていません。コマンドやボタンに応答できないことがあります。`,
    device: (id) => `装置 ${id}`,
    missing: (rows, of, since) =>
      `${since} から ${followed(of, 'の')} ${common.rows(rows)}がボットに届いていません。装置の電源とネットワークを確認してください。`,
    silent: (_, names, since) =>
      `${followed(names, 'は')} ${since} から、ほかの週と違い記録がありません。出入口を確認するか、顔認証を試してください。`,
    more: (amount) => `… ほかの問題 ${number(amount)} 件`,
  },
  running: (length) => `稼働時間 ${length}`,
  slack: { connected: 'Slack 接続済み', connecting: 'Slack 接続中' },
  store: { onDisk: '保存先はディスク', inMemory: '保存先はメモリ（再起動で失われます）' },
  encrypted: '暗号化あり',
  notEncrypted: '暗号化なし（ `STORE_KEY` が未設定です）',
};
