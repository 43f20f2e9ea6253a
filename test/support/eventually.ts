import { setTimeout } from 'node:timers/promises';

/** Resolves when `check` holds, looked at every 10 ms; rejects, naming what was waited for, when it does not in time. */
export async function eventually(
  what: string,
  check: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`);
    await setTimeout(10);
  }
}
