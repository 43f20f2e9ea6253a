import { plainTextOf } from '../mrkdwn/text-object.tsx';
import type { BlockProps } from './block.tsx';
import { Picture } from './picture.tsx';

export function Image({ block }: BlockProps) {
  return (
    <figure className="block image">
      {block.title !== undefined && <figcaption>{plainTextOf(block.title)}</figcaption>}
      <Picture of={block} size="large" />
    </figure>
  );
}
