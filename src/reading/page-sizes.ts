import type { Page } from '../door/page.ts';
import type { Result } from '../door/problem.ts';

/** Rows a page: fewer requests than with the vendor's own 256. No limit is documented. */
const LARGE = 1_000;
/** Rows a page where CLUe refuses the larger ones. */
const USUAL = 256;

/** How many rows a page CLUe gives, as far as it has been found out. */
export type PageSizes = {
  /** The largest that was not refused. */
  readonly most: () => number;
  /** Asks with that size, and with the usual one where CLUe refuses it. */
  readonly ask: (run: (size: number) => Promise<Result<Page>>) => Promise<Result<Page>>;
  /** CLUe gave no more than so many, though there are. */
  readonly capped: (size: number) => void;
};

export function openPageSizes(): PageSizes {
  let most = LARGE;
  return {
    most: () => most,
    ask: async (run) => {
      const asked = most;
      const answer = await run(asked);
      if (answer.ok || answer.problem.kind !== 'bad-request' || asked <= USUAL) return answer;
      const again = await run(USUAL);
      // What is refused with any size is not refused for its size.
      if (again.ok) most = Math.min(most, USUAL);
      return again;
    },
    capped: (size) => {
      most = Math.min(most, size);
    },
  };
}
