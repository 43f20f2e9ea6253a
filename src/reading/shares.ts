/** One piece of work for all who ask for the same at the same time. */
export type Shares<Value, News> = {
  /**
   * Joins the work under this key, or begins it. Whoever's signal gives up leaves with `undefined`; the work itself is given
   * up when nobody is left who waits for it.
   */
  readonly join: (
    key: string,
    begin: (signal: AbortSignal, tell: (news: News) => void) => Promise<Value>,
    waiter: { readonly signal: AbortSignal; readonly hear: (news: News) => void },
  ) => Promise<Value | undefined>;
};

type Work<Value, News> = {
  readonly result: Promise<Value>;
  readonly ears: Set<(news: News) => void>;
  readonly giveUp: () => void;
  last?: News;
};

export function openShares<Value, News>(): Shares<Value, News> {
  const open = new Map<string, Work<Value, News>>();

  const start = (
    key: string,
    begin: (signal: AbortSignal, tell: (news: News) => void) => Promise<Value>,
  ): Work<Value, News> => {
    const abort = new AbortController();
    const close = (): void => {
      // What was given up is not what a later asker began under the same key.
      if (open.get(key) === work) open.delete(key);
    };
    const work: Work<Value, News> = {
      ears: new Set(),
      giveUp: () => {
        close();
        abort.abort();
      },
      // A turn later, so that everything below is there before the first word of news.
      result: Promise.resolve()
        .then(() =>
          begin(abort.signal, (news) => {
            work.last = news;
            for (const hear of work.ears) hear(news);
          }),
        )
        .finally(close),
    };
    // Where all have left, nobody hears of a failure.
    work.result.catch(() => undefined);
    open.set(key, work);
    return work;
  };

  return {
    join: async (key, begin, { signal, hear }) => {
      if (signal.aborted) return undefined;
      const work = open.get(key) ?? start(key, begin);
      const ear = (news: News): void => hear(news);
      work.ears.add(ear);
      if (work.last !== undefined) hear(work.last);
      const left = Promise.withResolvers<undefined>();
      const leave = (): void => left.resolve(undefined);
      signal.addEventListener('abort', leave, { once: true });
      try {
        return await Promise.race([work.result, left.promise]);
      } finally {
        signal.removeEventListener('abort', leave);
        work.ears.delete(ear);
        if (work.ears.size === 0) work.giveUp();
      }
    },
  };
}
