/** C0 but for the line feed, C1, and what turns the direction of writing: a message must not steer the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be taken out.
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The text without anything that a terminal would act on. */
export function withoutControls(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(STEERING, '');
}

/** Slack's three escapes, decoded. Last of all, so that what they make is never read as markup. */
export function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
