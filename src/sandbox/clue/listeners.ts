/** Those who want to hear of something. */
export type Listeners<News extends readonly unknown[] = []> = {
  /** Adds a listener; the returned function takes it away. */
  readonly add: (listener: (...news: News) => void) => () => void;
  readonly tell: (...news: News) => void;
};

/** Keeps listeners; one that leaves or joins while news is told disturbs nobody. */
export function createListeners<News extends readonly unknown[] = []>(): Listeners<News> {
  const listeners = new Set<(...news: News) => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(...news) {
      for (const listener of [...listeners]) listener(...news);
    },
  };
}
