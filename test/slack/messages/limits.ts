import assert from 'node:assert/strict';
import { inText } from '../../../src/slack/messages/escape.ts';
import type { Message } from '../../../src/slack/messages/message.ts';

/** Slack's limits, counted by hand beside the sandbox's own validator. Throws on the first one that is broken. */
export function assertWithinLimits(name: string, { text, blocks }: Message): void {
  assert.ok(text.length > 0 && text.length <= 40_000, `${name}: text of ${text.length} characters`);
  assert.ok(blocks.length > 0 && blocks.length <= 50, `${name}: ${blocks.length} blocks`);
  assertOnlyOurMarkup(name, text);
  // A card's text counts what it has no room for.
  const isCut = text.split('\n').at(-1)?.startsWith('… ') ?? false;
  let cells = 0;
  for (const block of blocks) {
    if (block.type === 'section') assertParagraph(name, block.text?.text ?? '');
    else if (block.type === 'context') {
      assert.ok(block.elements.length <= 10, `${name}: ${block.elements.length} context elements`);
      for (const element of block.elements) if (element.type === 'mrkdwn') assertParagraph(name, element.text);
    } else if (block.type === 'data_table') {
      assert.ok(block.caption.length > 0, `${name}: no caption`);
      assert.ok(block.rows.length >= 2 && block.rows.length <= 101, `${name}: ${block.rows.length} rows`);
      assert.ok((block.page_size ?? 5) >= 1 && (block.page_size ?? 5) <= 100, `${name}: page size`);
      const columns = block.rows[0]?.length ?? 0;
      assert.ok(columns >= 1 && columns <= 20, `${name}: ${columns} columns`);
      block.rows.forEach((row, index) => {
        assert.equal(row.length, columns, `${name}: row ${index} has another number of cells`);
        for (const cell of row) {
          if (cell.type === 'rich_text') {
            assert.notEqual(index, 0, `${name}: rich text in the header`);
            cells += 31;
            continue;
          }
          assert.ok(cell.text.length > 0, `${name}: an empty cell in row ${index}`);
          assert.doesNotMatch(cell.text, /\p{Cc}|[\u2028\u202a-\u202e]/u, `${name}: a control character`);
          cells += cell.text.length;
          // Whoever gets the text alone gets the same facts.
          if (index > 0 && cell.text !== '–' && !isCut) {
            assert.ok(
              text.includes(inText(cell.text)) || text.includes(cell.text),
              `${name}: the text lacks “${cell.text}”`,
            );
          }
        }
      });
    } else if (block.type === 'actions') {
      assert.ok(block.elements.length >= 1 && block.elements.length <= 25, `${name}: ${block.elements.length} actions`);
      for (const element of block.elements) {
        if (element.type !== 'button') assert.fail(`${name}: nobody has checked a ${element.type} yet`);
        assert.ok(element.text.text.length <= 75, `${name}: a button of ${element.text.text.length} characters`);
        assert.ok((element.value ?? '').length <= 2_000, `${name}: a button's value is too long`);
        assert.ok((element.action_id ?? '').length <= 255, `${name}: an action_id is too long`);
      }
    } else if (block.type === 'data_visualization') {
      const [series] = block.chart.series;
      const points = series?.data ?? [];
      assert.ok(block.title.length <= 50, `${name}: a chart's title of ${block.title.length} characters`);
      assert.ok(points.length >= 1 && points.length <= 20, `${name}: ${points.length} points`);
      for (const { label, value } of points) {
        assert.ok(label.length >= 1 && label.length <= 20, `${name}: a label of ${label.length} characters`);
        const isTold = [label, inText(label)].some((said) => text.includes(`${said} ${value}`));
        assert.ok(isTold, `${name}: the text lacks the point “${label}”`);
      }
      assert.equal(new Set(points.map(({ label }) => label)).size, points.length, `${name}: a label twice`);
    } else assert.fail(`${name}: nobody has checked a ${block.type} yet`);
  }
  assert.ok(cells <= 10_000, `${name}: ${cells} characters in cells`);
}

/** The same, and what chat.update adds: a message with a longer text cannot be brought up to date. */
export function assertCardWithinLimits(name: string, message: Message): void {
  assert.ok(message.text.length <= 4_000, `${name}: text of ${message.text.length} characters`);
  assertWithinLimits(name, message);
}

function assertParagraph(name: string, text: string): void {
  assert.ok(text.length >= 1 && text.length <= 3_000, `${name}: a paragraph of ${text.length} characters`);
  assertOnlyOurMarkup(name, text);
}

/** The only `<…>` in what the bot says are dates, channels, and people and groups by their ids; whatever came from outside is escaped. */
function assertOnlyOurMarkup(name: string, text: string): void {
  const rest = text
    .replace(/<!date\^\d+\^[^|<>]+\|[^|<>]+>/g, '')
    .replace(/<#C[A-Z0-9]+>/g, '')
    .replace(/<@[UW][A-Z0-9]+>|<!subteam\^S[A-Z0-9]+>/g, '');
  assert.doesNotMatch(rest, /[<>]/, `${name}: unescaped markup`);
  assert.doesNotMatch(rest, /&(?!(amp|lt|gt);)/, `${name}: an unescaped &`);
  assert.doesNotMatch(text, /\b(opened|closed)\b/i, `${name}: a relay is unlocked or locked again`);
}
