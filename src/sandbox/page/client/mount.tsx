import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** Puts the drawn into the page: into its `#root`, or into the body of a page that has none. */
export function mount(drawn: ReactNode): void {
  const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));
  root.className = 'root';
  createRoot(root, { onUncaughtError: (error) => sayInstead(root, error) }).render(<StrictMode>{drawn}</StrictMode>);
}

/** A page that failed while it was drawn would be blank: it says why instead, when React has emptied it. */
function sayInstead(root: HTMLElement, error: unknown): void {
  setTimeout(() => {
    root.textContent = `The page cannot be drawn: ${error instanceof Error ? error.message : String(error)}. Please load it again.`;
  });
}
