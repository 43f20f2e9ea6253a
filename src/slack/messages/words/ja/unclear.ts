import type { UnclearWords } from '../en/unclear.ts';
import { common, number } from './common.ts';

/** What in a command could not be understood. `word` is the part that was typed, as code; names come escaped. */
export const unclear: UnclearWords = {
  unknownCommand: (word) => `${word} というコマンドはありません。`,
  unexpectedWord: (word) => `ここでの ${word} の意味が分かりません。`,
  takesNothing: (word, command) => `ここでの ${word} の意味が分かりません。 ${command} の後には何も入力しません。`,
  countTooLarge: (word, most, asDoor) =>
    `${word} は表示できる数を超えています（最大 ${common.rows(most)}）。この番号の出入口を指定するには ${asDoor} と入力してください。`,
  countTooSmall: (word) => `${word} では何も表示できません。1 以上の数を指定してください。`,
  twoCounts: (word, asDoor) =>
    `${word} は 2 つ目の数です。この番号の出入口を指定するには ${asDoor} と入力してください。`,
  noDoorYet: (word) => `${word} という出入口はありません。まだどの出入口も記録されていません。`,
  noSuchDoor: (word, known) => `${word} という出入口はありません。分かっている出入口：${known}。`,
  severalDoors: {
    byName: (word, doors) =>
      `${word} に当てはまる出入口が複数あります：${doors}。名前をもう少し詳しく、または ID を入力してください。`,
    byPlace: (word, doors, example) =>
      `${word} に当てはまる出入口が複数あります：${doors}。 ${example} のように拠点も入力してください。`,
    byId: (word, doors) => `${word} に当てはまる出入口が複数あります：${doors}。ID を入力してください。`,
  },
  noSuchName: (word, known) => `${word} という出入口も、その名前の人物も分かりません。分かっている出入口：${known}。`,
  noNameYet: (word) => `${word} という出入口も、その名前の人物も分かりません。まだどの出入口も記録されていません。`,
  noSuchPerson: (word) =>
    `${word} という人物は分かりません。分かるのは、監視を始めてから入室した人の名前またはお客様側の ID です。`,
  severalPeople: (word, people) =>
    `${word} に当てはまる人物が複数います：${people}。名前をもう少し詳しく、または ID を入力してください。`,
  severalMeanings: (word, examples) =>
    `${word} は複数の意味に取れます。 ${examples.join(' または ')} のように入力してください。`,
  noSuchPlace: (word, known) => `${word} という拠点は監視していません。監視している拠点：${known}。`,
  severalPlaces: (word, places) => `${word} に当てはまる拠点が複数あります：${places}。`,
  givenTwice: {
    door: (word) => `${word} は 2 つ目の出入口です。一度にお答えできるのは 1 つです。`,
    place: (word) => `${word} は 2 つ目の拠点です。一度にお答えできるのは 1 つです。`,
    person: (word) => `${word} は 2 人目の人物です。一度にお答えできるのは 1 人です。`,
    time: (word) => `${word} は 2 つ目の期間です。一度にお答えできるのは 1 つです。`,
    per: (word) => `${word} は 2 つ目の集計単位です。一度にお答えできるのは 1 つです。`,
    format: (word) => `${word} は 2 つ目の形式です。一度にお渡しできるのは 1 つです。`,
    tz: (word) => `${word} は 2 つ目のタイムゾーンです。一度に使えるのは 1 つです。`,
  },
  noSuchDay: (word) => `${word} という日はありません。`,
  noSuchTime: (word) => `${word} には長さがありません。その夜は時計がこの時刻を飛ばします。`,
  noSuchZone: (word) => `${word} というタイムゾーンはありません。 \`tz:Asia/Tokyo\` のように入力してください。`,
  endsBefore: (word) => `${word} は終わりが始まりより前です。`,
  noBeginning: (word) => `${word} には始まりがありません。 \`月曜から金曜まで\` のように始まりも入力してください。`,
  dayToCome: (word) => `${word} はまだ先の日です。`,
  timeTooLong: (word, mostDays) => `${word} は長すぎます。さかのぼれるのは最大 ${number(mostDays)} 日です。`,
  typed: (command) => `入力されたコマンドは ${command} です。`,
  didYouMean: (command, nearest) => `入力されたコマンドは ${command} です。 ${nearest} のことでしょうか？`,
};
