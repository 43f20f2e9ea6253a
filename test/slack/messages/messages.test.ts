import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOfCode } from '../../../src/door/event.ts';
import { personId } from '../../../src/door/ids.ts';
import { eventInWords } from '../../../src/slack/messages/event-words.ts';
import { doorWord, list, personWord, placeWord } from '../../../src/slack/messages/names.ts';
import { drawRecent } from '../../../src/slack/messages/recent.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { GALLERY } from './gallery.ts';
import { readerOf, recentRows, SHIBUYA_STORE } from './given.ts';
import { assertWithinLimits } from './limits.ts';

const EN = catalogueOf('en');
const textOf = (name: string): string => GALLERY[name]?.text ?? '';

test('a door that nobody has named is known by its number', () => {
  assert.equal(doorWord({ id: '181' }, EN), 'door 181');
  assert.equal(doorWord({ id: '181', name: ' \u200b ' }, EN), 'door 181');
  assert.equal(placeWord({ id: '178' }, EN), 'place 178');
  assert.equal(personWord({ id: personId('34567') }, EN), '34567');
  assert.equal(personWord(undefined, EN), 'somebody');
});

test('a list names the first and counts the rest', () => {
  assert.equal(list(['A'], EN), 'A');
  assert.equal(list(['A', 'B'], EN), 'A and B');
  assert.equal(list(['A', 'B', 'C', 'D', 'E', 'F', 'G'], EN), 'A, B, C, D and 3 more');
});

test('a burst’s one line says what, where, how often, and who came in', () => {
  assert.match(textOf('failures-growing'), /^🔴 3 authentication failures at testDoor, Shibuya store · since .* last /);
  assert.match(
    textOf('failures-ended-let-in'),
    /14 authentication failures at testDoor in 1 min 9 s · Then EBISU was let in 3\.3 s after the last/,
  );
  assert.match(textOf('failures-ended-nobody'), /Nobody was let in afterwards/);
  assert.match(textOf('failures-growing-meanwhile'), /Let in meanwhile: Jack$/);
  assert.match(textOf('failures-first'), /1 authentication failure at/);
});

test('while a burst goes on nobody claims that nobody was let in', () => {
  assert.doesNotMatch(textOf('failures-growing'), /Nobody/);
});

test('an unlocked door says for whom, and how long once it is over', () => {
  assert.match(textOf('unlock-still'), /^🔓 testDoor unlocked for EBISU · since .* · still unlocked$/);
  assert.match(textOf('unlock-over'), /unlocked for EBISU, locked again after 3\.0 s/);
  assert.match(textOf('unlock-two-people'), /for EBISU and Jack, locked again after 2 h 5 min/);
  assert.match(textOf('unlock-nobody'), /with nobody authenticated .* exit button, schedule or remote command$/);
});

test('a refused login says what to do, and that the bot waits', () => {
  assert.match(textOf('session-refused-wrong-password'), /CLUE_PASSWORD.*\/clue login.*does not try again by itself/);
  assert.match(textOf('session-over'), /accepts the login again.*blind from .* to .* \(2 h\)/);
});

test('rows are told in people’s words, and a code that nobody documents as it is', () => {
  const words = (code: string): string => eventInWords({ code, kind: kindOfCode(code) }, catalogueOf('en'));
  assert.equal(words('DEV_FACE_AUTH_FAIL'), 'authentication failed (face)');
  assert.equal(words('VENDOR_QR_CONFIRM_FAIL'), 'refused by the third party');
  assert.equal(words('DEV_DOOR_RELAY_OFF'), 'locked again');
  assert.equal(words('DOOR_MANUAL_OPEN_REQ'), 'DOOR_MANUAL_OPEN_REQ');
});

const recent = (count: number, name?: (index: number) => string) => {
  const view = {
    scope: { places: [SHIBUYA_STORE], showPlace: false },
    rows: recentRows(count, name),
    malformed: 0,
    cuts: [],
    unread: [],
    freshness: [],
  };
  return drawRecent(view, readerOf('en'));
};

test('a table holds 100 rows; row 101 is counted, not lost in silence', () => {
  const rowsIn = (count: number): number =>
    recent(count).blocks.reduce((sum, block) => sum + (block.type === 'data_table' ? block.rows.length - 1 : 0), 0);
  assert.equal(rowsIn(1), 1);
  assert.equal(rowsIn(100), 100);
  assert.equal(rowsIn(101), 100);
  assert.match(recent(101).text, /1 older row left out/);
  assert.doesNotMatch(recent(100).text, /left out/);
});

test('where the cells hold too many characters, rows are left out and counted', () => {
  const message = recent(100, (index) => `${index} ${'very long name '.repeat(10)}`);
  assertWithinLimits('long names', message);
  const table = message.blocks.find((block) => block.type === 'data_table');
  const shown = (table?.rows.length ?? 1) - 1;
  assert.ok(shown > 50 && shown < 100, String(shown));
  assert.match(message.text, new RegExp(`${100 - shown} older rows left out`));
});

test('the text never outgrows what Slack keeps of it, however hostile the names', () => {
  assertWithinLimits(
    'ampersands',
    recent(100, () => '&'.repeat(200)),
  );
});

test('no rows are a sentence, not an empty table', () => {
  assert.deepEqual(
    GALLERY['recent-none']?.blocks.map((block) => block.type),
    ['section'],
  );
  assert.match(textOf('who-entered-nobody'), /nobody entered\./);
});
