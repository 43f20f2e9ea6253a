import { isList, isObject, type Json, type JsonObject, objectsOf } from '../json.ts';
import { richText } from './rich-text.ts';
import { all, bool, byType, list, number, object, oneOf, type Rule, text } from './rules.ts';

/** All table cells of one message together, in characters. One copy of Slack's page says 20,000; the smaller holds. */
const CELLS_OF_A_MESSAGE = 10_000;

const rawText = object({ type: oneOf('raw_text'), text: text(1, Infinity) });
const rawNumber = object({ type: oneOf('raw_number'), value: number(), text: text(1, Infinity) });
const cell = byType({ raw_text: rawText, raw_number: rawNumber, rich_text: richText });
const headerCell = byType({ raw_text: rawText, raw_number: rawNumber });
const columns = (rule: Rule): Rule => list(rule, 1, 20);

const equalRows: Rule = (value, pointer, say) => {
  const rows = isObject(value) && isList(value.rows) ? value.rows.filter(isList) : [];
  rows.forEach((row, index) => {
    if (row.length !== rows[0]?.length) {
      say('all rows must have the same number of cells', `${pointer}/rows/${index}`);
    }
  });
};

const header: Rule = (value, pointer, say) => {
  const first = isObject(value) && isList(value.rows) ? value.rows[0] : undefined;
  if (first !== undefined) columns(headerCell)(first, `${pointer}/rows/0`, say);
};

/** The `table` block: up to 100 rows of up to 20 cells. */
export const table: Rule = all(
  object({
    type: oneOf('table'),
    'block_id?': text(1, 255),
    rows: list(columns(cell), 1, 100),
    'column_settings?': list(object({ 'align?': oneOf('left', 'center', 'right'), 'is_wrapped?': bool }), 0, 20),
  }),
  equalRows,
);

/** The `data_table` block: a header and 1 to 100 rows, a caption, pages of 1 to 100 rows. */
export const dataTable: Rule = all(
  object({
    type: oneOf('data_table'),
    'block_id?': text(1, 255),
    caption: text(1, Infinity),
    rows: list(columns(cell), 2, 101),
    'page_size?': number({ min: 1, max: 100, whole: true }),
    'row_header_column_index?': number({ min: 0, max: 19, whole: true }),
  }),
  header,
  equalRows,
);

/** One `table` a message, and no more than 10,000 characters in all its cells together. */
export const tablesOfMessage: Rule = (value, pointer, say) => {
  const blocks = objectsOf(value);
  if (blocks.filter((block) => block.type === 'table').length > 1) say('only_one_table_allowed', pointer);
  const length = blocks
    .filter((block) => block.type === 'table' || block.type === 'data_table')
    .reduce((sum, block) => sum + cellLength(block.rows), 0);
  if (length > CELLS_OF_A_MESSAGE) {
    say(`table cells must be less than ${CELLS_OF_A_MESSAGE + 1} characters in total, found ${length}`, pointer);
  }
};

function cellLength(value: Json | undefined): number {
  if (isList(value)) return value.reduce<number>((sum, item) => sum + cellLength(item), 0);
  if (!isObject(value)) return 0;
  return ownText(value) + cellLength(value.elements);
}

function ownText(held: JsonObject): number {
  return typeof held.text === 'string' ? held.text.length : 0;
}
