import { failed, type Result } from '../door/problem.ts';
import { problemOfAbort } from './errors.ts';

/** Waits for a result that others wait for too: the signal ends this wait and leaves the others theirs. */
export async function untilAborted<Value>(
  shared: Promise<Result<Value>>,
  signal: AbortSignal | undefined,
): Promise<Result<Value>> {
  if (signal === undefined) return shared;
  const began = performance.now();
  const { promise, resolve } = Promise.withResolvers<Result<Value>>();
  const giveUp = (): void => resolve(failed(problemOfAbort(signal, performance.now() - began)));
  signal.addEventListener('abort', giveUp, { once: true });
  if (signal.aborted) giveUp();
  try {
    return await Promise.race([shared, promise]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
