import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faultsOf, shapeFaults } from './boundaries/check.ts';
import { readSource } from './boundaries/imports.ts';
import { roomOf } from './boundaries/table.ts';

const ROOT = new URL('../', import.meta.url);
const { dependencies, devDependencies } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
const PACKAGES = { always: Object.keys(dependencies), development: Object.keys(devDependencies) };

const filesOf = (pattern: string): readonly (readonly [path: string, source: string])[] =>
  globSync(pattern, { cwd: ROOT }).map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]);

test('every file of src imports what its room may import, and nothing else', () => {
  const files = filesOf('src/**/*.{ts,tsx}');
  assert.ok(files.length > 20, 'the files of src were not found');
  assert.deepEqual(
    files.flatMap(([path, source]) => faultsOf(path.slice('src/'.length), source, PACKAGES)),
    [],
  );
});

test('no file of test or bench is a wall, or lies in a folder that says nothing', () => {
  const files = filesOf('{test,bench}/**/*.ts');
  assert.ok(files.length > 5, 'the files of test were not found');
  assert.deepEqual(
    files.flatMap(([path, source]) => shapeFaults(path, source)),
    [],
  );
});

const faults = (path: string, ...lines: readonly string[]): readonly string[] =>
  faultsOf(path, lines.join('\n'), {
    always: ['zod', 'keyv', '@slack/bolt', 'node-cron', 'undici'],
    development: ['ws', '@slack/types'],
  });

const REFUSED: readonly (readonly [path: string, line: string])[] = [
  ['door/passage.ts', "import { decide } from '../incident/decide.ts';"],
  ['door/passage.ts', "import type { Incident } from '../incident/incident.ts';"],
  ['door/passage.ts', "import { readFileSync } from 'node:fs';"],
  ['incident/kinds/failures.ts', "import { z } from 'zod';"],
  ['incident/decide.ts', "const { z } = await import('zod');"],
  ['incident/decide.ts', "let poll: import('../watch/poll.ts').Poll;"],
  ['incident/decide.ts', "export * from '../watch/poll.ts';"],
  ['incident/decide.ts', "export { poll } from '../watch/poll.ts';"],
  ['incident/decide.ts', "import '../watch/poll.ts';"],
  ['incident/decide.ts', "import\n  poll,\n  { other }\nfrom\n'../watch/poll.ts';"],
  ['incident/decide.ts', `const text = \`\${await import('../watch/poll.ts')}\`;`],
  ['incident/decide.ts', "const slash = /['\"`]/; import '../watch/poll.ts';"],
  ['incident/decide.ts', 'import { createRequire } from "node:module";'],
  ['watch/poll.ts', "import cron from 'node-cron';"],
  ['watch/poll.ts', "import { createClueClient } from '../clue/client.ts';"],
  ['clue/wire.ts', "import { Incident } from '../incident/incident.ts';"],
  ['clue/wire.ts', "import { Keyv } from 'keyv';"],
  ['slack/messages/card.ts', "import { App } from '@slack/bolt';"],
  ['slack/messages/card.ts', "import { type App } from '@slack/bolt';"],
  ['slack/messages/card.ts', "import { announce } from '../announcer.ts';"],
  ['slack/commands/recent.ts', "import { openSlack } from '../bolt.ts';"],
  ['slack/bolt.ts', "import { KnownBlock } from '@slack/types';"],
  ['slack/bolt.ts', "import { createClueClient } from '../clue/client.ts';"],
  ['store/open.ts', "import { DatabaseSync } from 'node:sqlite';"],
  ['config.ts', "import { createLog } from './log.ts';"],
  ['config/urls.ts', "import { Keyv } from 'keyv';"],
  ['log.ts', "import { readConfig } from './config.ts';"],
  ['app.ts', "import { demo } from './sandbox/demo.ts';"],
  ['main.ts', "await import('./sandbox/demo.ts');"],
  ['app.ts', "import { WebSocket } from 'ws';"],
  ['sandbox/clue/place.ts', "import { wire } from '../../clue/wire.ts';"],
  ['sandbox/clue/place.ts', "import type { DoorEvent } from '../../door/event.ts';"],
  ['sandbox/clue/place.ts', "import { start } from '../slack/start.ts';"],
  ['sandbox/slack/start.ts', "import { z } from 'zod';"],
  ['sandbox/story/guide.ts', "import { start } from '../slack/start.ts';"],
  ['sandbox/main.ts', "import { wire } from '../clue/wire.ts';"],
  ['sandbox/main.ts', "import sample from '../../test/samples/events-page.json' with { type: 'json' };"],
  ['door/page.ts', 'export default 1;'],
  ['door/page.ts', 'const page = 1; export { page as default };'],
  ['door/page.ts', "const fs = require('./event.ts');"],
  ['door/page.ts', 'await import(`./event.ts`);'],
  ['door/page.ts', "await import('./' + name);"],
  ['nowhere/page.ts', ''],
  ['slack/helpers/page.ts', ''],
  ['door/theDoor.ts', ''],
  ['door/page.ts', 'x;\n'.repeat(301)],
];
for (const [path, line] of REFUSED) {
  test(`${path} is refused: ${line.slice(0, 70).replaceAll('\n', ' ')}`, () => {
    assert.notDeepEqual(faults(path, line), []);
  });
}

test('every room may import what the table opens to it', () => {
  const allowed: readonly (readonly [path: string, line: string])[] = [
    ['door/passage.ts', "import { after } from './ids.ts';"],
    ['incident/kinds/unlocks.ts', "import { after } from '../../door/ids.ts';"],
    ['watch/schedule.ts', "import { schedule } from 'node-cron';"],
    ['clue/wire.ts', "import { z } from 'zod/v4';"],
    ['clue/wire.ts', "import { eventId } from '../door/ids.ts';"],
    ['slack/messages/card.ts', "import type { KnownBlock } from '@slack/types';"],
    ['slack/messages/card.ts', "export type { KnownBlock } from '@slack/bolt';"],
    ['slack/commands/recent.ts', "import { table } from '../messages/table.ts';"],
    ['slack/bolt.ts', "import { App } from '@slack/bolt';"],
    ['slack/bolt.ts', "import { menu } from './commands/index.ts';"],
    ['store/lock.ts', "import { DatabaseSync } from 'node:sqlite';"],
    ['config/places.ts', "import { placeId } from '../door/ids.ts';"],
    ['app.ts', "import { openStore } from './store/open.ts';"],
    ['command-ports.ts', "import { version } from '../package.json' with { type: 'json' };"],
    ['main.ts', "import { createApp } from './app.ts';"],
    ['sandbox/main.ts', "import { createApp } from '../app.ts';"],
    ['sandbox/demo.ts', "import { readConfig } from '../config.ts';"],
    ['sandbox/slack/sockets.ts', "import { WebSocketServer } from 'ws';"],
    ['sandbox/story/guide.ts', "import { place } from '../clue/place.ts';"],
    ['door/page.ts', 'x;\n'.repeat(300)],
  ];
  for (const [path, line] of allowed) assert.deepEqual(faults(path, line), [], line);
});

test('what only looks like an import is none', () => {
  const source = [
    "// import '../watch/poll.ts';",
    "/* export * from '../watch/poll.ts'; */",
    "const text = \"import '../watch/poll.ts'\" + `import('../watch/poll.ts')`;",
    "const pattern = /import '..\\/watch'/; const half = 4 / 2; // '",
    "export const from = 'somewhere'; export { from, text };",
    "export type Way = 'in' | 'out'; export const list = Array.from('abc');",
    "console.log(import.meta.url, { import: 1 }, it.import('x'));",
  ];
  assert.deepEqual(readSource(source.join('\n')), { imports: [], oddities: [] });
});

test('a file belongs to the innermost room', () => {
  const rooms = [
    'slack/messages/card.ts',
    'slack/bolt.ts',
    'config.ts',
    'config/urls.ts',
    'main.ts',
    'sandbox/clue/place.ts',
    'sandbox/main.ts',
    'x/y.ts',
  ];
  assert.deepEqual(rooms.map(roomOf), [
    'slack/messages',
    'slack',
    'config',
    'config',
    'app',
    'sandbox/clue',
    'sandbox',
    undefined,
  ]);
});
