import type { Waits } from './ports.ts';

/** Notes the readings that people wait for, by a number that stands in the button under their progress. */
export function openWaits(): Waits {
  const open = new Map<string, { readonly user: string; readonly abort: AbortController }>();
  let count = 0;
  return {
    begin: (user) => {
      count += 1;
      const id = String(count);
      const abort = new AbortController();
      open.set(id, { user, abort });
      return { id, signal: abort.signal, end: () => open.delete(id) };
    },
    giveUp: (id, user) => {
      const wait = open.get(id);
      if (wait === undefined || wait.user !== user) return false;
      wait.abort.abort();
      return true;
    },
  };
}
