import type { Page } from '../door/page.ts';
import type { Problem, Result } from '../door/problem.ts';

/** Rows a page: fewer requests than with the vendor's own 256. No limit is documented. */
const LARGE = 1_000;
/** Rows a page where CLUe refuses the larger ones, or is too slow for them. */
const USUAL = 256;

/** How many rows a page CLUe gives, as far as it has been found out. */
export type PageSizes = {
  /** The largest that CLUe did not fail to give. */
  readonly most: () => number;
  /** Asks with that size, or the smaller one that is wanted, and with the usual one where CLUe refuses it or is too slow. */
  readonly ask: (run: (size: number) => Promise<Result<Page>>, wanted?: number) => Promise<Result<Page>>;
  /** CLUe gave no more than so many, though there are. */
  readonly capped: (size: number) => void;
};

/** How a page fails that may be too large. */
const FOR_ITS_SIZE: ReadonlySet<Problem['kind']> = new Set(['bad-request', 'timeout']);

export function openPageSizes(): PageSizes {
  let most = LARGE;
  return {
    most: () => most,
    ask: async (run, wanted = most) => {
      const asked = Math.min(most, wanted);
      const answer = await run(asked);
      if (answer.ok || !FOR_ITS_SIZE.has(answer.problem.kind) || asked <= USUAL) return answer;
      const again = await run(USUAL);
      // What fails with any size does not fail for its size.
      if (again.ok) most = Math.min(most, USUAL);
      return again;
    },
    capped: (size) => {
      most = Math.min(most, size);
    },
  };
}
