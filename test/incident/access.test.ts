import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type AccessMessage,
  type ConfiguredRoles,
  NEW_ACCESS,
  type Role,
  roleOf,
  updateAccess,
} from '../../src/incident/access.ts';
import { at } from '../support/rows.ts';

const NOBODY: ConfiguredRoles = { admins: [], operators: [], viewers: [] };
const stateAfter = (...messages: readonly AccessMessage[]) =>
  messages.reduce((state, message) => updateAccess(state, message, at('09:00:00')).state, NEW_ACCESS);
const grant = (whom: string, role?: Role): AccessMessage => ({
  kind: 'grant',
  whom,
  by: 'U9',
  ...(role !== undefined && { role }),
});

type Given = {
  readonly configured?: Partial<ConfiguredRoles>;
  readonly set?: readonly AccessMessage[];
  readonly rules?: boolean;
  /** Groups that Slack speaks of, and whether U1 is in them. */
  readonly groups?: Readonly<Record<string, boolean>>;
};
const role = ({ configured = {}, set = [], rules = false, groups = {} }: Given): Role =>
  roleOf(
    { user: 'U1', rulesWorkspace: rules, isIn: (group) => groups[group] },
    { ...NOBODY, ...configured },
    stateAfter(...set),
  );

const CASES: readonly (readonly [what: string, given: Given, is: Role])[] = [
  ['a full member is an operator', {}, 'operator'],
  ['or a viewer, by configuration', { configured: { defaultRole: 'viewer' } }, 'viewer'],
  [
    'or what an admin chose, whatever the configuration',
    { configured: { defaultRole: 'viewer' }, set: [{ kind: 'default-role', role: 'operator' }] },
    'operator',
  ],
  ['whoever rules the workspace is an admin', { rules: true }, 'admin'],
  ['unless the configuration names others', { rules: true, configured: { admins: ['U2'] } }, 'operator'],
  ['or an admin gave them another role', { rules: true, set: [grant('U1', 'viewer')] }, 'viewer'],
  ['or the configuration does', { rules: true, configured: { viewers: ['U1'] } }, 'viewer'],
  [
    'a configured admin is one, whatever is set',
    { configured: { admins: ['U1'] }, set: [grant('U1', 'viewer')] },
    'admin',
  ],
  [
    'what is set counts before the configuration',
    { configured: { viewers: ['U1'] }, set: [grant('U1', 'operator')] },
    'operator',
  ],
  [
    'and when it is taken back, the configuration counts',
    { configured: { viewers: ['U1'] }, set: [grant('U1', 'operator'), grant('U1')] },
    'viewer',
  ],
  ['a group gives its role', { configured: { viewers: ['S1'] }, groups: { S1: true } }, 'viewer'],
  ['to its members alone', { configured: { viewers: ['S1'] }, groups: { S1: false } }, 'operator'],
  ['a group of admins makes admins', { configured: { admins: ['S1'] }, groups: { S1: true } }, 'admin'],
  [
    'of several groups the highest counts',
    { configured: { viewers: ['S1'], operators: ['S2'] }, groups: { S1: true, S2: true } },
    'operator',
  ],
  [
    'the person counts before the group',
    { configured: { viewers: ['U1'], admins: ['S1'] }, groups: { S1: true } },
    'viewer',
  ],
  ['a group of viewers of which Slack says nothing may hold them', { configured: { viewers: ['S1'] } }, 'viewer'],
  ['a group of admins of which Slack says nothing gives nothing', { configured: { admins: ['S1'] } }, 'operator'],
  [
    'a group of operators of which Slack says nothing gives nothing',
    { configured: { operators: ['S1'], defaultRole: 'viewer' } },
    'viewer',
  ],
  [
    'a group that holds them counts, whatever another may be',
    { configured: { viewers: ['S1'], operators: ['S2'] }, groups: { S2: true } },
    'operator',
  ],
  [
    'a group that is no admin’s any more leaves whoever rules the workspace',
    { rules: true, set: [grant('S1', 'viewer')], groups: { S1: true } },
    'admin',
  ],
];

describe('a role', () => {
  for (const [what, given, is] of CASES) it(what, () => assert.equal(role(given), is));
});

describe('who may ask', () => {
  it('hears everything twice and knows it once', () => {
    const messages: readonly AccessMessage[] = [
      grant('U1', 'viewer'),
      { kind: 'default-role', role: 'viewer' },
      { kind: 'telling', user: 'U2' },
    ];
    assert.deepEqual(stateAfter(...messages, ...messages), stateAfter(...messages));
  });

  it('forgets that it told somebody whom Slack certainly did not tell', () => {
    assert.deepEqual(stateAfter({ kind: 'telling', user: 'U2' }, { kind: 'not-told', user: 'U2' }).told, []);
  });
});
