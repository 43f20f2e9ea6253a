import type { LoginWords } from '../en/login.ts';

/** What came of asking CLUe to log the bot in again. */
export const login: LoginWords = {
  accepted: {
    what: 'CLUe は再びログインを受け付けました。',
    next: 'その間に起きたことを、これからボットが読み取ります。',
  },
  already: 'ボットはすでに CLUe にログインしています。',
  nothingToDo: '必要な操作はありませんでした。',
  keyAgain: {
    what: 'ボットはログインの代わりに API キーを使っています。次の読み取りで、もう一度 CLUe にキーを提示します。',
    next: '1 分後に `/clue status` で、CLUe が受け付けたかを確認できます。',
  },
  keyNotRefused: 'ボットはログインの代わりに API キーを使っていて、CLUe に拒否されていません。',
  tooSoon: '10 分以内にすでに依頼がありました。拒否が続くとアカウントがロックされます。',
  askAt: (moment) => `${moment} にもう一度お試しください。`,
  askInTenMinutes: '次の試行は 10 分後に依頼できます。',
  failed: (what) => `ボットはログインできませんでした：${what}。`,
};
