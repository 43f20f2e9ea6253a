import type { RefusalWords } from '../en/refusal.ts';

/** Why somebody gets no answer. It tells nothing about doors, people or the bot. */
export const refusal: RefusalWords = {
  guest: '申し訳ありません。出入口の記録は、このワークスペースの正式なメンバーだけがご覧になれます。',
  'other-company': '申し訳ありません。出入口の記録は、このボットを運用する会社のメンバーだけがご覧になれます。',
  'not-a-person': '申し訳ありません。出入口の記録は、人だけがご覧になれます。',
  unknown:
    '申し訳ありません。どなたか Slack から確認できなかったため、お答えできません。1 分後にもう一度お試しください。',
  'not-admin': '申し訳ありません。この操作は管理者だけが行えます。管理者にご依頼ください。',
};
