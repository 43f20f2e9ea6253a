import type { AnswerWords } from '../en/answers.ts';
import { common, number } from './common.ts';
import { followed } from './spacing.ts';

/** What answers about the log say: what was understood, what was found, and what is missing. Names come escaped. */
export const answers: AnswerWords = {
  asking: 'CLUe に問い合わせています…',
  broken: {
    what: 'ボットで問題が発生したため、お答えできません。',
    todo: '原因はボットのログに記録されています。もう一度お試しください。',
  },
  oldButton: {
    what: 'このボタンは古いため、ボットには何についてのものか分からなくなりました。',
    todo: '`/clue recent` で最新の行を表示できます。',
  },
  sentence: (what) => `${what}。`,
  wrong: (what, todo) => `${what}。${todo}`,
  above: (head) => `${head}：`,
  allDoors: 'すべての出入口',
  allDoorsOf: (places) => `${followed(places, 'のすべての出入口')}`,
  missingHere: (_, places, what, advice) => `${followed(places, 'はここに含まれていません')}：${what}。${advice}`,
  noPlaceRead: 'どの拠点も読み取れませんでした。',
  rowsUnreadable: (amount) =>
    `CLUe からの ${common.rows(amount)}を読み取れませんでした。詳しくはボットのログにあります。`,
  columns: {
    time: '時刻',
    door: '出入口',
    place: '拠点',
    what: '内容',
    who: '人物',
    person: '人物',
    code: 'コード',
    row: '行',
  },
  recent: {
    caption: '行（新しい順）',
    noneYet: (where) => `CLUe にはまだ行がありません（${where}）。`,
    noneFound: (where) => `行は見つかりませんでした（${where}）。`,
    page: (amount, where) => `${followed(where, 'の')} ${common.rows(amount)}（新しい順）`,
    newest: (amount, where) => `${followed(where, 'の最新の')} ${common.rows(amount)}`,
    leftOut: (amount) => `古い ${common.rows(amount)}は省略しました。Slack の表にはこれ以上入りません。`,
    lookedThrough: (amount, place) =>
      `${place === undefined ? '最新の' : followed(place, 'の最新の')} ${common.rows(amount)}までを調べました。それより前は調べていません。`,
  },
  entered: {
    caption: '入室（新しい順）',
    nobody: (understood) => `${understood}：入室した人はいません。`,
    noneFound: (understood) => `${understood}：入室は見つかりませんでした。`,
    summary: (entries, people) =>
      `${common.entries(entries)}（${people === 0 ? 'CLUe に名前のない人物' : common.people(people)}）`,
    timesOf: (name, times) => `${name} ${common.times(times)}`,
    morePeople: (amount) => `ほか ${common.people(amount)}`,
    notNamed: (times) => `CLUe に名前のない人物 ${common.times(times)}`,
    tally: (people) => people.join('、'),
    leftOut: (amount) =>
      `古い入室 ${number(amount)} 件は省略しました。Slack の表にはこれ以上入りません。上の件数には含まれています。`,
    pending: (amount) => `${common.people(amount)}がたった今認証されました。解錠されるかどうかはまだ分かりません。`,
    cut: (rows, place, backTo) =>
      `${place === undefined ? '最新の' : followed(place, 'の最新の')} ${common.rows(rows)}${backTo === undefined ? '' : `（${backTo} まで）`}だけを読み取りました。それより前の入室はここに含まれていません。期間を短くしてお尋ねください。`,
  },
  rows: {
    caption: '行（古い順）',
    none: (where) => `このカードについての${followed(where, 'の行')}は、CLUe にはもうありません。`,
    head: (amount, where) => `${followed(where, 'の')} ${common.rows(amount)}`,
    more: (amount) => `… ほか ${common.rows(amount)}はここでは省略しました`,
    cut: '読み取れる数を超える行がありました。それより前の行は含まれていません。',
  },
  fresh: {
    asOf: (age) => `${age}前の時点の情報です。`,
    away: (what, age, places) =>
      `${what}。${places === undefined ? '' : followed(places, 'については、')}${age}前に分かっていた内容です。`,
    missing: (amount) =>
      `CLUe の件数は受け取った行より ${common.rows(amount)}多いため、ここに含まれていないものがあるかもしれません。`,
  },
  reading: {
    progress: (pages, ofPages, rows, left) =>
      `CLUe から ${common.rows(rows)}を読み取っています：${number(ofPages)} ページ中 ${number(pages)} ページ、残り約 ${left}。`,
    stop: '中止',
    stopped: '中止しました。これ以上は読み取りません。',
    over: '中止するものがありません。回答は済んでいるか、すでに中止されています。',
    tooMany: (total, most) =>
      `${common.rows(total)}あり、一度に読み取れる ${common.rows(most)}を超えています。期間を短くするか、拠点を一つに絞ってお尋ねください。`,
  },
  span: {
    today: (day, zone) => `今日 ${day}、${zone}`,
    yesterday: (day, zone) => `昨日 ${day}、${zone}`,
    day: (day, zone) => `${day}、${zone}`,
    fromTo: (first, last, zone) => `${first}～${last}、${zone}`,
    since: (moment, zone) => `${moment} から、${zone}`,
    clock: (day, from, to, zone) => `${day} ${from}～${to}、${zone}`,
    last: (length, since, zone) => `過去 ${length}、${since} 以降、${zone}`,
    hours: (amount) => `${number(amount)}時間`,
    days: (amount) => `${number(amount)}日間`,
  },
  moreLines: (amount) => `… ほか ${common.rows(amount)}`,
};
