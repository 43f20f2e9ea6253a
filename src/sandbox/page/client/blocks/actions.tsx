import { objectsOf, textOf } from '../../../slack/json.ts';
import { Element } from '../elements/element.tsx';
import type { BlockProps } from './block.tsx';

/** Buttons and menus in a row. */
export function Actions({ block }: BlockProps) {
  return (
    <div className="block actions">
      {objectsOf(block.elements).map((element, index) => (
        <Element
          key={textOf(element.action_id) ?? index}
          element={element}
          blockId={textOf(block.block_id) ?? ''}
          tells
        />
      ))}
    </div>
  );
}
