import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { widthOf } from '../../../src/sandbox/slack/terminal/width.ts';
import { renderText } from '../../../src/sandbox/slack/terminal.ts';

const NOW = Date.parse('2026-11-20T03:00:00Z');
const tokyo = { user: { tz: 'Asia/Tokyo', locale: 'en-GB' }, now: NOW };
const names: Record<string, string> = { U1: 'hana', C1: 'door-alerts' };
const text = (said: string, options = {}) =>
  renderText({ text: said }, { ...tokyo, nameOf: (id: string) => names[id], ...options });
const raw = (said: string) => ({ type: 'raw_text', text: said });

describe('A message in a terminal', () => {
  it('shows dates in the reader’s own zone and language', () => {
    const said = `<!date^${NOW / 1000}^{date_short_pretty} {time_secs}|03:00 UTC>`;
    assert.equal(text(said), 'today 12:00:00');
    assert.equal(text(said, { user: { tz: 'Europe/Berlin', locale: 'en-GB' } }), 'today 4:00:00');
    assert.equal(text(said, { user: { tz: 'Asia/Tokyo', locale: 'ja-JP' } }), '今日 12:00:00');
    assert.equal(text(said, { now: NOW + 3 * 86_400_000 }), '20 Nov 2026 12:00:00');
    assert.equal(text(`<!date^${NOW / 1000 - 120}^{ago}|x>`), '2 minutes ago');
    assert.equal(text('<!date^soon^{time}|fallback>'), 'fallback');
    assert.equal(text('<!date^99999999999999^{time}|fallback>'), 'fallback', 'later than any Date');
  });

  it('names people and channels, spells links out and decodes escapes last', () => {
    assert.equal(
      text('*Hi* <@U1> in <#C1>, see <https://a.example|the log> &amp; <!here>'),
      'Hi @hana in #door-alerts, see the log (https://a.example) & @here',
    );
    assert.equal(text('&lt;!channel&gt; &amp;lt;'), '<!channel> &lt;');
    assert.equal(text('2 * 3 * 4 and snake_case_name and `*code*`'), '2 * 3 * 4 and snake_case_name and *code*');
  });

  it('lets nothing steer the terminal', () => {
    assert.equal(text('a\u001b[31mred\u0007 \u202eabc\u009b2J\nb'), 'a[31mred abc2J\nb');
  });

  it('aligns a data_table whose cells are two columns wide', () => {
    const rows = [
      [raw('Door'), raw('Who'), raw('Count')],
      [raw('正門'), raw('EBISU'), { type: 'raw_number', value: 7, text: '7' }],
      [raw('Lobby'), raw('박민준'), { type: 'raw_number', value: 12, text: '12' }],
    ];
    const lines = renderText({ text: '', blocks: [{ type: 'data_table', caption: 'Entries', rows }] }).split('\n');
    assert.deepEqual(lines, [
      'Entries',
      'Door   Who     Count',
      '─────  ──────  ─────',
      '正門   EBISU       7',
      'Lobby  박민준     12',
    ]);
    assert.equal(new Set(lines.slice(1).map(widthOf)).size, 1);
  });

  it('draws the other blocks as plain lines', () => {
    const plain = (said: string) => ({ type: 'plain_text', text: said });
    const mark = (said: string) => ({ type: 'mrkdwn', text: said });
    const blocks = [
      { type: 'header', text: plain('14 failures &amp; more') },
      { type: 'section', text: mark('At *Lobby*'), fields: [mark('*First*\n09:00')] },
      { type: 'divider' },
      { type: 'context', elements: [mark('door 181'), mark('live')] },
      {
        type: 'actions',
        elements: [
          { type: 'button', text: plain('Mute') },
          { type: 'static_select', placeholder: plain('How long') },
        ],
      },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'ordered',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'user', user_id: 'U1' },
                  { type: 'date', timestamp: NOW / 1000, format: ' {time}' },
                ],
              },
            ],
          },
        ],
      },
      {
        type: 'data_visualization',
        title: 'By day',
        chart: {
          type: 'bar',
          series: [
            {
              name: 'a',
              data: [
                { label: 'Mon', value: 2 },
                { label: 'Tue', value: 1 },
              ],
            },
          ],
        },
      },
    ];
    assert.deepEqual(renderText({ text: 'fallback', blocks }, { ...tokyo, nameOf: (id) => names[id] }).split('\n'), [
      '14 failures & more',
      'At Lobby',
      'First 09:00',
      '─'.repeat(40),
      'door 181 · live',
      '[Mute] [How long ▾]',
      '1. @hana 12:00',
      'By day',
      `Mon ${'█'.repeat(30)} 2`,
      `Tue ${'█'.repeat(15)} 1`,
    ]);
  });
});
