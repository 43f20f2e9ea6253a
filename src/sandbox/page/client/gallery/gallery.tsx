import { useEffect, useMemo, useState } from 'react';
import { useKept } from '../reading/kept.ts';
import { ThemeSwitch } from '../theme-switch.tsx';
import type { Drawable } from './drawable.ts';
import { Item } from './item.tsx';

/** How many are added to the page at a time, so that the first ones stand at once and typing is never held up. */
const AT_A_TIME = 40;

/** Everything the bot can say, by name, in both forms. */
export function Gallery() {
  const [items, setItems] = useState<readonly Drawable[]>();
  const [failed, setFailed] = useState(false);
  const [wanted, setWanted] = useKept('gallery-filter', '');
  const [language, setLanguage] = useKept('gallery-language', '');
  useEffect(() => {
    const load = async () => {
      const answer = await fetch('/gallery.json');
      const loaded: readonly Drawable[] = await answer.json();
      setItems(loaded);
    };
    load().catch(() => setFailed(true));
  }, []);
  const languages = useMemo(() => [...new Set((items ?? []).map((item) => item.language))].sort(), [items]);
  const words = wanted.toLowerCase().split(/\s+/);
  const shown = (items ?? []).filter(
    (item) => (language === '' || item.language === language) && words.every((word) => item.name.includes(word)),
  );
  const [most, setMost] = useState(AT_A_TIME);
  useEffect(() => {
    if (most >= shown.length) return;
    const next = setTimeout(() => setMost(most + AT_A_TIME), 0);
    return () => clearTimeout(next);
  }, [most, shown.length]);
  const refused = shown.filter((item) => item.problems.length > 0).length;
  return (
    <>
      <header className="top">
        <h1>Gallery</h1>
        <input
          className="field gallery-filter"
          type="search"
          aria-label="Filter by name"
          placeholder="Filter by name"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        {languages.length > 1 && (
          <select
            className="select"
            aria-label="Language"
            value={language}
            onChange={({ target }) => setLanguage(target.value)}
          >
            <option value="">Every language</option>
            {languages.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
        <p className="gallery-count" role="status">
          {shown.length} of {items?.length ?? 0}
          {refused > 0 && <b className="gallery-refused"> · {refused} refused by Slack</b>}
        </p>
        <a href="/">Workspace</a>
        <ThemeSwitch />
      </header>
      <main className="gallery">
        {failed && <p className="banner">The sandbox does not answer. Is the demo still running?</p>}
        {shown.slice(0, most).map((item) => (
          <Item key={`${item.name}-${item.language}`} item={item} />
        ))}
        {items !== undefined && shown.length === 0 && <p className="empty">Nothing is called so.</p>}
      </main>
    </>
  );
}
