import { useEffect, useRef } from 'react';
import { keepSame } from './same.ts';

/** What is made anew at each drawing, with its unchanged parts from the drawing before: a memo below then holds. */
export function useSteady<Value>(next: Value): Value {
  const before = useRef(next);
  const steady = keepSame(before.current, next);
  useEffect(() => {
    before.current = steady;
  });
  return steady;
}
