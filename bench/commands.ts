import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { botProcess } from '../src/sandbox/bot-process.ts';
import { ALERTS, HANA, stage } from '../test/support/bot.ts';
import { guideRows } from '../test/support/rows.ts';

/**
 * How long a command takes on loopback, and what the bot weighs when idle. The bot is a process of its own;
 * Slack and CLUe are the sandbox's, in this process. Prints; asserts nothing.
 */

const COMMANDS = Number(process.argv[2] ?? 1_000);

const one = await stage({ env: { POLL_CRON: '*/5 * * * * *' } });
for (const row of [...guideRows()].reverse()) {
  const { person, doorName } = row;
  one.clue.place(178).append({
    eventAt: Date.now() - 60_000,
    eventType: row.code,
    doorId: 181,
    deviceId: 902,
    ...(doorName !== undefined && { doorName }),
    ...(person?.id !== undefined && { userId: person.id, userName: person.name ?? '' }),
  });
}
const bot = botProcess({ env: { ...one.env, LOG_LEVEL: 'warn' }, onLine: () => {} });
// The first start reads TypeScript; from the second on Node keeps what it made of it.
const idles: number[] = [];
for (let start = 0; start < 2; start += 1) {
  await bot.stop();
  bot.start();
  await one.slack.waitFor(() => one.slack.openSockets() > 0, { timeoutMs: 20_000, what: 'the bot' });
  await setTimeout(10_000);
  idles.push(await memoryMb());
}

const token = await logIn();
const ofClue: number[] = [];
for (let i = 0; i < COMMANDS; i += 1) ofClue.push(await timed(askClue));

for (const command of ['/clue recent', '/clue who-entered', '/clue help']) {
  const whole: number[] = [];
  const acks: number[] = [];
  for (let i = 0; i < COMMANDS; i += 1) {
    whole.push(
      await timed(async () => {
        const run = await one.slack.type({ user: HANA, channel: ALERTS, text: command });
        acks.push(run.ackMs ?? Number.NaN);
        await run.answered();
      }),
    );
  }
  print(`${command}: answered`, whole);
  print(`${command}: acknowledged`, acks);
}
print('CLUe alone, one page', ofClue);
console.log(`memory: ${idles.join(' MB, then from the second start ')} MB resident when idle for 10 s`);
console.log(`memory: ${await memoryMb()} MB resident after ${3 * COMMANDS} commands`);
await bot.stop();
await one.end();

async function logIn(): Promise<string> {
  const answer = await fetch(`${one.clue.url}/v1/accounts/login/phone`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(one.clue.account),
  });
  const body: { readonly data: { readonly accessToken: string } } = JSON.parse(await answer.text());
  return body.data.accessToken;
}

async function askClue(): Promise<void> {
  const url = `${one.clue.url}/v1/events/places/178?page=0&size=256&sort=id%2Cdesc`;
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`CLUe answered ${answer.status}`);
  await answer.arrayBuffer();
}

async function timed(run: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

function print(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1);
  console.log(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms over ${times.length}`);
}

async function memoryMb(): Promise<number> {
  const status = await readFile(`/proc/${bot.pid()}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}
