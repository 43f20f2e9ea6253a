import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { botProcess } from '../src/sandbox/bot-process.ts';
import { ALERTS, HANA, stage } from '../test/support/bot.ts';
import { countBefore } from '../test/support/counting-proxy.ts';

/**
 * How long answers take on loopback, from the command's arrival to the answer's leaving: from memory, a day of 5,000 rows, a
 * month of 150,000, and fifty people at once. The bot is a process of its own; Slack and CLUe are the sandbox's, in this
 * process. Prints; asserts nothing.
 */

const COMMANDS = Number(process.argv[2] ?? 300);
const DAY_MS = 86_400_000;
const MONTH = 150_000;

const one = await stage({ env: { POLL_CRON: '*/5 * * * * *' } });
const today = new Date().setUTCHours(0, 0, 0, 0);
// Seven a minute or so, day and night; so the newest 5,000 are the last day and a half or less.
for (let index = 0; index < MONTH; index += 1) {
  const eventAt = Math.round(Date.now() - ((MONTH - index) * 30 * DAY_MS) / MONTH);
  const [who, what] = [
    index % 40,
    ['DEV_FACE_AUTH_SUCCESS', 'DEV_DOOR_RELAY_ON', 'DEV_DOOR_RELAY_OFF'][index % 3] ?? '',
  ];
  const person = index % 3 === 0 ? { userId: `u${who}`, userName: `Person ${who}` } : {};
  one.clue.place(178).append({ eventAt, eventType: what, doorId: 181 + (index % 4), deviceId: 902, ...person });
}
const proxy = await countBefore(one.clue.url);
const bot = botProcess({ env: { ...one.env, CLUE_API_URL: proxy.url, LOG_LEVEL: 'warn' }, onLine: () => {} });
bot.start();
await one.slack.waitFor(() => one.slack.openSockets() > 0, { timeoutMs: 20_000, what: 'the bot' });
while (!/As of/.test((await ask('/clue recent')).text)) await setTimeout(200);
await setTimeout(3_000);
console.log(
  `memory: ${await memoryMb()} MB resident with ${MONTH.toLocaleString('en')} rows in CLUe, the newest 5,000 of them in the bot`,
);

for (const command of ['/clue recent', '/clue recent 20 door:182', '/clue who-entered 6h']) {
  const times: number[] = [];
  const before = proxy.asked();
  for (let i = 0; i < COMMANDS; i += 1) times.push((await ask(command)).ms);
  print(`${command} (target 30 ms)`, times);
  console.log(`  ${proxy.asked() - before} questions to CLUe for a time`);
}

// A day that begins ten days ago is long gone from memory; each of these is another day.
const days: number[] = [];
for (let back = 10; back < 15; back += 1) days.push((await ask(`/clue who-entered ${dayOf(back)}`)).ms);
print('a day of 5,000 rows, read from CLUe (target 1,000 ms)', days);
const again: number[] = [];
for (let back = 10; back < 15; back += 1) again.push((await ask(`/clue who-entered ${dayOf(back)}`)).ms);
print('the same days, kept', again);

const month = await ask('/clue who-entered 30d');
console.log(`a month: ${Math.round(month.ms)} ms: ${month.text.split('\n')[0]?.slice(0, 140)}`);

const texts = [
  '/clue recent',
  '/clue who-entered 6h',
  '/clue recent 50',
  `/clue who-entered ${dayOf(20)}`,
  '/clue who-entered 3d',
];
const all = await Promise.all(Array.from({ length: 50 }, (_, index) => ask(texts[index % texts.length] ?? '')));
print(
  `fifty people at once (target 3,000 ms), ${proxy.most()} questions to CLUe at a time at most`,
  all.map(({ ms }) => ms),
);
console.log(`memory: ${await memoryMb()} MB resident afterwards`);

await bot.stop();
await proxy.stop();
await one.end();

function dayOf(back: number): string {
  return new Date(today - back * DAY_MS).toISOString().slice(0, 10);
}

/** Asks, and waits for the last answer: a word of patience is none. */
async function ask(text: string): Promise<{ readonly ms: number; readonly text: string }> {
  const begun = performance.now();
  const run = await one.slack.type({ user: HANA, channel: ALERTS, text });
  const shown = (): string => run.visible.map((message) => message.text).join('\n');
  await one.slack.waitFor(() => shown() !== '' && !shown().startsWith('⏳'), { timeoutMs: 60_000, what: text });
  return { ms: performance.now() - begun, text: shown() };
}

function print(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1);
  console.log(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms over ${times.length}`);
}

async function memoryMb(): Promise<number> {
  const status = await readFile(`/proc/${bot.pid()}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}
