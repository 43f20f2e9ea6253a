import type { CardWords } from '../en/cards.ts';
import { followed } from './spacing.ts';

/** A burst of failures, and who was let in after it. */
const failures: CardWords['failures'] = {
  head: (failed, where, within) => `${followed(where, 'で')}${failed}${within === undefined ? '' : `（${within}間）`}`,
  nobody: 'その後、入室した人はいません',
  letInThen: (who, gap, isOne, also) =>
    `${isOne ? '認証失敗' : '最後の認証失敗'}の ${gap}後に ${followed(who, 'さんが')}入室しました${also === undefined ? '' : `。その後 ${followed(also, 'さんも')}入室しました`}`,
  meanwhile: (people) => `この間に入室: ${people}`,
  fromTo: (first, last) => `${first} から ${last} まで`,
  since: (first, last) => `${first} から、最新 ${last}`,
};

/** A spell of an unlocked door. */
const unlock: CardWords['unlock'] = {
  head: (where, people, after) =>
    `${where}: ${people === undefined ? '認証なしで解錠' : `${followed(people, 'さんの認証で')}解錠`}${after === undefined ? '' : `、${after}後に施錠`}`,
  since: (moment) => `${moment} から`,
  still: '解錠中',
  notAPerson: '退室ボタン、スケジュール、または遠隔操作',
  alsoWithout: (amount) =>
    `この間に認証なしの解錠も ${amount.toLocaleString('ja')} 回: 退室ボタン、スケジュール、または遠隔操作`,
};

/** The cards of doors, and what all cards share. */
export const cards: CardWords = {
  failures,
  unlock,
  letIn: (people, _isOne, where, failed, isAfter) =>
    `${isAfter ? `${failed}の後` : `${failed}の最中`}に ${followed(people, 'さんが')}${followed(where, 'に')}入室`,
  seenLate: (length, isMost) => `🕰️ 記録がボットに届くまで${isMost ? '最大 ' : ' '}${length}の遅れ`,
  toldLate: (length, isMost) => `🕰️ お知らせに${isMost ? '最大 ' : ' '}${length}の遅れ: Slack に送信できませんでした`,
  merged:
    '遅れて届いた記録により、このチャンネルの別のアラートの一部と分かりました。今後はそちらのメッセージでお知らせします。',
  showRows: '記録を表示',
};
