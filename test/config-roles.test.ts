import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Environment, readConfig } from '../src/config.ts';

const ENOUGH: Environment = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  CLUE_COUNTRY_CODE: 'jp',
  CLUE_PHONE: '09012345678',
  CLUE_PASSWORD: 'password',
  CLUE_PLACES: '178',
};
const read = (change: Environment) => readConfig({ ...ENOUGH, ...change });

test('roles are given to people and to user groups', () => {
  const result = read({
    ADMINS: 'U1',
    OPERATORS: 'U2,S3 U2',
    VIEWERS: 'S4、W5',
    DEFAULT_ROLE: 'Viewer',
    LOOKUP_REASON: 'required',
  });
  assert.ok(result.ok);
  const { roles, lookupReason } = result.config;
  assert.deepEqual(roles, { admins: ['U1'], operators: ['U2', 'S3'], viewers: ['S4', 'W5'], defaultRole: 'viewer' });
  assert.equal(lookupReason, 'required');
});

test('that nobody has decided what full members are is not the same as a decision', () => {
  const [silent, said] = [read({}), read({ DEFAULT_ROLE: 'operator' })];
  assert.ok(silent.ok && said.ok);
  assert.equal(silent.config.roles.defaultRole, undefined);
  assert.equal(said.config.roles.defaultRole, 'operator');
});

const FAULTS: readonly (readonly [name: string, value: string, words: RegExp])[] = [
  ['OPERATORS', 'anna', /members' ids .* user groups' ids/],
  ['VIEWERS', '@night-shift', /Copy group ID/],
  ['DEFAULT_ROLE', 'admin', /operator, viewer/],
  ['DEFAULT_ROLE', 'none', /operator, viewer/],
  ['LOOKUP_REASON', 'yes', /off, required/],
];
for (const [name, value, words] of FAULTS) {
  test(`${name}=${value} is refused with what to do, and without its value`, () => {
    const result = read({ [name]: value });
    assert.ok(!result.ok);
    assert.match(result.faults.join('\n'), words);
    assert.ok(!result.faults.some((fault) => fault.includes(`"${value}"`)) && result.faults.length === 1);
  });
}
