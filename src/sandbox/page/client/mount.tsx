import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** Puts the drawn into the page: into its `#root`, or into the body of a page that has none. */
export function mount(drawn: ReactNode): void {
  const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));
  root.className = 'root';
  createRoot(root).render(<StrictMode>{drawn}</StrictMode>);
}
