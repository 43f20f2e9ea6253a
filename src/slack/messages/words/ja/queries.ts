import type { QueryWords } from '../en/queries.ts';
import { common, number } from './common.ts';
import { followed } from './spacing.ts';

/** What the answers to questions say beside those of `recent` and `who-entered`. Names come escaped. */
export const queries: QueryWords = {
  none: (head) => `${head}：ありません。`,
  noneFound: (head) => `${head}：見つかりませんでした。`,
  times: (what, amount) => `${what} ${number(amount)} 件`,
  tally: (parts) => parts.join('、'),
  notLetIn: (amount, tally) => `入れなかったのは ${common.times(amount)}：${tally}`,
  captions: { failures: '失敗（新しい順）', passages: '通行（新しい順）' },
  leftOut: (amount) =>
    `残りの ${common.rows(amount)}は省略しました。Slack の表にはこれ以上入りません。上の件数には含まれています。`,
  cut: (rows, place, backTo) =>
    `${place === undefined ? '最新の' : followed(place, 'の最新の')} ${common.rows(rows)}${backTo === undefined ? '' : `（${backTo} まで）`}だけを読み取りました。それより前はここに含まれていません。期間を短くしてお尋ねください。`,
  away: (what, advice, ago, place) =>
    `${place === undefined ? '' : `${place}：`}${what}。${ago === undefined ? '起動してからまだ確認できていません' : `${ago}前の時点の情報です`}。${advice}`,
  results: {
    'let-in': '入室',
    refused: 'CLUe が拒否',
    'refused-by-third-party': '外部システムが拒否',
    'not-unlocked': '認証されたが解錠されず',
    'unlocked-without-person': '認証なしの解錠',
    pending: 'たった今（結果はまだ不明）',
  },
  person: {
    summary: (entries, others) =>
      `${common.entries(entries)}${others === 0 ? '' : `、入れなかったのは ${common.times(others)}`}`,
    firstAndLast: (first, last) => `最初 ${first}、最後 ${last}`,
    doors: (tally) => `出入口：${tally}`,
  },
  door: {
    head: (where, state) => `${where}：${state}`,
    unlockedSince: (at) => `${at} から解錠中`,
    lockedAt: (at) => `${at} に施錠`,
    notKnown: '解錠も施錠もまだ確認していません',
    last: (what, at, who) => `最後の記録：${what}${who === undefined ? '' : `、${who}`}、${at}`,
    usual: (length) => `ふだんの解錠時間は ${length}です。`,
    unexplained: {
      usual: '認証なしの解錠は、ここではふだんからあります（おそらく退出ボタンです）。',
      rare: '認証なしの解錠は、ここではまれです。',
      unknown: '認証なしの解錠がふだんからあるかどうかは、まだ分かりません。',
    },
    busiest: (hours) => `多い時間帯：${hours.join('、')}`,
    noPassages: '過去 24 時間の通行は見つかりませんでした。',
  },
  doors: {
    caption: '出入口（解錠中のものから）',
    none: '出入口はまだ 1 か所も確認していません。',
    allLocked: '確認できている限り、解錠中の出入口はありません',
    unlocked: (doors) => `解錠中：${doors}`,
    state: '錠',
    last: '最後の記録',
    isUnlocked: (length) => `${length}前から解錠中`,
    isLocked: '施錠',
    notKnown: '未確認',
    leftOut: (amount) => `残りの${common.doors(amount)}は省略しました。Slack の表にはこれ以上入りません。`,
  },
  inside: {
    caption: '入室した人（新しい順）',
    head: (where, hours) => `${followed(where, 'に')}過去 ${number(hours)} 時間に入室した人`,
    honest: '入室の記録です。退室は記録されないため、すでに出た人も含まれている可能性があります。',
    nobody: (head) => `${head}：いません。`,
    nobodyNamed: (head) => `${head}：CLUe に名前のある人はいません。`,
    nobodyShown: (head) => `${head}：お名前を表示できる人はいません。`,
    notShown: (amount) => `ほかに、お名前を表示できない人の${common.entries(amount)}があります。`,
    unnamed: (amount) => `ほかに、CLUe に名前のない人物の${common.entries(amount)}があります。`,
    entered: '最後の入室',
    times: '入室回数',
  },
  count: {
    column: { hour: '時間', day: '日', door: '出入口', person: '人物' },
    total: (amount, label, most) => `合計 ${number(amount)} 件、最多は ${label}（${number(most)} 件）`,
    others: 'その他',
    notNamed: '名前なし',
    othersAre: (amount) => `最後の棒は、残り ${number(amount)} 件の合計です。`,
    eachBar: (amount, per) => `棒 1 本は ${number(amount)} ${per === 'hour' ? '時間' : '日'}分の合計です。`,
  },
  explain: {
    story: {
      'let-in': (where, who) => `${followed(who, 'が')} ${followed(where, 'で入室しました')}`,
      refused: (where, _who) => `${followed(where, 'で')} CLUe が認証を拒否しました`,
      'refused-by-third-party': (where, who) =>
        `${followed(where, 'で')} CLUe は ${followed(who, 'を')}認証しましたが、外部システムが承認しなかったため、入室していません`,
      'not-unlocked': (where, who) =>
        `${followed(where, 'で')} CLUe は ${followed(who, 'を')}認証しましたが、解錠されなかったため、入室していません`,
      'unlocked-without-person': (where, _who) =>
        `${followed(where, 'が')}認証なしで解錠されました（退出ボタン、スケジュール、または遠隔操作）`,
      pending: (where, who) =>
        `${followed(where, 'で')} CLUe が ${followed(who, 'を')}たった今認証しました。解錠されるかどうかはまだ分かりません`,
    },
    aReader: '読取機',
    reader: (id) => `読取機 ${id}`,
    nobody: '認証なし',
    thirdParty: '外部システム',
    thirdPartySilent: '外部システム（記録なし）',
    unlocked: '解錠',
    noRelay: 'リレーが応答せず',
    locked: '施錠',
    notLocked: '施錠の記録なし',
    row: (id, code) => `行 ${id}、${code}`,
    around: (where, from, to) => `${where}、${from} から ${to} まで`,
    noRows: 'この時間の行は、CLUe にはもうありません。',
    earlier: (amount) => `… それより前の通行 ${number(amount)} 件はここでは省略しました`,
    noPassage: (what, at, where) => `${where}、${at}：${what}。この行はどの通行にも属していません。`,
    notOfDoor: 'このメッセージは出入口ではなく、ボット自身についてのものです。状態は `/clue status` で確認できます。',
    noCard:
      'このメッセージはボットのカードではないか、古いため分からなくなったものです。 `/clue recent` で最新の行を表示できます。',
  },
  export: {
    done: (rows) => `📎 ${common.rows(rows)}を、ダイレクトメッセージにファイルでお送りしました。`,
    none: (head) => `${head}：行がないため、ファイルはありません。`,
    failed: (word) => `Slack がファイルを受け付けませんでした（${word}）。もう一度お試しください。`,
    scope: 'アプリにファイル用の権限がありません。`manifest.yml` を反映し、アプリを再インストールしてください。',
  },
  buttons: {
    older: '前へ',
    newer: '次へ',
    failures: '失敗のみ',
    csv: 'CSV で受け取る',
    share: 'ここで共有',
    tooLong: '条件が長すぎるためボタンを表示できません。続けて調べるには、拠点を減らして入力してください。',
  },
  share: {
    ask: (where) => `${where} の全員に、ここにある人の名前が表示されます。共有しますか？`,
    leftOut: {
      role: (where) => `役割が閲覧者のため、${where} に人の名前は表示できません。`,
      shared: (where) => `${where} は他社と共有されているため、人の名前は表示できません。`,
      unknown: (where) => `${where} を他社が見ているかどうかを Slack に確認できないため、人の名前は表示できません。`,
    },
    named: '名前を含めて共有',
    unnamed: '名前なしで共有',
    ofPerson: '1 人についての回答は、名前なしでは共有できません。',
    by: (who) => `${who} が共有しました`,
    outcome: {
      done: (where) => `${where} に共有しました。`,
      direct: () => 'ここはご本人しか見られません。共有するには、チャンネルでお尋ねください。',
      'not-in': (where) =>
        `ボットが ${where} に参加していません。そこで \`/invite @CLUe\` と入力してから、もう一度押してください。`,
      archived: (where) => `${where} はアーカイブされています。`,
      refused: (where) => `${where} へのメッセージを Slack が受け付けませんでした。もう一度お試しください。`,
    },
  },
  unclear: {
    whom: '誰についてお調べしますか？ 名前、名前の一部、または ID を入力してください。',
    whichDoor: 'どの出入口ですか？ 名前、名前の一部、または ID を入力してください。',
    whichRow: 'どの行ですか？ 「記録を表示」ボタンで確認できる ID、またはカードのリンクを入力してください。',
    noSuchRow: (word) => `最新の行の中に、${word} という行もカードも見つかりませんでした。`,
  },
};
