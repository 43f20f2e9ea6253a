import { useEffect, useState } from 'react';

type Theme = 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';

/** The light or the dark form: as the system has it, until one chooses in this window. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(() => {
    const kept = sessionStorage.getItem('theme');
    if (kept === 'light' || kept === 'dark') return kept;
    return matchMedia(DARK).matches ? 'dark' : 'light';
  });
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    const system = matchMedia(DARK);
    const follow = () => {
      if (sessionStorage.getItem('theme') === null) setTheme(system.matches ? 'dark' : 'light');
    };
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, []);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="button button-small theme-switch"
      onClick={() => {
        sessionStorage.setItem('theme', other);
        setTheme(other);
      }}
    >
      {other === 'dark' ? 'Dark' : 'Light'} form
    </button>
  );
}
