import { button, data, mark, num, pie, plain, point, raw, section, select, table } from '../sandbox/slack/block-kit.ts';

/** Made-up messages and a modal that hold every kind of block and element which the strict Slack takes. */

const options = ['One', 'Two', 'Three'].map((name) => ({ text: plain(name), value: name }));
export const asked = { title: plain('Sure?'), text: mark('*Really?*'), confirm: plain('Yes'), deny: plain('No') };
const far = { type: 'image', image_url: 'https://pictures.example/door.png', alt_text: 'A door' };

const RICH = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'Bold', style: { bold: true } },
        { type: 'date', timestamp: 1_795_151_526, format: '{date_short} {time_secs}', url: 'https://a.example/' },
        { type: 'date', timestamp: 99_999_999_999_999, format: '{time}', fallback: 'no such day' },
        { type: 'emoji', name: 'lock' },
        { type: 'user', user_id: 'U0HANA' },
        { type: 'channel', channel_id: 'C0OPS' },
        { type: 'broadcast', range: 'here' },
        { type: 'color', value: '#ff0000' },
        { type: 'link', url: 'javascript:alert(1)', text: 'no link' },
      ],
    },
    {
      type: 'rich_text_list',
      style: 'ordered',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'an item' }] }],
    },
    { type: 'rich_text_quote', elements: [{ type: 'text', text: 'a quote' }] },
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a log line' }] },
  ],
};

const plotted = (type: string) => {
  const days = ['Mon', 'Tue', 'Wed'];
  const series = ['Lobby', 'Archive'].map((name, at) => ({
    name,
    data: days.map((day, index) => point(day, index * 3 - at * 2)),
  }));
  const axes = { categories: days, x_label: 'Day', y_label: 'Entries' };
  return { type: 'data_visualization', title: `A ${type}`, chart: { type, series, axis_config: axes } };
};

const rows = Array.from({ length: 12 }, (_, index) => [raw(`Door ${index}`), num((index * 7) % 12)]);
const card = { type: 'card', title: plain('A card'), body: mark('of few words'), actions: [button()] };

/** A message takes one table and two charts at most, so it needs several. */
export const EVERY_BLOCK = [
  [
    { type: 'header', text: plain('A header') },
    section({ text: mark('*b* _i_ ~s~ `c` <!here> <@U0HANA> <!date^99999999999999^{time}|no such time>') }),
    { type: 'section', fields: [mark('one'), mark('two'), mark('three')] },
    { type: 'divider' },
    { type: 'context', elements: [mark('small print'), far] },
    { ...far, title: plain('A picture') },
    RICH,
  ],
  [
    {
      type: 'actions',
      elements: [
        button({ confirm: asked }),
        select(),
        { type: 'overflow', action_id: 'dots', options },
        ...['users_select', 'channels_select', 'conversations_select', 'external_select'].map(named),
        ...['datepicker', 'timepicker', 'datetimepicker'].map(named),
        ...['checkboxes', 'radio_buttons'].map((type) => ({ ...named(type), options })),
        { ...named('multi_static_select'), options },
        ...['multi_users_select', 'multi_channels_select', 'multi_conversations_select'].map(named),
      ],
    },
    section({ accessory: far }),
    { type: 'alert', text: mark('An alert'), level: 'warning' },
    card,
    { type: 'carousel', elements: [card, card] },
    { type: 'markdown', text: '# Markdown' },
  ],
  [
    table([
      [raw('When'), raw('What')],
      [RICH, raw('a row')],
    ]),
    data([[raw('Door'), raw('Count')], ...rows]),
  ],
  [plotted('bar'), plotted('line')],
  [plotted('area'), pie([point('Lobby', 3), point('Archive', 1)])],
];

const inputs = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input'];
export const EVERY_INPUT = {
  type: 'modal',
  title: plain('Every input'),
  submit: plain('Save'),
  blocks: [
    ...inputs.map((type) => input(type, type === 'number_input' ? { is_decimal_allowed: false } : {})),
    ...['static_select', 'checkboxes', 'radio_buttons', 'multi_static_select'].map((type) => input(type, { options })),
    ...['users_select', 'datepicker', 'timepicker', 'datetimepicker'].map((type) => input(type)),
    {
      type: 'actions',
      elements: [button({ confirm: asked }), { type: 'overflow', action_id: 'dots', options }],
    },
  ],
};

function named(type: string) {
  return { type, action_id: type };
}

function input(type: string, more: object = {}) {
  const isOptional = type !== 'plain_text_input';
  return {
    type: 'input',
    block_id: type,
    label: plain(type),
    optional: isOptional,
    element: { ...named(type), ...more },
  };
}
