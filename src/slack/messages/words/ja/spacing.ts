/** A word and what follows it: a space stands between Latin letters and Japanese ones, and none between Japanese ones. */
export const followed = (word: string, by: string): string => (/[\x21-\x7e]$/.test(word) ? `${word} ${by}` : word + by);
