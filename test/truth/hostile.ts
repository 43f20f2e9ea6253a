import assert from 'node:assert/strict';
import { type DoorEvent, kindOfCode } from '../../src/door/event.ts';
import { doorId, eventId, instant, personId, placeId } from '../../src/door/ids.ts';
import type { Json } from '../../src/sandbox/slack/json.ts';
import { problemsInBlocks } from '../../src/sandbox/slack/validate/blocks.ts';
import type { PlaceView } from '../../src/slack/commands/ports.ts';
import type { Message } from '../../src/slack/messages/message.ts';
import { HOSTILE_NAMES } from '../slack/messages/given.ts';
import { assertWithinLimits } from '../slack/messages/limits.ts';
import { at } from '../support/rows.ts';

/** Texts that try to be more than a text, each of them in every field of a log at once. */
export const HOSTILE: readonly string[] = [
  ...HOSTILE_NAMES,
  'x'.repeat(200),
  '&'.repeat(200),
  '👩‍👩‍👧‍👦'.repeat(20),
  'שלום '.repeat(40),
  '\u2067\u2066\u202eהפוך\u200f\u200e',
  '<!here|here> <!everyone> <!subteam^S0NIGHT> <#C0ALERTS> <https://example.com|click>',
  '*a*\n*b*\r\n_c_\n~d~\n• e\n1. f',
  '*',
  '`',
  '``` ` ```',
  '@channel @here @everyone',
  ':tada::tada:',
  '<!date^1^{date}|now>',
  '|–|–|',
  '\n\n\n',
  '\u0000\u200b\u2060',
  '\ud83d lone \udc00',
];

/** Rows at two places whose every field is this text: `amount` people who were let in, newest last. */
export function entriesOf(text: string, amount: number): readonly DoorEvent[] {
  return Array.from({ length: amount }, (_, index) => {
    const common = { place: placeOf(index), door: doorId(text), doorName: text };
    const time = at('00:00:00') + index * 60_000;
    const person = { id: personId(`${text}${index}`), name: text };
    return [
      { ...common, ...coded(`${text}_AUTH_SUCCESS`), id: eventId(`${text}${index}a`), at: instant(time), person },
      { ...common, ...coded(`${text}_RELAY_ON`), id: eventId(`${text}${index}b`), at: instant(time + 40) },
    ];
  }).flat();
}

/** Rows of which nobody has said what they mean: the code is shown as it is. */
export function rowsOf(text: string, amount: number): readonly DoorEvent[] {
  return Array.from({ length: amount }, (_, index) => ({
    ...coded(text),
    place: placeOf(index),
    door: doorId(text),
    // Half of the people have nothing but a key.
    person: { id: personId(text), ...(index % 4 < 2 && { name: text }) },
    id: eventId(`${text}${index}`),
    at: instant(at('06:00:00') + index * 1_000),
  }));
}

const placeOf = (index: number) => placeId(index % 2 === 0 ? '178' : '179');
const coded = (code: string) => ({ kind: kindOfCode(code), code });

/** Two places and a door of each, all called so. */
export const placesCalled = (text: string): readonly PlaceView[] =>
  ['178', '179'].map((id) => ({
    id: placeId(id),
    name: text,
    doors: [{ id: doorId(text), name: text, thirdParty: false }],
    people: [{ id: personId(text), name: text }],
    personName: () => undefined,
  }));

/** Slack takes it, it calls nobody, and it shows no marks but the bot's own. `sameFacts`: its text has each cell word for word. */
export function assertHolds(name: string, message: Message, { sameFacts = true } = {}): void {
  if (sameFacts) assertWithinLimits(name, message);
  assert.ok(message.text.length > 0 && message.text.length <= 40_000, `${name}: ${message.text.length} characters`);
  assert.deepEqual(problemsInBlocks(JSON.parse(JSON.stringify(message.blocks)) as Json), [], name);
  assertTame(name, message.text);
  for (const block of message.blocks) {
    if (block.type === 'section') assertTame(name, block.text?.text ?? '');
    if (block.type === 'context')
      for (const one of block.elements) if (one.type === 'mrkdwn') assertTame(name, one.text);
  }
  // Each row of the table is one line of the text, and no line break makes two of one.
  const rows = rowsShown(message);
  const lines = message.text.split('\n').filter((line) => /^(?:[^\w<]+ )?<!date\^\d/.test(line));
  const isCut = message.text.split('\n').at(-1)?.startsWith('… ') === true;
  assert.ok(isCut ? lines.length <= rows : lines.length === rows, `${name}: ${lines.length} lines for ${rows} rows`);
}

/** Rows in the message's table, without the header. */
export function rowsShown({ blocks }: Message): number {
  const table = blocks.find((block) => block.type === 'data_table');
  return table === undefined ? 0 : table.rows.length - 1;
}

function assertTame(name: string, text: string): void {
  const rest = text
    // What the bot writes itself: moments, whom an audit is about, the bold head, and what was typed.
    .replace(/<!date\^\d{10}\^[{}a-z_ ]+\|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d GMT[+\d:]*>/g, '')
    .replace(/<@U1>/g, '')
    .replace(/(^|\n)\*([^*\n]+)\*(?=$|\n| ·)/g, '$1$2')
    .replace(/`[^`\n]+`/g, '');
  assert.doesNotMatch(rest, /[<>*`~]/, `${name}: marks in “${rest}”`);
  assert.doesNotMatch(rest, /@(?:here|channel|everyone)/i, `${name}: calls somebody in “${rest}”`);
  assert.doesNotMatch(rest, /:\w+:|https?:\/\//, `${name}: a picture or a link in “${rest}”`);
  assert.doesNotMatch(rest, /(?<![\p{L}\p{N}])_\S/u, `${name}: italics in “${rest}”`);
  assert.doesNotMatch(
    rest,
    /(?!\n)\p{Cc}|[\u200b\u200e\u200f\u2028-\u202e\u2060\u2066\u2067]/u,
    `${name}: turns the line around`,
  );
  assert.ok(rest.isWellFormed(), `${name}: half a character`);
  for (const line of rest.split('\n')) {
    assert.equal(line.split('\u2068').length, line.split('\u2069').length, `${name}: a fence left ajar in “${line}”`);
  }
}
