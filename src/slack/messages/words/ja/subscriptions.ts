import type { Weekday } from '../../../../door/zone.ts';
import type { SubscriptionWords } from '../en/subscriptions.ts';

const WEEKDAYS: Readonly<Record<Weekday, string>> = { 1: '月', 2: '火', 3: '水', 4: '木', 5: '金', 6: '土', 7: '日' };

const topics: SubscriptionWords['topics'] = {
  failures: { label: '認証失敗', phrase: '認証失敗', also: ['失敗', '認証エラー'] },
  'let-in-after-failures': {
    label: '認証失敗後の入室',
    phrase: '認証失敗後の入室',
    also: ['失敗後の入室', '失敗後入室', '失敗のあとの入室'],
  },
  'walk-around': { label: '複数の出入口での認証失敗', phrase: '複数の出入口で続く認証失敗', also: ['複数の出入口'] },
  'refused-by-third-party': {
    label: '外部システムによる拒否',
    phrase: '外部システムによる拒否',
    also: ['外部システム', '外部拒否', '第三者による拒否'],
  },
  'not-unlocked': {
    label: '認証後に解錠なし',
    phrase: '認証後に解錠されなかった出入口',
    also: ['解錠なし', '解錠されない'],
  },
  unlocks: { label: 'すべての解錠', phrase: 'すべての解錠', also: ['解錠'] },
  entries: { label: 'すべての入室', phrase: 'すべての入室', also: ['入室'] },
  unexplained: { label: '認証のない解錠', phrase: '認証のない解錠', also: ['認証なしの解錠', '認証なし解錠'] },
  'left-unlocked': {
    label: '解錠されたままの出入口',
    phrase: '解錠されたままの出入口',
    also: ['解錠のまま', '開けっぱなし', '施錠忘れ'],
  },
  'first-in': { label: '一日の最初の入室', phrase: '一日の最初の入室', also: ['最初の入室', '初入室'] },
  'last-entry': { label: '一日の最後の入室', phrase: '一日の最後の入室', also: ['最後の入室', '最終入室'] },
  blind: { label: 'ボットが確認できないこと', phrase: 'ボットが確認できないこと', also: ['監視の途切れ', '監視不能'] },
};

/** What a channel wishes for, in sentences. */
export const subscriptions: SubscriptionWords = {
  topics,
  failuresFrom: (after) => (after <= 1 ? 'すべての認証失敗' : `${after} 回以上の認証失敗`),
  everything: ['すべて', '全て', '全部'],
  usual: ['標準', 'いつもの'],
  weekday: (day) => WEEKDAYS[day],
  dayRange: (from, to) => `${from}〜${to}`,
  dayList: (days) => days.join('・'),
  hours: ({ clock, days, outside, zone }) => {
    const on = days === undefined ? '' : `${days}曜`;
    const time = clock === undefined ? '' : `${clock.from}〜${clock.to}`;
    const both = [on, time].filter((part) => part !== '').join(' ');
    return `${both}${outside ? ' 以外' : ''}（${zone}）`;
  },
  sentence: ({ kinds, doors, places, people, notDoors, notPeople, when, names, notify }) => {
    const where = [
      ...(places === undefined ? [] : [`${places}の`]),
      ...(doors === undefined ? [] : [`${doors}の`]),
    ].join('');
    const only = [
      ...(notDoors === undefined ? [] : [`対象外の出入口: ${notDoors}`]),
      ...(people === undefined ? [] : [`対象の人物: ${people}`]),
      ...(notPeople === undefined ? [] : [`対象外の人物: ${notPeople}`]),
    ].join('／');
    const what = `${when === undefined ? '' : `${when}に、`}${where}${kinds}を通知します${only === '' ? '' : `（${only}）`}。`;
    const how = [
      ...(names === 'initials' ? ['氏名はイニシャルで表示します。'] : []),
      ...(names === 'none' ? ['氏名は表示しません。'] : []),
      ...(notify === undefined ? [] : [`応答がないときは ${notify.who} に知らせます。`]),
    ];
    return [what, ...how].join('');
  },
};
