import { isObject, objectsOf, textOf } from '../../../slack/json.ts';
import { Element } from '../elements/element.tsx';
import { TextObject } from '../mrkdwn/text-object.tsx';
import type { BlockProps } from './block.tsx';
import { Picture } from './picture.tsx';

/** A picture, a title, a few words and buttons, in a frame. */
export function Card({ block }: BlockProps) {
  return (
    <div className="block card">
      {isObject(block.hero_image) && <Picture of={block.hero_image} size="large" />}
      <div className="card-title">
        {isObject(block.icon) && <Picture of={block.icon} size="small" />}
        <TextObject of={block.title} />
      </div>
      <div className="hint">
        <TextObject of={block.subtitle} />
      </div>
      <TextObject of={block.body} />
      <div className="actions">
        {objectsOf(block.actions).map((element, index) => (
          <Element
            key={textOf(element.action_id) ?? index}
            element={element}
            blockId={textOf(block.block_id) ?? ''}
            tells
          />
        ))}
      </div>
    </div>
  );
}
