import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Asker } from '../../../src/slack/commands/asker.ts';
import { MENU, menuTable, runCommand, usageHint } from '../../../src/slack/commands/index.ts';
import { guideRows } from '../../support/rows.ts';
import { assertWithinLimits } from '../messages/limits.ts';
import { ADMIN, ALERTS, aLog, clue, NOW, OFFICE, ports, SHIBUYA } from './desk.ts';

test('nothing typed is a call for help, and help names every command', async () => {
  const { text } = await clue('');
  for (const { name } of MENU) assert.ok(text.includes(`/clue ${name}`), name);
  assert.equal((await clue('help')).text, text);
  assert.equal((await clue('  HELP ')).text, text);
});

test('help on one command shows examples that the command understands', async () => {
  for (const line of MENU) {
    const { text } = await clue(`help ${line.name}`);
    for (const example of line.examples) {
      assert.ok(text.includes(example), example);
      const answer = await clue(example.replace(/^\/clue /, ''), { places: [OFFICE], asker: ADMIN });
      assert.doesNotMatch(answer.text, /🤔/, example);
    }
  }
});

test('a typo is pointed at, and the nearest command named with what came after it', async () => {
  const { text } = await clue('recnt 5 lobby');
  assert.match(text, /I do not know the command `recnt`/);
  assert.match(text, /Did you mean `\/clue recent 5 lobby`\?/);
  assert.match((await clue('help statsu')).text, /Did you mean `\/clue help status`\?/);
  assert.doesNotMatch((await clue('open sesame')).text, /Did you mean/);
});

test('a word that a command does not take is not passed over', async () => {
  for (const name of ['status', 'test-alert', 'login']) {
    assert.match(
      (await clue(`${name} now`, { asker: ADMIN })).text,
      /`now` means here: `\/clue .*` takes nothing after it/,
    );
  }
  assert.match((await clue('help recent please')).text, /`please`/);
});

test('a door that fits several is answered with them; one that fits none with those there are', async () => {
  const places = [SHIBUYA, OFFICE];
  const several = (await clue('recent door', { places })).text;
  assert.match(
    several,
    /`door` fits several doors: testDoor \(`door:181`\), Shibuya store, Front door \(`door:190`\), Office/,
  );
  const none = (await clue('recent 5 frontt', { places })).text;
  assert.match(
    none,
    /I know no door `frontt` and no person of that name\. I know testDoor .*door 192 \(`door:192`\), Office/,
  );
  assert.match((await clue('recent frontdor', { places })).text, /Did you mean `\/clue recent "Front door"`\?/);
  assert.match(
    (await clue('recent garage', { places: [{ ...SHIBUYA, doors: [] }] })).text,
    /No door has shown itself yet/,
  );
});

test('a place needs no key, and a day with a slip in it is put right', async () => {
  const places = [SHIBUYA, OFFICE];
  assert.match((await clue('recent 5 office', { places })).text, /^CLUe has no rows yet \(all doors of Office\)/);
  const slip = (await clue('who-entered testdoor yesteday', { places })).text;
  assert.match(slip, /what `yesteday` means here.*\n.*Did you mean `\/clue who-entered testdoor yesterday`\?/);
});

test('places and times that do not fit are told, each with its word', async () => {
  const places = [SHIBUYA, OFFICE];
  const wrong: readonly (readonly [string, RegExp])[] = [
    ['recent place:Ginza', /I watch no place `Ginza`\. I watch Shibuya store \(`place:178`\) and Office/],
    ['recent place:s place:o', /`place:o` is a second place/],
    ['recent place:', /I watch no place `place:`/],
    ['recent door:', /I know no door `door:`/],
    ['recent door:front testdoor', /`testdoor` is a second door/],
    ['who-entered today yesterday', /`yesterday` is a second time/],
    ['who-entered 2026-02-30', /There is no day `2026-02-30`/],
    ['who-entered 2030-01-01', /`2030-01-01` is yet to come/],
    ['who-entered 9999d', /at most 400 days/],
  ];
  for (const [text, words] of wrong) assert.match((await clue(text, { places })).text, words, text);
});

test('a place whose name fits several is answered with them', async () => {
  const places = [SHIBUYA, { ...OFFICE, name: 'Ginza store' }];
  const { text } = await clue('recent place:store', { places });
  assert.match(text, /`store` fits several places: Shibuya store \(`place:178`\) and Ginza store \(`place:179`\)/);
});

test('guests, strangers, bots and the unknown get a polite no and nothing else', async () => {
  const log = aLog(guideRows());
  const nobodies: readonly Asker[] = [
    { kind: 'guest' },
    { kind: 'other-company' },
    { kind: 'not-a-person' },
    { kind: 'unknown', why: 'user_not_found for xoxb-secret' },
  ];
  for (const asker of nobodies) {
    for (const text of ['', 'help', 'recent', 'who-entered', 'status', 'test-alert', 'login', 'nonsense']) {
      const answer = await runCommand({ text, asker, channel: ALERTS }, ports({ log }), NOW);
      assert.match(answer.text, /^🙏 Sorry, [^\n]+$/);
      assert.doesNotMatch(JSON.stringify(answer), /testDoor|Shibuya|EBISU|recent|xoxb/);
    }
  }
  assert.deepEqual(log.asked, []);
});

test('only admins may ask for a login, and only once they do is CLUe asked', async () => {
  let logins = 0;
  const login = async () => {
    logins += 1;
    return { kind: 'signed-in' } as const;
  };
  assert.match((await clue('login', { login })).text, /for admins only/);
  assert.match((await clue('login now', { login, asker: ADMIN })).text, /takes nothing/);
  assert.equal(logins, 0);
  assert.match((await clue('login', { login, asker: ADMIN })).text, /accepts the login again/);
  assert.equal(logins, 1);
});

test('the hint and the README’s table are made from the menu', () => {
  assert.equal(menuTable().split('\n').length, MENU.length + 2);
  for (const line of menuTable().split('\n')) assert.equal(line.replaceAll('\\|', '').split('|').length, 4, line);
  assert.ok(usageHint().length <= 1_000);
});

test('whatever is typed, there is an answer that Slack takes, and no word is passed over', async () => {
  const word = fc.oneof(
    fc.constantFrom(
      'recent',
      'who-entered',
      'help',
      '10',
      '181',
      'today',
      '24h',
      'front',
      '"',
      '「',
      'place:',
      'door:',
      '<!channel>',
      '`',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
      const answer = await clue(words.join(' '), { places: [SHIBUYA, OFFICE], log: aLog(guideRows()) });
      assertWithinLimits(words.join(' '), answer);
    }),
    { numRuns: 300 },
  );
});
