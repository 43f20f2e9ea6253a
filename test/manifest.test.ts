import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { MENU, usageHint } from '../src/slack/commands/index.ts';
import { BOT_SCOPES, METHOD_SCOPES } from '../src/slack/scopes.ts';

type Manifest = {
  readonly display_information: { name: string };
  readonly features: {
    readonly slash_commands: readonly { command: string; url?: string; usage_hint: string; should_escape: boolean }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: Readonly<Record<string, unknown>>;
};

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const source = read('../manifest.yml');
const manifest = parse(source) as Manifest;

/** Slack's own schema. `regex` and `_note` are remarks in it, not keywords of JSON Schema. */
function validator() {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: true, date: true, 'date-time': true } });
  return ajv.compile(JSON.parse(read('samples/slack-manifest.schema.2.0.0.json')));
}

test('Slack’s schema for manifests accepts ours', () => {
  const validate = validator();
  assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 2));
});

test('the schema would refuse a manifest with a fault', () => {
  const validate = validator();
  assert.equal(validate({ ...manifest, settings: { ...manifest.settings, socket_mode_enabled: 'yes' } }), false);
  assert.equal(validate({ ...manifest, display_information: { name: 'x'.repeat(36) } }), false);
});

test('the usage hint is the menu', () => {
  const [command, ...others] = manifest.features.slash_commands;
  assert.equal(others.length, 0);
  assert.equal(command?.command, '/clue');
  assert.equal(command?.usage_hint, usageHint());
  assert.equal(command?.should_escape, false);
  assert.equal(command?.url, undefined);
  for (const { name } of MENU) assert.ok(usageHint().includes(name), `the hint forgets ${name}`);
});

test('the manifest asks for the scopes that the code needs, and for no other', () => {
  assert.deepEqual([...manifest.oauth_config.scopes.bot].sort(), BOT_SCOPES);
});

test('every scope has a comment that says why', () => {
  const lines = source.split('\n');
  for (const scope of BOT_SCOPES) {
    const at = lines.findIndex((line) => line.trim() === `- ${scope}`);
    assert.notEqual(at, -1, scope);
    assert.match(lines[at - 1] ?? '', /^\s+# \S/, `no comment above ${scope}`);
  }
});

test('every Web API method that the code calls has its scopes listed', () => {
  const files = readdirSync(new URL('../src/slack', import.meta.url), { recursive: true, encoding: 'utf8' });
  const called = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...read(`../src/slack/${file}`).matchAll(
        /\b(?:client|people)\.((?:auth|chat|conversations|users|views|files|reactions)\.\w+)\(/g,
      ),
    ])
    .map((found) => found[1] ?? '');
  assert.ok(called.includes('users.info') && called.includes('chat.postMessage'), `found only ${called.join(', ')}`);
  for (const method of called) assert.ok(method in METHOD_SCOPES, `${method} is not in scopes.ts`);
});

test('commands and buttons come over Socket Mode, to one workspace, with a token that stays', () => {
  assert.equal(manifest.settings.socket_mode_enabled, true);
  assert.deepEqual(manifest.settings.interactivity, { is_enabled: true });
  assert.equal(manifest.settings.org_deploy_enabled, false);
  assert.equal(manifest.settings.token_rotation_enabled, false);
});

test('the manifest subscribes to the events that the code hears, and each says why', () => {
  const files = readdirSync(new URL('../src/slack', import.meta.url), { recursive: true, encoding: 'utf8' });
  const heard = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...read(`../src/slack/${file}`).matchAll(/\bapp\.event\('(\w+)'/g)].map(([, name]) => name));
  const { bot_events: subscribed } = manifest.settings.event_subscriptions as { readonly bot_events: string[] };
  assert.deepEqual([...subscribed].sort(), heard.sort());
  const lines = source.split('\n');
  for (const event of subscribed) {
    const at = lines.findIndex((line) => line.trim() === `- ${event}`);
    assert.match(lines[at - 1] ?? '', /^\s+# \S/, `no comment above ${event}`);
  }
});
