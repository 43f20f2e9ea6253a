import { isObject, objectsOf, textOf } from '../../../slack/json.ts';
import { Element } from '../elements/element.tsx';
import { TextObject } from '../mrkdwn/text-object.tsx';
import type { BlockProps } from './block.tsx';

/** Text, fields in two columns, and something beside them. */
export function Section({ block }: BlockProps) {
  const fields = objectsOf(block.fields);
  return (
    <div className="block section">
      <div className="section-text">
        <TextObject of={block.text} />
        {fields.length > 0 && (
          <div className="fields">
            {fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no name of their own and never move.
              <div key={index}>
                <TextObject of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {isObject(block.accessory) && (
        <div className="accessory">
          <Element element={block.accessory} blockId={textOf(block.block_id) ?? ''} tells />
        </div>
      )}
    </div>
  );
}
