import { objectsOf } from '../../../slack/json.ts';
import { TextObject } from '../mrkdwn/text-object.tsx';
import type { BlockProps } from './block.tsx';
import { Picture } from './picture.tsx';

/** Small print. */
export function Context({ block }: BlockProps) {
  return (
    <div className="block context">
      {objectsOf(block.elements).map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: elements have no name of their own and never move.
        <div key={index}>
          {element.type === 'image' ? <Picture of={element} size="small" /> : <TextObject of={element} />}
        </div>
      ))}
    </div>
  );
}
