import type { KindWords } from '../en/kinds.ts';
import { common } from './common.ts';
import { followed, lasting } from './spacing.ts';

/** Cards of doors and places. */
export const kinds: KindWords = {
  walkedAround: (failures, where) => `${followed(where, 'で')}続けて${failures}`,
  letInAfterWalk: ({ people, where, failures, doors }) =>
    `${doors}での${failures}のあと、${followed(people, 'が')}、${followed(where, 'で')}入室しました`,
  step: (door, times, when) => `${door} ${times}（${when}）`,
  refusedByThirdParty: (times, where, people) =>
    `${followed(where, 'で')}外部システムが拒否しました${often(times)}：${people}`,
  refusedByThirdPartyStory: 'CLUe は認証しましたが、外部システムが拒否したため、解錠されませんでした',
  notUnlocked: (times, where, people) =>
    `${followed(where, 'で')}認証されましたが、解錠されませんでした${often(times)}：${people}`,
  notUnlockedStory: 'この出入口からは入室できません。リレー、配線、コントローラーをご確認ください',
  enteredAt: (person, where) => `${followed(person, 'が')}、${followed(where, 'で')}入室しました`,
  enteredMany: (entries, where) => `${where}：${entries}`,
  unexplained: (times, where) => `${followed(where, 'が')}認証なしで解錠されました${often(times)}`,
  unexplainedStory: {
    unknown: '退室ボタン、スケジュール、または遠隔操作です。この出入口で普段からあることかどうかは、まだ学習中です',
    rare: '退室ボタン、スケジュール、または遠隔操作です。この出入口ではまれなことです',
    usual: '退室ボタン、スケジュール、または遠隔操作です。この出入口では普段からあることなので、今後はお知らせしません',
  },
  stillUnlocked: (where) => `${followed(where, 'が')}普段より長く解錠されたままです`,
  unlockedFor: (where, length) => `${followed(where, 'が')}${lasting(length)}解錠されたままです`,
  lockedAfter: (where, length) => `${followed(where, 'は')}${lasting(length)}解錠されたままでしたが、施錠されました`,
  endUntold: (where, length) => `${followed(where, 'が')}最長で${lasting(length)}解錠されたままでした`,
  endUntoldStory: '施錠の記録は届いていませんが、次の人のために解錠される前に施錠されたはずです',
  lastIn: (person, when) => `最後の入室：${person}、${when}`,
  firstIn: (day, person, where) => `${day} 最初の入室：${person}（${where}）`,
  lastEntry: (day, person, where) => `${day} 最後の入室：${person}（${where}）`,
  lastEntryStory: (entries) => `この日の${entries}。退室は記録されません`,
  countedFrom: (when) => `${followed(when, 'から')}集計`,
  unfounded: 'あとから届いた記録により、異常ではなかったと分かりました',
};

const often = (times: number): string => (times === 1 ? '' : `（${common.times(times)}）`);
