/** Lets few requests through at once, and those who wait in turns. */
export type Gate = {
  /**
   * Runs it when its turn has come. Each asker has a line of its own and the lines take turns, so that whoever asks for a
   * month keeps nobody else waiting. Undefined where the signal gave it up before its turn.
   */
  readonly pass: <Value>(asker: object, run: () => Promise<Value>, signal: AbortSignal) => Promise<Value | undefined>;
};

type Waiting = { readonly enter: () => void };

/** A gate that so many may be behind at the same time. */
export function openGate(atOnce: number): Gate {
  let free = atOnce;
  /** In the order in which the askers have their turn. */
  const lines = new Map<object, Waiting[]>();

  const next = (): void => {
    const [first] = lines;
    if (first === undefined) {
      free += 1;
      return;
    }
    const [asker, line] = first;
    const waiting = line.shift();
    // Whoever was served goes to the end, behind all the others.
    lines.delete(asker);
    if (line.length > 0) lines.set(asker, line);
    waiting?.enter();
  };

  const turn = (asker: object, signal: AbortSignal): Promise<boolean> => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const line = lines.get(asker) ?? [];
      const leave = (): void => {
        line.splice(line.indexOf(waiting), 1);
        if (line.length === 0) lines.delete(asker);
        resolve(false);
      };
      const waiting: Waiting = {
        enter: () => {
          signal.removeEventListener('abort', leave);
          resolve(true);
        },
      };
      line.push(waiting);
      lines.set(asker, line);
      signal.addEventListener('abort', leave, { once: true });
    });
  };

  return {
    pass: async (asker, run, signal) => {
      if (signal.aborted || !(await turn(asker, signal))) return undefined;
      try {
        return await run();
      } finally {
        next();
      }
    },
  };
}
