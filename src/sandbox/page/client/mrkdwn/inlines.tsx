import { Moment } from '../reading/moment.tsx';
import { useReader } from '../reading/reading.ts';
import type { Inline } from './marked.ts';

/** Marked up text in a line. */
export function Inlines({ of }: { readonly of: readonly Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: runs of text have no name of their own and never move.
  return of.map((inline, index) => <OneInline key={`${index}-${inline.kind}`} inline={inline} />);
}

function OneInline({ inline }: { readonly inline: Inline }) {
  const { nameOf } = useReader();
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'bold':
      return (
        <strong>
          <Inlines of={inline.of} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines of={inline.of} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines of={inline.of} />
        </s>
      );
    case 'code':
      return <code className="code">{inline.text}</code>;
    case 'link':
      return (
        <a href={inline.url} target="_blank" rel="noreferrer">
          {inline.label}
        </a>
      );
    case 'user':
      return <span className="mention">@{inline.label || (nameOf(inline.id) ?? inline.id)}</span>;
    case 'channel':
      return <span className="mention">#{inline.label || (nameOf(inline.id) ?? inline.id)}</span>;
    case 'ring':
      return <span className="mention mention-ring">{inline.label}</span>;
    case 'emoji':
      return (
        <span role="img" aria-label={inline.name}>
          {inline.sign}
        </span>
      );
    case 'date': {
      const moment = <Moment seconds={inline.seconds} format={inline.format} className="date" />;
      return inline.url === undefined ? (
        moment
      ) : (
        <a href={inline.url} target="_blank" rel="noreferrer">
          {moment}
        </a>
      );
    }
  }
}
