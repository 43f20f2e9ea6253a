import { memo } from 'react';
import { Blocks } from '../blocks/blocks.tsx';
import { Mrkdwn } from '../mrkdwn/mrkdwn.tsx';
import { Reading } from '../reading/reading.ts';
import type { Drawable } from './drawable.ts';
import { galleryReader } from './gallery-reader.ts';

/** One message, modal or Home tab, light and dark beside each other, with what Slack refuses of it. */
export const Item = memo(function Item({ item }: { readonly item: Drawable }) {
  const isRefused = item.problems.length > 0;
  return (
    <article className={isRefused ? 'item item-refused' : 'item'} aria-label={item.name} data-language={item.language}>
      <header>
        <h2>{item.name}</h2>
        <span className="hint">
          {item.language} · {item.surface}
        </span>
      </header>
      {isRefused && (
        <ul className="problems" aria-label="Refused by Slack">
          {item.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <div className="item-forms">
        {(['light', 'dark'] as const).map((theme) => (
          <div key={theme} className={`item-form surface-${item.surface}`} data-theme={theme} lang={item.language}>
            <Reading value={galleryReader(item.language)}>
              {item.blocks.length === 0 ? <Mrkdwn text={item.text} /> : <Blocks of={item.blocks} />}
            </Reading>
          </div>
        ))}
      </div>
      <details className="item-text">
        <summary>As a notification</summary>
        <Reading value={galleryReader(item.language)}>
          <Mrkdwn text={item.text} />
        </Reading>
      </details>
    </article>
  );
});
