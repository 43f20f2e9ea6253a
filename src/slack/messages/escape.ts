/** Names are cut to so many UTF-16 units: enough for any real name, few enough that ten of them fit a line. */
export const NAME_LIMIT = 60;

const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/\*/g, '∗'],
  [/~/g, '∼'],
  [/`/g, 'ˋ'],
  // Slack reads `_` as italics at the edge of a word only; inside `first_last` it stays.
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '＿'],
  // `:fire:` would become a picture and `https://…` a link.
  [/:(?=\S)/g, '∶'],
  [/@(?=here|channel|everyone)/gi, '＠'],
];

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Escapes Slack's three control characters; what is left cannot ring a channel or be a link. */
export function escapeControls(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * A text from outside as one clean line, for places where Slack reads no markup (table cells): line breaks
 * become spaces, control and direction-changing characters go, and what is longer than `limit` UTF-16
 * units ends with `…`.
 */
export function cleanLine(raw: string, limit: number = NAME_LIMIT): string {
  const line = raw
    .toWellFormed()
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\t\r\n\v\f]+/gu, ' ')
    // The joiners stay: emoji of several parts and Persian and Indic names are written with them.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, (character) => (/[\u200c\u200d]/.test(character) ? character : ''))
    .trim();
  return line.length <= limit ? line : `${cutAtCharacter(line, limit - 1).trimEnd()}…`;
}

/**
 * A text from outside as part of a mrkdwn line. Slack has no way to escape its formatting characters, so
 * each is replaced by one that looks alike, and a right-to-left text is fenced in so that it does not
 * turn its neighbours around.
 */
export function inText(raw: string, limit: number = NAME_LIMIT): string {
  const line = LOOK_ALIKES.reduce((text, [pattern, alike]) => text.replace(pattern, alike), cleanLine(raw, limit));
  const escaped = escapeControls(line);
  return RIGHT_TO_LEFT.test(escaped) ? FIRST_STRONG_ISOLATE + escaped + POP_ISOLATE : escaped;
}

/** Something to type, shown as code. A backtick in it would end the code early. */
export function asCode(raw: string, limit = 200): string {
  return `\`${escapeControls(cleanLine(raw, limit).replaceAll('`', 'ˋ'))}\``;
}

/** Cuts between whole characters as people see them, never inside an emoji or before an accent. */
function cutAtCharacter(text: string, limit: number): string {
  let end = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (end + segment.length > limit) break;
    end += segment.length;
  }
  // A single character can be longer than the limit when hundreds of accents are piled on one letter.
  return end > 0 ? text.slice(0, end) : text.slice(0, limit).toWellFormed();
}
