import type { DataTableBlock, RawNumberElement, RawTextElement, RichTextBlock } from '@slack/types';
import { cleanLine } from './escape.ts';

/** One cell: a moment, a number, or a word from anywhere. */
export type Cell = RawTextElement | RawNumberElement | RichTextBlock;

/** Slack's limits of a data_table: rows without the header, and characters over all cells of one message. */
export const TABLE_ROWS = 100;
export const TABLE_CHARACTERS = 10_000;
const ROWS_A_PAGE = 25;

/** A word as a cell. Slack refuses empty cells, so nothing is shown as a dash. */
export function textCell(text: string): RawTextElement {
  return { type: 'raw_text', text: cleanLine(text) || '–' };
}

export type TableView<Row> = {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  readonly cells: (row: Row) => readonly Cell[];
};

/**
 * A table of as many of the first rows as Slack takes in one message, and those rows. Needs at least one
 * row: Slack refuses an empty table.
 */
export function tableOf<Row>(view: TableView<Row>): { readonly block: DataTableBlock; readonly shown: readonly Row[] } {
  const header = view.header.map(textCell);
  let characters = costOf(header);
  const shown: Row[] = [];
  const body: Cell[][] = [];
  for (const row of view.rows.slice(0, TABLE_ROWS)) {
    const cells = [...view.cells(row)];
    characters += costOf(cells);
    if (characters > TABLE_CHARACTERS) break;
    shown.push(row);
    body.push(cells);
  }
  const block: DataTableBlock = {
    type: 'data_table',
    caption: view.caption,
    rows: [header, ...body],
    page_size: Math.max(1, Math.min(shown.length, ROWS_A_PAGE)),
  };
  return { block, shown };
}

const costOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + charactersOf(cell), 0);

/** Slack does not say how it counts a date; its pattern is the longest text it can mean. */
function charactersOf(cell: Cell): number {
  if (cell.type !== 'rich_text') return cell.text.length;
  return cell.elements
    .flatMap((part) => (part.type === 'rich_text_section' ? part.elements : []))
    .reduce((sum, part) => {
      if (part.type === 'date') return sum + Math.max(part.format.length, part.fallback?.length ?? 0);
      return sum + (part.type === 'text' ? part.text.length : 0);
    }, 0);
}
