import { type JsonObject, textOf } from '../../../slack/json.ts';
import { Block } from './block.tsx';

/** The blocks of a message, a modal or a Home tab. */
export function Blocks({ of }: { readonly of: readonly JsonObject[] }) {
  return of.map((block, index) => {
    // A block without an id keeps its place; one with an id keeps what was sorted or chosen in it when others move.
    const key = textOf(block.block_id) ?? `${index}-${textOf(block.type)}`;
    return <Block key={key} block={block} />;
  });
}
