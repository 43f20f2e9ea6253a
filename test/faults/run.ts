import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MATRIX, WAITS } from './matrix.ts';
import { type Played, playScenario } from './play.ts';
import { DEADLINE_MS, type Scenario } from './scenario.ts';
import { type Line, lineOf, tableOf, writeTable } from './table.ts';
import { isGood } from './verdict.ts';

/** Plays the matrix of faults: `node test/faults/run.ts [name…] [--seed N] [--table]`. Ends with 1 when a promise was not kept. */

const THIS = fileURLToPath(import.meta.url);
const SIDE_BY_SIDE = 2;

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, table: { type: 'boolean' }, only: { type: 'string' } },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const known = [...MATRIX, ...WAITS.map((one) => one.scenario)];

if (values.only !== undefined) await playHere(values.only);
else process.exitCode = await playMatrix();

/** One scenario in this process, which was started for it alone: what hangs or breaks takes no other with it. */
async function playHere(name: string): Promise<void> {
  const scenario = known.find((one) => one.name === name);
  if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);
  const played = await playScenario(scenario, seed);
  process.send?.(played);
  // A bot of this process may still wait for a timer of Slack's SDK.
  process.disconnect?.();
  process.exit();
}

async function playMatrix(): Promise<number> {
  const unknown = names.filter((name) => !known.some((one) => one.name === name));
  if (unknown.length > 0) {
    console.error(`There is no scenario ${unknown.join(', ')}. There are: ${known.map((one) => one.name).join(', ')}`);
    return 1;
  }
  const asked = names.length === 0 ? MATRIX : known.filter((one) => names.includes(one.name));
  console.log(`${asked.length} scenarios, seed ${seed}`);
  const lines = new Map<string, Line>();
  let failed = 0;
  const play = async (scenario: Scenario): Promise<void> => {
    const played = await playApart(scenario);
    const isKept = 'verdict' in played && isGood(played.verdict);
    if (!isKept) failed += 1;
    if ('verdict' in played) lines.set(scenario.name, { scenario, verdict: played.verdict });
    console.log(report(scenario, played));
  };
  const queue = asked.filter((one) => one.alone === undefined);
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await play(next);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  for (const scenario of asked.filter((one) => one.alone)) await play(scenario);

  const table = tableOf(asked.flatMap((one) => lines.get(one.name) ?? []));
  console.log(`\n${table}\n`);
  if (values.table) writeTable(new URL('../../README.md', import.meta.url), table);
  for (const { scenario, why } of names.length === 0 ? WAITS : []) console.log(`not played: ${scenario.name} (${why})`);
  console.log(`${asked.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

type Fate = Played | { readonly ended: string };

/** Plays a scenario in a process of its own, whose whole group is ended when it takes too long. */
function playApart({ name }: Scenario): Promise<Fate> {
  const child = fork(THIS, ['--only', name, '--seed', String(seed)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const endAll = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended by itself, and so did all that it had started.
    }
  };
  process.once('exit', endAll);
  const onSignal = (): never => process.exit(130);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, onSignal);
  return new Promise((resolve) => {
    let played: Played | undefined;
    const timer = setTimeout(() => {
      said += `\ngiven up after ${DEADLINE_MS / 1_000} s`;
      endAll();
    }, DEADLINE_MS);
    child.on('message', (message) => {
      played = message as Played;
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      endAll();
      process.off('exit', endAll);
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, onSignal);
      resolve(played ?? { ended: `ended with ${code}\n${said.slice(-4_000)}` });
    });
  });
}

function report(scenario: Scenario, played: Fate): string {
  const again = `again: node test/faults/run.ts ${scenario.name} --seed ${seed}`;
  if (!('verdict' in played)) return `✖ ${scenario.name}: ${played.ended}\n  ${again}`;
  const { verdict, tookMs, lines } = played;
  const line = `${lineOf({ scenario, verdict })} (${(tookMs / 1_000).toFixed(0)} s)`;
  if (isGood(verdict)) return `✔ ${line}`;
  const wrongs = [
    ...verdict.lost.map((words) => `lost: ${words}`),
    ...verdict.twice.map((words) => `twice: ${words}`),
    ...verdict.broken.map((words) => `broken: ${words}`),
    ...lines.map((words) => `log: ${words}`),
    again,
  ];
  return [`✖ ${line}`, ...wrongs.map((words) => `  ${words}`)].join('\n');
}
