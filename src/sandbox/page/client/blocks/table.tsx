import { isList, isObject, type JsonObject, objectsOf, textOf } from '../../../slack/json.ts';
import type { BlockProps } from './block.tsx';
import { Cell } from './cell.tsx';

/** The `table` block: its first row is its header. */
export function Table({ block }: BlockProps) {
  const [header = [], ...body] = rowsOf(block);
  const settings = isList(block.column_settings) ? block.column_settings : [];
  const looks = (column: number): string => {
    const setting = settings[column];
    if (!isObject(setting)) return '';
    return `align-${textOf(setting.align) ?? 'left'}${setting.is_wrapped === true ? ' wrapped' : ''}`;
  };
  return (
    <div className="block table-frame">
      <table className="table">
        <thead>
          <tr>
            {header.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
              <th key={column} scope="col" className={looks(column)}>
                <Cell of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
            <tr key={index}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                <td key={column} className={looks(column)}>
                  <Cell of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The rows of a table or a data_table. */
export function rowsOf(block: JsonObject): readonly (readonly JsonObject[])[] {
  return (isList(block.rows) ? block.rows : []).map((row) => objectsOf(row));
}
