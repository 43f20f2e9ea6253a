import type { CardWords } from '../en/cards.ts';

/** What cards say. */
export const cards: CardWords = {
  showRows: '履歴を表示',
};
