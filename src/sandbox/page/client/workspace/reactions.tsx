import type { Message } from '../../../slack/message.ts';
import { emojiSign } from '../mrkdwn/emoji.ts';
import { useReader } from '../reading/reading.ts';

/** The reactions below a message, with who gave them. */
export function Reactions({ message }: { readonly message: Message }) {
  const { nameOf } = useReader();
  if (message.reactions === undefined || message.reactions.length === 0) return null;
  return (
    <ul className="reactions" aria-label="Reactions">
      {message.reactions.map(({ name, users, count }) => (
        <li key={name} title={users.map((id) => nameOf(id) ?? id).join(', ')}>
          <span role="img" aria-label={name}>
            {emojiSign(name) ?? `:${name}:`}
          </span>{' '}
          {count}
        </li>
      ))}
    </ul>
  );
}
