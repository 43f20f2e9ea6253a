import { rmSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { type Instant, instant } from '../../src/door/ids.ts';
import type { StoreTrouble } from '../../src/store/alarm.ts';
import { type Keeper, type KeeperOptions, openKeeper } from '../../src/store/keeper.ts';
import { aDirectory, open } from './support.ts';

const BEGIN = 1_780_000_000_000;

export type Kept = {
  readonly keeper: Keeper;
  readonly file: string;
  /** What whoever runs the bot would be told, in order: a cause, or that it is over. */
  readonly told: (string | undefined)[];
  readonly logged: string[];
  readonly pass: (ms: number) => void;
  readonly now: () => Instant;
};

/** A kept store in a folder, with a clock of its own and little patience. */
export async function aKeeper(
  t: TestContext,
  folder = aDirectory(t),
  more: Partial<KeeperOptions> = {},
): Promise<Kept> {
  const file = `${folder}/store.sqlite`;
  let at = BEGIN;
  const told: (string | undefined)[] = [];
  const logged: string[] = [];
  const line =
    (level: string) =>
    (message: string, fields?: object): void => {
      logged.push(`${level}: ${message} ${JSON.stringify(fields ?? {})}`);
    };
  const now = (): Instant => instant(at);
  const keeper = await openKeeper({
    url: `sqlite://${file}`,
    now,
    log: { info: line('info'), error: line('error') },
    onTrouble: (trouble: StoreTrouble | undefined) => told.push(trouble?.why),
    patience: { againAfterMs: 20, giveUpAfterMs: 100 },
    ...more,
  });
  t.after(async () => {
    await keeper.close();
    // It writes its file anew where it finds it gone.
    rmSync(folder, { recursive: true, force: true });
  });
  return { keeper, file, told, logged, now, pass: (ms) => (at += ms) };
}

/** What the next start would find. */
export async function written(
  t: TestContext,
  file: string,
  names: readonly string[],
  key?: Buffer,
): Promise<readonly unknown[]> {
  const store = await open(t, { url: `sqlite://${file}`, ...(key && { key }) });
  const values = await Promise.all(names.map(store.load));
  await store.close();
  return values;
}
