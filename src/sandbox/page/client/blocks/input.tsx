import { useId } from 'react';
import { isObject, textOf } from '../../../slack/json.ts';
import { Element } from '../elements/element.tsx';
import { useSurface } from '../elements/surface.ts';
import { plainTextOf } from '../mrkdwn/text-object.tsx';
import type { BlockProps } from './block.tsx';

/** Something to fill in, with its label, its hint and what is wrong with it. */
export function Input({ block }: BlockProps) {
  const labelId = useId();
  const blockId = textOf(block.block_id) ?? '';
  const error = useSurface().errors[blockId];
  return (
    <div className={error === undefined ? 'block input' : 'block input input-wrong'}>
      <div className="label" id={labelId}>
        {plainTextOf(block.label)}
        {block.optional === true && <span className="hint"> (optional)</span>}
      </div>
      {isObject(block.element) && (
        <Element element={block.element} blockId={blockId} labelId={labelId} tells={block.dispatch_action === true} />
      )}
      {error !== undefined && (
        <p className="input-error" role="alert">
          {error}
        </p>
      )}
      {block.hint !== undefined && <p className="hint">{plainTextOf(block.hint)}</p>}
    </div>
  );
}
