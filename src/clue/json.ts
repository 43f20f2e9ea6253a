/** What a body turned out to be. */
export type Json =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'none'; readonly why: 'an empty body' | 'HTML in place of JSON' | 'JSON that breaks off' };

/**
 * Parses a body. A whole number too large for a JavaScript number keeps its digits by becoming text, since CLUe
 * uses numbers as ids. What a parser says of a bad body quotes it, so that is left out of `why`.
 */
export function parseJson(body: string): Json {
  const text = body.replace(/^\uFEFF/, '').trim();
  if (text === '') return { kind: 'none', why: 'an empty body' };
  if (text.startsWith('<')) return { kind: 'none', why: 'HTML in place of JSON' };
  try {
    return { kind: 'json', value: LONG_NUMBER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text) };
  } catch {
    return { kind: 'none', why: 'JSON that breaks off' };
  }
}

/** Sixteen digits are the fewest that can be too many. To look at every value takes five times as long as to parse a page. */
const LONG_NUMBER = /\d{16}/;

/** The third argument is the reviver's access to the source text (V8 since Node 22); TypeScript's own types lack it. */
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && /^-?\d+$/.test(source) ? source : value;
}
