import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { LogLevel as BoltLevel } from '@slack/web-api';
import { readableLines } from '../src/log/readable.ts';
import { createLog, type Log, type LogLevel } from '../src/log.ts';

const BOT = 'xoxb-1234-5678-AbCdEf';
const PASSWORD = `pa"ss\\w'o&rd <7>/+é`;
const PHONE = '01234567890';
const SECRETS = [BOT, PASSWORD, PHONE];

type Line = Readonly<Record<string, unknown>>;

const readable = await readableLines();

function logTo(options: { level?: LogLevel; pretty?: boolean; secrets?: readonly string[] } = {}): {
  readonly log: Log;
  readonly text: () => string;
  readonly lines: () => readonly Line[];
} {
  let text = '';
  const destination = { write: (line: string) => (text += line) };
  const { level = 'debug', pretty = false, secrets = SECRETS } = options;
  return {
    log: createLog({ level, secrets, destination, ...(pretty && { readable }) }),
    text: () => text,
    lines: () =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
  };
}

/** Neither the secret nor any spelling that its reader could undo by eye. */
function assertSilent(text: string, secret: string): void {
  for (const part of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
    assert.ok(!text.includes(part), `${JSON.stringify(part)} is in ${text}`);
  }
}

test('a line is one JSON object with level, time, message and fields', () => {
  const { log, lines } = logTo();
  log.info('polled', { place: '178', rows: 36 });
  const [line] = lines();
  assert.deepEqual(
    { ...line, time: undefined },
    { level: 'info', time: undefined, msg: 'polled', place: '178', rows: 36 },
  );
  assert.match(String(line?.time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test('what is below the level is not printed', () => {
  const { log, lines } = logTo({ level: 'warn' });
  log.debug('a');
  log.info('b');
  log.warn('c');
  log.error('d');
  assert.deepEqual(
    lines().map(({ level, msg }) => [level, msg]),
    [
      ['warn', 'c'],
      ['error', 'd'],
    ],
  );
});

test("a field cannot pass for the line's own level, time or message", () => {
  const { log, lines } = logTo();
  log.info('real', { level: 'error', time: PHONE, msg: 'forged' });
  const [line] = lines();
  assert.equal(line?.level, 'info');
  assert.equal(line?.msg, 'real');
  assert.equal(line?.time_, '[hidden]');
});

test('a secret is hidden wherever it comes in', () => {
  const circular: Record<string, unknown> = { PASSWORD };
  circular.self = circular;
  const error = Object.assign(new Error(`login with ${PASSWORD} failed`, { cause: new Error(`phone ${PHONE}`) }), {
    request: { headers: { authorization: `Bearer ${BOT}` }, body: JSON.stringify({ said: PASSWORD }) },
  });
  const carriers: readonly object[] = [
    { field: PASSWORD },
    { deep: { deeper: [{ deepest: PASSWORD }] } },
    { [PASSWORD]: 1 },
    { err: error },
    { error },
    { failed: new AggregateError([error], PASSWORD) },
    { map: new Map([[PHONE, PASSWORD]]), set: new Set([BOT]) },
    { url: new URL(`https://clue.example/?q=${encodeURIComponent(PASSWORD)}&p=${PHONE}`) },
    { encoded: encodeURIComponent(PASSWORD) },
    { form: new URLSearchParams({ said: PASSWORD }).toString() },
    { basic: Buffer.from(`user:${PASSWORD}`).toString('base64') },
    { basic: Buffer.from(`me:${PASSWORD}!`).toString('base64url') },
    { basic: Buffer.from(`x:${PASSWORD}`).toString('base64') },
    { hex: Buffer.from(PASSWORD).toString('hex') },
    { bytes: Buffer.from(PASSWORD) },
    { json: JSON.stringify({ a: PASSWORD }) },
    { json: JSON.stringify(JSON.stringify({ a: PASSWORD })) },
    { text: inspect({ a: PASSWORD, b: BOT, c: PHONE }) },
    { number: 1234567890 },
    { circular },
    { toJSON: () => ({ a: PASSWORD }) },
    { html: PASSWORD.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') },
    error,
  ];
  for (const fields of carriers) {
    for (const pretty of [false, true]) {
      const { log, text } = logTo({ pretty, secrets: [...SECRETS, '1234567890'] });
      log.error(`it broke: ${PASSWORD} ${PHONE} ${BOT}`, fields);
      for (const secret of SECRETS) assertSilent(text(), secret);
      assert.ok(!text().includes('1234567890'), text());
      for (const start of [0, 1, 2]) {
        const piece = Buffer.from(PASSWORD)
          .toString('base64')
          .slice(4 + start, 16 + start);
        assert.ok(!text().includes(piece), text());
      }
      assert.ok(!text().includes(Buffer.from(PASSWORD).toString('hex')), text());
      assert.match(text(), /it broke: \[hidden\] \[hidden\] \[hidden\]/);
    }
  }
});

test('a secret inside base64 is hidden wherever it begins', () => {
  for (const before of ['', 'a', 'ab', 'abc', 'user:']) {
    const { log, text } = logTo({ secrets: ['correct-horse-battery'] });
    log.info(Buffer.from(`${before}correct-horse-battery.`).toString('base64'));
    for (const piece of text().match(/[A-Za-z0-9+/]{8,}/g) ?? []) {
      assert.doesNotMatch(Buffer.from(piece, 'base64').toString(), /horse/, text());
    }
  }
});

test('what looks like a secret is hidden though nobody named it', () => {
  const jwt = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ0dGMiOiJhYyJ9.i-jEiLGExOQGotdyVGEmDx';
  const looks: readonly (readonly [text: string, secret: string])[] = [
    ['token=xoxb-99-88-zz', 'xoxb-99'],
    ['posting as xoxe.xoxp-1-Mi0yLTEyMzQ', 'Mi0yLTEy'],
    ['opened with xapp-1-A1-2-abcdef', 'A1-2-abc'],
    ['Authorization: Bearer opaque.Token~1/2+3=', 'opaque'],
    ['Cookie: Authorization=opaque99; Path=/', 'opaque99'],
    [`got ${jwt}`, 'i-jEiLGE'],
    [`got ${jwt}`, 'eyJ0dGMi'],
    ['wss://wss-primary.slack.com/link/?ticket=aa-bb&app_id=cc', 'aa-bb'],
    ['{"url":"wss:\\/\\/wss.slack.com\\/link\\/?ticket=aa-bb"}', 'aa-bb'],
    ['https://hooks.slack.com/commands/T1/2/hush', 'hush'],
    ['https://user:hushhush@clue.example/v1', 'hushhush'],
    ['{"accessToken":"hush","refreshToken" : "hush"}', 'hush'],
    [JSON.stringify({ password: `a'b"hush` }), 'hush'],
    [JSON.stringify(JSON.stringify({ password: `a'b"hush` })), 'hush'],
    ["{ password: 'hush', phone: 'hush' }", 'hush'],
    ['countryCode=kr&phone=0999&password=hush', 'hush'],
    ['countryCode=kr&phone=0999&password=hush', '0999'],
    ['{"response_url":"http://127.0.0.1:1/r/hush"}', 'hush'],
  ];
  for (const [look, secret] of looks) {
    const { log, text } = logTo({ secrets: [] });
    log.info(look, { nested: [look], err: new Error(look) });
    assert.ok(!text().includes(secret), text());
    assert.match(text(), /\[hidden\]/);
  }
});

test('a field that is called like a secret is hidden, whatever is in it', () => {
  const { log, lines } = logTo({ secrets: [] });
  log.info('answer', {
    data: { accessToken: 'opaque', refreshToken: 'opaque', phone: 99, password: { old: 'a' }, name: 'x' },
    headers: { Cookie: 'a=b', 'api-key': 'k', 'X-Api-Key': 'k' },
    tokenLifeMs: 3_600_000,
    hasPassword: false,
  });
  const [line] = lines();
  const hidden = '[hidden]';
  assert.deepEqual(line?.data, {
    accessToken: hidden,
    refreshToken: hidden,
    phone: hidden,
    password: hidden,
    name: 'x',
  });
  assert.deepEqual(line?.headers, { Cookie: hidden, 'api-key': hidden, 'X-Api-Key': hidden });
  assert.equal(line?.tokenLifeMs, 3_600_000);
  assert.equal(line?.hasPassword, false);
});

test('an ordinary line passes as it is', () => {
  const { log, lines } = logTo();
  const fields = {
    place: '178',
    door: 'Büro "1"',
    rows: 36,
    at: '2026-11-23T00:00:00Z',
    list: [1, null, true],
    in: { a: '' },
  };
  log.info('the bearer of door 181: unlocked (token bucket, wss://ok)', fields);
  const [line] = lines();
  assert.deepEqual(line?.msg, 'the bearer of door 181: unlocked (token bucket, wss://ok)');
  for (const [name, value] of Object.entries(fields)) assert.deepEqual(line?.[name], value);
});

test('an error shows its type, its causes and its own fields', () => {
  const { log, lines } = logTo();
  const cause = Object.assign(new RangeError('disk full'), { code: 'ENOSPC' });
  log.error('not saved', { err: new Error('outer', { cause }), times: 3n, run: assertSilent, empty: undefined });
  const [line] = lines();
  const text = JSON.stringify(line);
  for (const part of [
    '"Error"',
    'outer',
    '"RangeError"',
    'disk full',
    'ENOSPC',
    '"times":"3"',
    '[function assertSilent]',
  ]) {
    assert.ok(text.includes(part), `${part} is missing in ${text}`);
  }
});

test('a field that cannot be read costs neither the line nor the caller', () => {
  const { log, lines } = logTo();
  const bad = {
    get broken(): string {
      throw new Error('no');
    },
  };
  let endless: object = {};
  for (let depth = 0; depth < 50; depth += 1) endless = { endless };
  log.info('still here', { bad, endless });
  assert.equal(lines()[0]?.bad, '[unreadable]');
  assert.match(JSON.stringify(lines()[0]?.endless), /\[deeper\]/);
});

test('on a terminal a line is text, and commands to the terminal are taken out', () => {
  const { log, text } = logTo({ pretty: true });
  log.warn('door \u001b[2Jdoor\r\u009b31m C:\\new', { who: '\u001b]0;x\u0007' });
  assert.match(text(), /WARN: door \ufffd\[2Jdoor/);
  assert.match(text(), /C:\\new/);
  for (const sign of ['\u001b', '\u009b', '\r', '\u0007']) assert.ok(!text().includes(sign), JSON.stringify(text()));
});

test("Bolt's logger names its lines and takes any number of values", () => {
  const { log, lines } = logTo();
  const bolt = log.bolt('receiver');
  bolt.info('connected', { attempt: 2 }, 3);
  bolt.setName('socket-mode:0');
  bolt.error('failed:', new Error(`with ${BOT}`));
  assert.equal(lines()[0]?.msg, 'connected { attempt: 2 } 3');
  assert.equal(lines()[0]?.from, 'receiver');
  assert.equal(lines()[1]?.from, 'socket-mode:0');
  assert.equal(lines()[1]?.msg, 'failed: with [hidden]');
  assert.match(JSON.stringify(lines()[1]?.err), /"message":"with \[hidden\]"/);
});

test("Bolt's logger is at the log's level, can be made quieter, and never louder", () => {
  const { log, lines } = logTo({ level: 'info' });
  const bolt = log.bolt('app');
  assert.equal(bolt.getLevel(), BoltLevel.INFO);
  bolt.setLevel(BoltLevel.DEBUG);
  bolt.debug('payload of a person');
  bolt.setLevel(BoltLevel.ERROR);
  assert.equal(bolt.getLevel(), BoltLevel.ERROR);
  bolt.warn('hush');
  bolt.error('heard');
  log.bolt('other').info('heard too');
  assert.deepEqual(
    lines().map(({ msg }) => msg),
    ['heard', 'heard too'],
  );
});

test('without a destination, lines are on standard output before the process ends', () => {
  const script = `
    const { createLog } = await import(${JSON.stringify(new URL('../src/log.ts', import.meta.url).href)});
    const { readableLines } = await import(${JSON.stringify(new URL('../src/log/readable.ts', import.meta.url).href)});
    const readable = await readableLines();
    for (const one of [{}, { readable }]) createLog({ level: 'info', secrets: [], ...one }).info('last words');
    process.exit(0);`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  assert.match(stdout, /"msg":"last words"\}\n\[[\d:]+\] INFO: last words\n$/);
});
