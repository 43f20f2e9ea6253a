import { type JsonObject, objectsOf, wholeOf } from '../../../slack/json.ts';
import type { BlockProps } from './block.tsx';
import { RichInline } from './rich-inline.tsx';

/** Text whose marks are data: sections, lists, quotes and preformatted passages. */
export function RichText({ block }: BlockProps) {
  return (
    <div className="block rich-text">
      {objectsOf(block.elements).map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: passages have no name of their own and never move.
        <Passage key={index} element={element} />
      ))}
    </div>
  );
}

function Passage({ element }: { readonly element: JsonObject }) {
  const bordered = element.border === 1 ? ' bordered' : '';
  switch (element.type) {
    case 'rich_text_quote':
      return (
        <blockquote className="quote">
          <Line of={element} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre className="preformatted">
          <Line of={element} />
        </pre>
      );
    case 'rich_text_list': {
      const indent = Math.min(8, wholeOf(element.indent) ?? 0);
      const items = objectsOf(element.elements).map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no name of their own and never move.
        <li key={index}>
          <Line of={item} />
        </li>
      ));
      const className = `rich-list indent-${indent}${bordered}`;
      return element.style === 'ordered' ? (
        <ol className={className} start={1 + (wholeOf(element.offset) ?? 0)}>
          {items}
        </ol>
      ) : (
        <ul className={className}>{items}</ul>
      );
    }
    default:
      return (
        <p className="lines">
          <Line of={element} />
        </p>
      );
  }
}

function Line({ of }: { readonly of: JsonObject }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: elements have no name of their own and never move.
  return objectsOf(of.elements).map((element, index) => <RichInline key={index} element={element} />);
}
