import type { ComponentType } from 'react';
import { type JsonObject, objectsOf, textOf } from '../../../slack/json.ts';
import { ChartBlock } from '../charts/chart-block.tsx';
import { plainTextOf } from '../mrkdwn/text-object.tsx';
import { Actions } from './actions.tsx';
import { Alert } from './alert.tsx';
import { Card } from './card.tsx';
import { Context } from './context.tsx';
import { DataTable } from './data-table.tsx';
import { Image } from './image.tsx';
import { Input } from './input.tsx';
import { RichText } from './rich-text.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';

export type BlockProps = { readonly block: JsonObject };

const KINDS: Readonly<Record<string, ComponentType<BlockProps>>> = {
  section: Section,
  header: ({ block }) => <h3 className="block header">{plainTextOf(block.text)}</h3>,
  divider: () => <hr className="block divider" />,
  context: Context,
  actions: Actions,
  input: Input,
  image: Image,
  rich_text: RichText,
  table: Table,
  data_table: DataTable,
  data_visualization: ChartBlock,
  alert: Alert,
  card: Card,
  carousel: ({ block }) => (
    <div className="carousel">
      {objectsOf(block.elements).map((one, index) => (
        <Card key={textOf(one.block_id) ?? index} block={one} />
      ))}
    </div>
  ),
  // Standard Markdown is another language than mrkdwn; its source is shown rather than a wrong drawing.
  markdown: ({ block }) => <pre className="block preformatted">{textOf(block.text)}</pre>,
};

/** One block of Block Kit. */
export function Block({ block }: BlockProps) {
  const type = textOf(block.type) ?? '';
  const Kind = KINDS[type];
  return Kind === undefined ? (
    <p className="block undrawn">A block “{type}”, not drawn here</p>
  ) : (
    <Kind block={block} />
  );
}
