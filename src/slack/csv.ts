/** One cell of a table that is taken away. */
export type CsvCell = string | number | undefined;

/** Tells Excel that the file is UTF-8, so that it shows Japanese and Korean. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet takes for the beginning of a formula, also after what it passes over; full-width signs count there too. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-−@|%]|^[\t\r\n]/u;

/**
 * A table as a CSV file: UTF-8 with a byte order mark, lines ended as RFC 4180 has it, cells that a spreadsheet would run as a
 * formula made harmless with an apostrophe before them. Numbers stay numbers.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(cellOf).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** Line by line, for what is too long to be held as a table. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cell.toWellFormed();
  const harmless = FORMULA.test(text.normalize('NFKC')) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
