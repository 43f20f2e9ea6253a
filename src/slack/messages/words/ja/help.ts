import type { HelpWords } from '../en/help.ts';

/** What help says. What stands in code is typed as it is, in every language. */
export const help: HelpWords = {
  opening: 'CLUe の記録をもとに、誰がどの出入口から入ったかをお答えします。回答はご本人にだけ表示されます。',
  doors:
    '出入口は、ID、名前、または 1 か所だけに当てはまる名前の一部で指定します。空白を含む名前は `"Front door"` のように引用符で囲みます。拠点が複数ある場合は、 `place:178` や `place:Shibuya` で選べます。期間はご本人のタイムゾーンで読み取り、回答でお知らせします： `金曜 18時から20時` 、 `月曜から` 、 `過去2時間` 。 `tz:Asia/Tokyo` で別の場所の時刻になります。',
  examples: (commands) => `例： ${commands.join(', ')}`,
  usage: {
    recent: '[件数] [出入口] [人物] [失敗|入室|解錠|DEV_…] [期間]',
    'who-entered': '[出入口] [人物] [今日|昨日の夜|金曜 18:00-20:00|先週|24h|2026-11-20]',
    status: '',
    'test-alert': '',
    login: '',
    subscribe:
      '[種類] [door:… place:… person:…] [not door:… person:…] [hours:22:00-07:00 days:mon-fri|outside:09:00-18:00] [after:3] [names:full|initials|none] [notify:me]',
    unsubscribe: '[種類|id|all]',
    subscriptions: '',
    quiet: '[22:00-07:00|off]',
    digest: '[daily 09:00|weekly mon 09:00|off]',
    rehearse: '[/clue subscribe と同じ指定] [last 7d|30d]',
    language: '[en|ja|ko]',
    audit: '[人|U012ABCDEF|7d] [csv]',
    link: '[U012ABCDEF 人|off]',
    names: '[allow|forbid]',
    help: '[コマンド]',
  },
  summary: {
    recent: '記録の最新の行を表示します（通常は 10 行、最大 100 行）',
    'who-entered': '実際に入室した人、つまり認証され、解錠された人を表示します（期間の指定がなければ今日）',
    status: 'ボットが出入口を確認し、知らせているかを表示します：問題、各拠点、遅れ、件数、バージョン',
    'test-alert': 'テストと明記したアラートを全経路でこのチャンネルに送り、各段階の時間を測ります',
    login: '拒否された後に CLUe へログインし直します（管理者のみ、10 分に 1 回）',
    subscribe: '指定した内容をこのチャンネルに知らせます。単独で入力すると、選択用のフォームが開きます',
    unsubscribe: 'このチャンネルへの通知を減らします。単独で入力すると、解除できるものを一覧にします',
    subscriptions: 'このチャンネルへの通知、ミュート、静かな時間、まとめ、言語を、変更用のボタンとともに表示します',
    quiet: '指定した時間帯は重大でないものを保留し、終わった時に 1 件のメッセージでお知らせします',
    digest: '毎日または毎週、決まった時刻に、起きたことのまとめをこのチャンネルに知らせます',
    rehearse: '購読の条件を過去の記録で試し、何が通知されたか、条件を変えるとどうなるかを表示します',
    language: 'このチャンネルのアラートの言語です。ご本人への回答はご本人の言語になります',
    audit: '名前を含めて回答した質問を、質問者と理由とともに表示します（管理者のみ、ファイルでも可）',
    link: 'Slack のメンバーが出入口の誰かを設定し、本人が自分の記録を確認できるようにします（管理者のみ）',
    names: '他社も閲覧するこのチャンネルで人の名前を表示するか、やめるかを設定します（管理者のみ）',
    help: 'この一覧、または 1 つのコマンドの詳しい説明を表示します',
  },
};
