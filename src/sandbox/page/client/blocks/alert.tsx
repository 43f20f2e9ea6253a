import { textOf } from '../../../slack/json.ts';
import { TextObject } from '../mrkdwn/text-object.tsx';
import type { BlockProps } from './block.tsx';

/** A line that stands out, by its level. */
export function Alert({ block }: BlockProps) {
  return (
    <div className={`block alert alert-${textOf(block.level) ?? 'default'}`}>
      <TextObject of={block.text} />
    </div>
  );
}
