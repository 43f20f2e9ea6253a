import { type JsonObject, textOf } from '../../../slack/json.ts';
import type { Reader } from '../../../slack/terminal/reader.ts';
import { linesOfRichText } from '../../../slack/terminal/rich-text.ts';
import { RichText } from './rich-text.tsx';
import type { SortCell } from './sorting.ts';

/** What stands in a cell of a table. Raw text has no marks and no escapes. */
export function Cell({ of }: { readonly of: JsonObject }) {
  return of.type === 'rich_text' ? <RichText block={of} /> : (textOf(of.text) ?? '');
}

/** A cell as its column is sorted. */
export function sortCell(of: JsonObject, reader: Reader): SortCell {
  const text = of.type === 'rich_text' ? linesOfRichText(of, reader).join(' ') : (textOf(of.text) ?? '');
  return { text, ...(of.type === 'raw_number' && typeof of.value === 'number' ? { number: of.value } : {}) };
}
