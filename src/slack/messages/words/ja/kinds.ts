import type { KindWords } from '../en/kinds.ts';

/** Cards of doors and places. */
export const kinds: KindWords = {
  doorsAt: (doors, place) => `${place}の${doors}`,
  walkedAround: (failures, where) => `${where}で続けて${failures}`,
  letInAfterWalk: (people, _isOne, where, failures, doors) =>
    `${doors}での${failures}のあと、${people}が${where}で入室しました`,
  step: (door, times, when) => `${door} ${times}（${when}）`,
  refusedByThirdParty: (times, where, people) => `${where}で外部システムが拒否しました${often(times)}：${people}`,
  refusedByThirdPartyStory: 'CLUeは認証しましたが、外部システムが拒否したため、解錠されませんでした',
  notUnlocked: (times, where, people) => `${where}で認証されましたが、解錠されませんでした${often(times)}：${people}`,
  notUnlockedStory: 'この出入口からは入室できません。リレー、配線、コントローラーをご確認ください',
  enteredAt: (person, where) => `${person}が${where}で入室しました`,
  enteredMany: (entries, where) => `${where}：${entries}`,
  unexplained: (times, where) => `${where}が認証なしで解錠されました${often(times)}`,
  unexplainedStory: {
    unknown: '退室ボタン、スケジュール、または遠隔操作です。この出入口で普段からあることかどうかは、まだ学習中です',
    rare: '退室ボタン、スケジュール、または遠隔操作です。この出入口ではまれなことです',
    usual: '退室ボタン、スケジュール、または遠隔操作です。この出入口では普段からあることなので、今後はお知らせしません',
  },
  stillUnlocked: (where) => `${where}が普段より長く解錠されたままです`,
  unlockedFor: (where, length) => `${where}が${length}解錠されたままです`,
  lockedAfter: (where, length) => `${where}は${length}解錠されたままでしたが、施錠されました`,
  endUntold: (where, length) => `${where}が最長で${length}解錠されたままでした`,
  endUntoldStory: '施錠の記録は届いていませんが、次の人のために解錠される前に施錠されたはずです',
  lastIn: (person, when) => `最後の入室：${person}、${when}`,
  firstIn: (day, person, where) => `${day} 最初の入室：${person}（${where}）`,
  lastEntry: (day, person, where) => `${day} 最後の入室：${person}（${where}）`,
  lastEntryStory: (entries) => `この日の${entries}。退室は記録されません`,
  countedFrom: (when) => `${when}から集計`,
  since: (when) => `${when}から`,
  sinceLast: (when, last) => `${when}から、最後は${last}`,
  fromTo: (from, to) => `${from}から${to}まで`,
  merged: '遅れて届いた記録により、別のアラートの一部と分かりました。以後はそのメッセージでお知らせします',
  unfounded: 'あとから届いた記録により、異常ではなかったと分かりました',
  reachedLate: (length) => `記録は${length}遅れて届きました`,
  toldLate: (length) => `Slackが受け付けなかったため、${length}遅れてお知らせしています`,
};

const often = (times: number): string => (times === 1 ? '' : `（${times.toLocaleString('ja')} 回）`);
