import { isList, isObject, type JsonObject, objectsOf, textOf } from '../json.ts';
import { withoutControls } from './plain.ts';
import type { Reader } from './reader.ts';
import { linesOfRichText } from './rich-text.ts';
import { padTo, widthOf } from './width.ts';

/** A `table` or `data_table` block as aligned lines; a data_table's header is set off by a rule. */
export function linesOfTable(block: JsonObject, reader: Reader): readonly string[] {
  const rows = (isList(block.rows) ? block.rows : []).map((row) =>
    objectsOf(row).map((cell) => cellText(cell, reader)),
  );
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(1, ...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  const settings = isList(block.column_settings) ? block.column_settings : [];
  const sides = widths.map((_, index) => {
    const setting = settings[index];
    const body = (isList(block.rows) ? block.rows : []).slice(1).map((row) => objectsOf(row)[index]);
    const numbers = body.length > 0 && body.every((cell) => cell?.type === 'raw_number');
    return numbers || (isObject(setting) && setting.align === 'right') ? 'right' : 'left';
  });
  const lines = rows.map((row) =>
    widths
      .map((width, index) => padTo(row[index] ?? '', width, sides[index]))
      .join('  ')
      .trimEnd(),
  );
  if (block.type !== 'data_table') return lines;
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [textOf(block.caption) ?? '', ...lines.slice(0, 1), rule, ...lines.slice(1)];
}

function cellText(cell: JsonObject, reader: Reader): string {
  const text = cell.type === 'rich_text' ? linesOfRichText(cell, reader).join(' ') : (textOf(cell.text) ?? '');
  // A cell is one line, and controls must go before widths are measured.
  return withoutControls(text.replaceAll('\n', ' '));
}
