/** For so long: `1分9秒間`, and `2時間`, which says so already. */
export const lasting = (length: string): string => (length.endsWith('間') ? length : `${length}間`);

/** A word and what follows it: a space stands between Latin letters and Japanese ones, and none between Japanese ones. */
export const followed = (word: string, by: string): string => (/[\x21-\x7e]$/.test(word) ? `${word} ${by}` : word + by);
