import type { TroubleWords } from '../en/troubles.ts';
import { common } from './common.ts';
import { followed, lasting } from './spacing.ts';

const span = (from: string, to: string, length: string): string => `${from} から ${to} まで（${lasting(length)}）`;
const last = (moment: string, usual: number): string =>
  `最後の行は ${moment}。ほかの週では、その後に ${common.rows(usual)}以上ありました`;

/** What the bot tells of itself. */
export const troubles: TroubleWords = {
  reason: (what) => `原因：${what}`,
  blind: {
    head: (places, what) => `${followed(places, 'を確認できません')}：${what}`,
    seenAgain: (places) => `再び確認できる拠点：${places}`,
    later: 'その間の出来事は、再び確認できたときにお知らせします',
    again: (places) => followed(places, 'を再び確認できます'),
    was: (from, to, length) => `確認できなかった期間：${span(from, to, length)}`,
    uncounted: 'その間の出来事は、遅れましたが今お知らせします',
    caughtUp: (rows) =>
      rows === 0
        ? 'その間に新しい行はありませんでした'
        : `${common.rows(rows)}を取り込みました。その内容は、遅れましたが今お知らせします`,
  },
  session: {
    head: (what) => `ボットは出入口を確認できません：${what}`,
    noRetry: 'アカウントがロックされないよう、ボットは自動では再試行しません',
    again: 'CLUe は再びログインを受け付けました',
    was: (from, to, length) => `ボットが確認できなかった期間：${span(from, to, length)}`,
  },
  missing: {
    device: (id) => `装置 ${id}`,
    head: (rows, where) => `${followed(where, 'の')} ${common.rows(rows)}がボットに届いていません`,
    story:
      'そこで起きたことを、まだお知らせできていない可能性があります。装置の電源とネットワークを確認してください。装置は、送れるようになると行を送信します。',
    since: (moment) => `${moment} から未着`,
    was: (from, to, length) => `未着の期間：${span(from, to, length)}`,
    came: (rows) => `${common.rows(rows)}が遅れて届き、その内容をお知らせしています`,
    never: (rows, where) => `${followed(where, 'の')} ${common.rows(rows)}はボットに届きませんでした`,
    unknown: () => 'その内容は分からないままです。ボットはこれ以上待ちません。',
    all: (where) => followed(where, 'の行はすべてボットに届きました'),
    numbers: (device, first, end) =>
      `装置 ${followed(device, 'の内部ログ')} ${first === end ? `${first} 番` : `${first} 番から ${end} 番まで`}`,
  },
  silent: {
    head: (_, where) => followed(where, 'は、ほかの週と違い記録がありません'),
    story:
      '静かな日なのか、装置の電源やネットワークに問題があるのか、ボットには分かりません。出入口を確認するか、顔認証を試してください。',
    last,
    lastOf: (door, moment, usual) => `${door}：${last(moment, usual)}`,
    more: (doors) => `ほか${common.doors(doors)}`,
    again: (_, where) => followed(where, 'の記録が再び届いています'),
    was: (from, to, length) => `記録がなかった期間：${span(from, to, length)}`,
    unheard: (where) => followed(where, 'の行を待つのを終了しました'),
    unheardWhy: '数週間何も届かなかったか、拠点の監視が終わりました。',
    unheardSince: (moment, length) => `${moment} から${lasting(length)}、記録がありません`,
  },
  slackAway: {
    head: 'Slack からボットに通信が届きません：コマンドとボタンに応答できません',
    story:
      'ボットは自動的に再試行を続けます。この状態が続く場合は、ボットのネットワークと status.slack.com を確認してください。',
    watched: 'その間も出入口の監視は続きます。Slack が受け付けないアラートは待機し、後でお知らせします',
    again: 'Slack からボットに再び通信が届きます：コマンドとボタンに応答できます',
    was: (from, to, length) => `Slack との通信が途切れた期間：${span(from, to, length)}`,
    unanswered: 'その間に入力されたコマンドには応答していません',
    wereWatched: 'その間も出入口の監視は続いていました。待機していたアラートを今お知らせします',
  },
  store: {
    head: (what) => `ボットは状態を保存できません：${what}`,
    again: 'ボットは再び保存できます',
    was: (from, to, length) => `保存できなかった期間：${span(from, to, length)}`,
    saved: '現在、すべて保存されています',
  },
  channel: {
    head: (channel, what) => `アラートが ${channel} に届きません：${what}`,
    wait: 'アラートは待機し、問題が解決するとそのチャンネルにお知らせします',
    again: (channel) => `アラートが再び ${channel} に届きます`,
    was: (from, to, length) => `届かなかった期間：${span(from, to, length)}`,
    told: '待機していたアラートを、今そのチャンネルにお知らせします',
  },
  test: {
    head: 'テストアラート：どの出入口でも何も起きていません',
    by: (who) => `依頼：${who} さん`,
  },
};
