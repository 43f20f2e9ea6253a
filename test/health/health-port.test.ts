import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../src/config.ts';

const LEAST = {
  SLACK_BOT_TOKEN: 'xoxb-1-bot',
  SLACK_APP_TOKEN: 'xapp-1-app',
  CLUE_API_KEY: 'key',
  CLUE_PLACES: '178',
};

const read = (value?: string) => readConfig({ ...LEAST, ...(value !== undefined && { HEALTH_PORT: value }) });

describe('HEALTH_PORT', () => {
  it('is no server where it is not set', () => {
    for (const value of [undefined, '', ' ']) {
      const result = read(value);
      assert.ok(result.ok && !('health' in result.config), String(value));
    }
  });

  for (const [value, host, port] of [
    ['8080', '127.0.0.1', 8080],
    [' 65535 ', '127.0.0.1', 65535],
    ['0.0.0.0:8080', '0.0.0.0', 8080],
    ['localhost:1', 'localhost', 1],
    ['[::]:8080', '::', 8080],
    ['[::1]:8080', '::1', 8080],
  ] as const) {
    it(`as "${value}" is port ${port} at ${host}`, () => {
      const result = read(value);
      assert.ok(result.ok, result.ok ? '' : result.faults.join('\n'));
      assert.deepEqual(result.config.health, { host, port });
    });
  }

  for (const value of [
    '0',
    '65536',
    '808000',
    '-1',
    '80.5',
    'off',
    ':8080',
    '::1:8080',
    '[127.0.0.1]:8080',
    '0.0.0.256:8080',
    'clue.example:8080',
    'http://127.0.0.1:8080',
    '127.0.0.1:',
  ]) {
    it(`as "${value}" is refused with what to do, and without its value`, () => {
      const result = read(value);
      assert.ok(!result.ok);
      assert.deepEqual(result.faults, [
        'HEALTH_PORT must be a port such as 8080, or an IP address and a port such as 0.0.0.0:8080 or [::]:8080: leave it out to have no health server.',
      ]);
    });
  }
});
