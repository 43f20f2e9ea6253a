/** What cards say. */
export const cards = {
  /** The button under a card that shows its raw rows. */
  showRows: 'Show rows',
};

export type CardWords = typeof cards;
