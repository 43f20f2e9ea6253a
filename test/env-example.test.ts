import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseEnv } from 'node:util';
import { variables } from '../src/config/variables.ts';
import { readConfig } from '../src/config.ts';

const EXAMPLE = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
/** The example with every optional variable switched on. */
const EVERYTHING = parseEnv(EXAMPLE.replace(/^# (?=[A-Z_]+=)/gm, ''));
const FILLED_IN = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  CLUE_COUNTRY_CODE: 'jp',
  CLUE_PHONE: '09012345678',
  CLUE_PASSWORD: 'password',
  CLUE_PLACES: '178',
};

test('the example names every variable that the bot reads, and no other', () => {
  assert.deepEqual(Object.keys(EVERYTHING).sort(), Object.keys(variables.shape).sort());
});

test('what must be filled in is all that stands without a # in the example', () => {
  assert.deepEqual(Object.keys(parseEnv(EXAMPLE)).sort(), Object.keys(FILLED_IN).sort());
  assert.ok(Object.values(parseEnv(EXAMPLE)).every((value) => value === ''));
  assert.ok(readConfig({ ...parseEnv(EXAMPLE), ...FILLED_IN }).ok);
});

test('every value that the example shows is one that the bot takes', () => {
  const result = readConfig({ ...EVERYTHING, ...FILLED_IN });
  assert.deepEqual(result.ok ? [] : result.faults, []);
});

test('the example shows the defaults', () => {
  const shown = readConfig({
    ...EVERYTHING,
    ...FILLED_IN,
    ALERT_CHANNEL: '',
    OPS_CHANNEL: '',
    ADMINS: '',
    OPERATORS: '',
    VIEWERS: '',
    DEFAULT_ROLE: '',
    TIME_ZONE: '',
    HEALTH_PORT: '',
  });
  assert.deepEqual(shown, readConfig(FILLED_IN));
});
