import type { Word } from '../../../asking/words.ts';

/** A word of a wish. What has no key stands by itself, or after a comma, over which no name of several words goes on. */
export type Piece = Word & { readonly afterComma: boolean };

/** What people of three languages put between the things of a list. */
const COMMA = /[,、・·]/;

/** `failures,unlocks` are two words, however many spaces stand about the comma. Commas and nothing else stay what they are. */
export function piecesOf(words: readonly Word[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let afterComma = false;
  const put = (word: Word): void => {
    pieces.push({ ...word, afterComma });
    afterComma = false;
  };
  for (const word of words) {
    if (word.key !== undefined || word.quoted) {
      put(word);
      continue;
    }
    for (const [index, text] of word.text.split(COMMA).entries()) {
      afterComma ||= index > 0;
      if (text !== '') put({ text, quoted: false, typed: text });
    }
  }
  return pieces.length > 0 ? pieces : words.map((word) => ({ ...word, afterComma }));
}
