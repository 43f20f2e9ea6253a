import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMMANDS, offersFor } from '../../../../src/sandbox/page/client/workspace/completion.ts';

const offered = (typed: string, doors: readonly string[] = []) => offersFor(typed, doors).map((offer) => offer.command);

test('the message box offers the commands that the bot’s help tells of, with the same arguments', () => {
  const help = readFileSync(new URL('../../../golden/help.json', import.meta.url), 'utf8');
  const { text }: { text: string } = JSON.parse(help);
  const told = [...text.matchAll(/^`(\/clue [^`]+)`/gm)].map((match) => match[1]);
  assert.deepEqual(
    COMMANDS.map(({ command, usage }) => `${command} ${usage}`.trim()),
    told,
  );
});

test('what is typed narrows the offer, and ordinary words get none', () => {
  assert.equal(offered('/').length, COMMANDS.length);
  assert.deepEqual(offered('/clue rec'), ['/clue recent']);
  assert.deepEqual(offered('/clue recent'), []);
  assert.deepEqual(offered('hello'), []);
});

test('doors are offered where a command takes one, in quotes where the name has several words', () => {
  const doors = ['testDoor', 'Back door'];
  assert.deepEqual(offered('/clue who-entered ', doors), [
    '/clue who-entered testDoor',
    '/clue who-entered "Back door"',
  ]);
  assert.deepEqual(offered('/clue recent b', doors), ['/clue recent "Back door"']);
  assert.deepEqual(offered('/clue status ', doors), []);
});
