import type { Log } from './ports.ts';

/**
 * The log for whoever reads much of it: one page under way at a time, whoever asks, so that the polls, which may have four
 * under way, are hardly disturbed. Those who wait have their turns in the order they came.
 */
export function oneAtATime(log: Log): Log {
  let last: Promise<unknown> = Promise.resolve();
  return {
    page: (request, signal) => {
      const page = last.then(() => log.page(request, signal));
      last = page.catch(() => undefined);
      return page;
    },
  };
}
