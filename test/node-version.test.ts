import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../bin/clue-bot.js', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../package.json', import.meta.url));
const ADVICE = 'install Node 24 from https://nodejs.org, or run "npm ci", which brings it, and then "npm start".\n';

type Run = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Starts the bot with an environment that lacks everything, so that a start goes no further than the configuration. */
function start(node: string, flags: readonly string[] = []): Run {
  // An empty directory of its own would hold no .env either; the system's root serves as well.
  return spawnSync(node, [...flags, ENTRY], { encoding: 'utf8', cwd: '/', env: { PATH: process.env.PATH ?? '' } });
}

/** Makes this Node say that it is another version. */
const pretend = (version: string): readonly string[] => [
  '--import',
  `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`,
];

for (const version of ['12.22.0', '18.20.8', '20.20.2', '21.7.3', '22.0.0', '22.18.0']) {
  test(`Node ${version} ends with one clear sentence`, () => {
    const { status, stdout, stderr } = start(process.execPath, pretend(version));
    assert.equal(stderr, `The bot needs Node 22.19 or newer, and this is Node ${version}: ${ADVICE}`);
    assert.equal(stdout, '');
    assert.equal(status, 1);
  });
}

test('Node 23.0, new enough but without TypeScript, ends with one clear sentence', () => {
  const { status, stderr } = start(process.execPath, [...pretend('23.0.0'), '--no-experimental-strip-types']);
  assert.equal(stderr, `The bot is written in TypeScript, and this Node 23.0.0 does not run it: ${ADVICE}`);
  assert.equal(status, 1);
});

for (const version of ['22.19.0', '23.6.0', '24.0.0', '100.0.0']) {
  test(`Node ${version} starts, and misses the configuration`, () => {
    const { status, stderr, stdout } = start(process.execPath, pretend(version));
    assert.match(stdout + stderr, /SLACK_BOT_TOKEN is not set/);
    assert.doesNotMatch(stdout + stderr, /The bot needs Node/);
    assert.equal(status, 1);
  });
}

test('the oldest Node is the one that package.json names', () => {
  const { engines } = JSON.parse(readFileSync(PACKAGE, 'utf8'));
  assert.equal(engines.node, '>=22.19');
});

const SYSTEM_NODE = '/usr/bin/node';
const systemVersion = spawnSync(SYSTEM_NODE, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
const isOld = /^v(1\d|20|21)\./.test(systemVersion);

test("a real old Node, the machine's own, ends with the same sentence", {
  skip: !isOld && `${SYSTEM_NODE} is ${systemVersion === '' ? 'not there' : systemVersion}`,
}, () => {
  const { status, stdout, stderr } = start(SYSTEM_NODE);
  assert.equal(stderr, `The bot needs Node 22.19 or newer, and this is Node ${systemVersion.slice(1)}: ${ADVICE}`);
  assert.equal(stdout, '');
  assert.equal(status, 1);
});
