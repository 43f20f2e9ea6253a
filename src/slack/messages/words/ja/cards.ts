import type { CardWords } from '../en/cards.ts';
import { common } from './common.ts';
import { followed, lasting } from './spacing.ts';

const NOT_A_PERSON = '退室ボタン、スケジュール、または遠隔操作';

/** What cards of doors say, and what every card does. */
export const cards: CardWords = {
  showRows: '記録を表示',
  since: (moment) => `${moment} から`,
  span: (from, to) => `${from} から ${to} まで`,
  failures: {
    head: (times, where, length) =>
      `${followed(where, 'で')}${common.failures(times)}${length === undefined ? '' : `（${lasting(length)}）`}`,
    goesOn: (first, last) => `${first} から、最後は ${last}`,
    nobody: 'その後、入室した人はいません',
    letIn: (who, length, times, others) =>
      `${times === 1 ? '失敗' : '最後の失敗'}から${length}後に、${followed(who, 'が入室しました')}${others === undefined ? '' : `。その後、${followed(others, 'も入室しました')}`}`,
    meanwhile: (people) => `その間の入室：${people}`,
  },
  letIn: ({ people, where, times, amid }) =>
    `${followed(people, 'が入室')}：${followed(where, 'で')}${common.failures(times)}${amid ? 'が続く中' : 'の後'}`,
  unlock: {
    head: (where, people, length) =>
      `${followed(where, 'を解錠')}（${people ?? '認証なし'}）${length === undefined ? '' : `、${length}後に施錠`}`,
    still: '解錠中',
    notAPerson: NOT_A_PERSON,
    also: (times) => `その間に認証なしの解錠も ${common.times(times)}（${NOT_A_PERSON}）`,
  },
  late: {
    reached: (length, most) => `ボットへの到着が${most ? '最大' : ''}${length}遅れました`,
    told: (length, most) =>
      `お知らせが${most ? '最大' : ''}${length}遅れました（Slack がそれまで受け付けませんでした）`,
  },
  merged:
    '遅れて届いた行により、この出入口の別のアラートの一部と分かりました。今後はそちらのメッセージでお知らせし、数えます。',
};
