import { Inlines } from './inlines.tsx';
import { readPassages } from './passages.ts';

type MrkdwnProps = {
  readonly text: string;
  /** Addresses that nobody marked stay text. */
  readonly verbatim?: boolean;
};

/** A text in Slack's mrkdwn. */
export function Mrkdwn({ text, verbatim = false }: MrkdwnProps) {
  return readPassages(text, { findsLinks: !verbatim }).map((passage, index) => {
    const key = `${index}-${passage.kind}`;
    if (passage.kind === 'preformatted') {
      return (
        <pre key={key} className="preformatted">
          {passage.text}
        </pre>
      );
    }
    if (passage.kind === 'quote') {
      return (
        <blockquote key={key} className="quote">
          <Inlines of={passage.of} />
        </blockquote>
      );
    }
    return (
      <p key={key} className="lines">
        <Inlines of={passage.of} />
      </p>
    );
  });
}
