import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { problemsInBlocks } from '../../../src/sandbox/slack/validate/blocks.ts';
import { problemsInView } from '../../../src/sandbox/slack/validate/view.ts';
import { GALLERY } from './gallery.ts';
import { MODALS } from './gallery-card-answers.ts';
import { HOMES } from './gallery-home.ts';
import { assertWithinLimits } from './limits.ts';

// `UPDATE_GOLDEN=1 npm test` writes the files anew; look at the difference before committing it.
const update = process.env.UPDATE_GOLDEN === '1';
const folder = new URL('../../golden/', import.meta.url);
const fileOf = (name: string): URL => new URL(`${name}.json`, folder);

for (const [name, message] of Object.entries(GALLERY)) {
  test(`${name} is what Slack has always received, and within Slack’s limits`, () => {
    const wire = `${JSON.stringify(message, null, 2)}\n`;
    if (update) writeFileSync(fileOf(name), wire);
    assert.ok(existsSync(fileOf(name)), `no golden file ${name}.json; UPDATE_GOLDEN=1 writes it`);
    assert.deepEqual(JSON.parse(wire), JSON.parse(readFileSync(fileOf(name), 'utf8')));
    assertWithinLimits(name, message);
    assert.deepEqual(problemsInBlocks(JSON.parse(wire).blocks), []);
  });
}

for (const [name, modal] of Object.entries({ ...MODALS, ...HOMES })) {
  test(`the ${modal.type} ${name} is what Slack has always received, and as it takes one`, () => {
    const wire = `${JSON.stringify(modal, null, 2)}\n`;
    if (update) writeFileSync(fileOf(name), wire);
    assert.ok(existsSync(fileOf(name)), `no golden file ${name}.json; UPDATE_GOLDEN=1 writes it`);
    assert.deepEqual(JSON.parse(wire), JSON.parse(readFileSync(fileOf(name), 'utf8')));
    assert.deepEqual(problemsInView(JSON.parse(wire), modal.type), []);
  });
}

test('every golden file belongs to a message', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const known = { ...GALLERY, ...MODALS, ...HOMES };
  const stale = files.filter((file) => !(file.replace(/\.json$/, '') in known));
  if (update) for (const file of stale) rmSync(new URL(file, folder));
  assert.deepEqual(update ? [] : stale, []);
});

test('what Slack would refuse is found out', () => {
  const { 'recent-hundred': full } = GALLERY;
  assert.ok(full !== undefined);
  const [head, table] = full.blocks;
  assert.ok(head !== undefined && table?.type === 'data_table');
  const tooMany = { ...full, blocks: [head, { ...table, rows: [...table.rows, ...table.rows] }] };
  assert.throws(() => assertWithinLimits('too many rows', tooMany), /rows/);
  assert.throws(() => assertWithinLimits('a call', { ...full, text: '<!channel>' }), /unescaped/);
  assert.notDeepEqual(problemsInBlocks(JSON.parse(JSON.stringify(tooMany.blocks))), []);
});
