import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { variables } from '../src/config/variables.ts';
import { menuTable } from '../src/slack/commands/index.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

describe('the README', () => {
  it('shows the menu as it is', () => {
    assert.ok(README.includes(menuTable()), `it should hold\n${menuTable()}`);
  });

  it('names every variable that the bot reads, and no other', () => {
    const table = README.slice(README.indexOf('## Configuration'), README.indexOf('## How it works'));
    const firstCells = [...table.matchAll(/^\| (`[A-Z][^|]*) \|/gm)].map(([, cell]) => cell ?? '');
    const named = firstCells.flatMap((cell) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name ?? ''));
    assert.deepEqual(named.sort(), Object.keys(variables.shape).sort());
  });

  it('opens with the two commands', () => {
    const opening = README.slice(0, README.indexOf('## What it is'));
    assert.ok(opening.includes('npm ci && npm run demo') && opening.includes('npm ci && npm test'));
  });
});
