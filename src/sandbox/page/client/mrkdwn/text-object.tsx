import { isObject, type Json, textOf } from '../../../slack/json.ts';
import { decoded } from '../../../slack/terminal/plain.ts';
import { emojiSign } from './emoji.ts';
import { Mrkdwn } from './mrkdwn.tsx';

/** A `plain_text` or `mrkdwn` object. */
export function TextObject({ of }: { readonly of: Json | undefined }) {
  if (!isObject(of)) return null;
  const text = textOf(of.text) ?? '';
  if (of.type === 'mrkdwn') return <Mrkdwn text={text} verbatim={of.verbatim === true} />;
  return <span className="plain">{plainTextOf(of)}</span>;
}

/** What is read in a text object whose marks do not count, as on a button. */
export function plainTextOf(of: Json | undefined): string {
  if (!isObject(of)) return '';
  const text = decoded(textOf(of.text) ?? '');
  // `emoji` is true where it is left out.
  if (of.emoji === false) return text;
  return text.replace(/:([a-z0-9_+'-]+):/g, (written, name: string) => emojiSign(name) ?? written);
}
