import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { readableLines } from '../../src/log/readable.ts';
import { createLog } from '../../src/log.ts';

const BOT = 'xoxb-1234-5678-AbCdEf';
const PASSWORD = 'pa"ss w\\ord';

describe('an alarm', () => {
  it('is an error line, and a plain sentence without secrets on standard error', () => {
    let sentences = '';
    let lines = '';
    const log = createLog({
      level: 'error',
      secrets: [PASSWORD],
      destination: { write: (line) => (lines += line) },
      alarms: { write: (sentence) => (sentences += sentence) },
    });
    log.alarm(`Slack is away: ${BOT}\u001b[2J\nand ${PASSWORD}.`, { since: 'then' });
    assert.equal(sentences, 'Slack is away: [hidden] [2J and [hidden].\n');
    const { level, since } = JSON.parse(lines);
    assert.deepEqual([level, since], ['error', 'then']);
  });

  it('is said once where the readable log and standard error are the same terminal', async () => {
    const readable = await readableLines();
    for (const [isTTY, times] of [
      [true, 0],
      [false, 1],
    ] as const) {
      let said = 0;
      const alarms = { write: () => (said += 1), isTTY };
      createLog({ level: 'info', secrets: [], readable, destination: { write: () => undefined }, alarms }).alarm('x');
      assert.equal(said, times, `a terminal: ${isTTY}`);
    }
  });

  it('without a destination of its own is on standard error before the process ends', () => {
    const script = `
      const { createLog } = await import(${JSON.stringify(new URL('../../src/log.ts', import.meta.url).href)});
      createLog({ level: 'info', secrets: [] }).alarm('last words');
      process.exit(0);`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    assert.equal(stderr, 'last words\n');
    assert.match(stdout, /"level":"error".*"msg":"last words"/);
  });
});
