import { useState } from 'react';

/**
 * A text that this window keeps over a reload: who you are and where you look. What is shared stands on the server.
 */
export function useKept(name: string, otherwise: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? otherwise);
  const keep = (next: string) => {
    sessionStorage.setItem(name, next);
    setText(next);
  };
  return [text, keep];
}
