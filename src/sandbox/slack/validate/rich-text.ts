import { bool, byType, list, number, object, oneOf, type Rule, text } from './rules.ts';

const style = object({
  'bold?': bool,
  'italic?': bool,
  'strike?': bool,
  'code?': bool,
  'underline?': bool,
  'highlight?': bool,
  'client_highlight?': bool,
  'unlink?': bool,
});
const styled = { 'style?': style };
const some = text(1, Infinity);

const written = object({ type: oneOf('text'), text: some, ...styled });
const link = object({ type: oneOf('link'), url: some, 'text?': text(0, Infinity), 'unsafe?': bool, ...styled });

const inline = byType({
  text: written,
  link,
  emoji: object({
    type: oneOf('emoji'),
    name: some,
    'unicode?': some,
    'url?': some,
    'skin_tone?': number({ min: 1, max: 6, whole: true }),
    ...styled,
  }),
  user: object({ type: oneOf('user'), user_id: some, ...styled }),
  usergroup: object({ type: oneOf('usergroup'), usergroup_id: some, ...styled }),
  channel: object({ type: oneOf('channel'), channel_id: some, ...styled }),
  team: object({ type: oneOf('team'), team_id: some, ...styled }),
  broadcast: object({ type: oneOf('broadcast'), range: oneOf('here', 'channel', 'everyone'), ...styled }),
  color: object({ type: oneOf('color'), value: some, ...styled }),
  date: object({
    type: oneOf('date'),
    timestamp: number({ min: 0, whole: true }),
    format: some,
    'fallback?': some,
    'url?': some,
    ...styled,
  }),
});

const section = object({ type: oneOf('rich_text_section'), elements: list(inline, 0, Infinity) });
const border = { 'border?': number({ min: 0, max: 1, whole: true }) };

/** The `rich_text` block, also the cell of a table. */
export const richText: Rule = object({
  type: oneOf('rich_text'),
  'block_id?': text(1, 255),
  elements: list(
    byType({
      rich_text_section: section,
      rich_text_list: object({
        type: oneOf('rich_text_list'),
        style: oneOf('bullet', 'ordered'),
        elements: list(section, 1, Infinity),
        'indent?': number({ min: 0, max: 8, whole: true }),
        'offset?': number({ min: 0, whole: true }),
        ...border,
      }),
      rich_text_quote: object({ type: oneOf('rich_text_quote'), elements: list(inline, 1, Infinity), ...border }),
      rich_text_preformatted: object({
        type: oneOf('rich_text_preformatted'),
        elements: list(byType({ text: written, link }), 1, Infinity),
        'language?': some,
        ...border,
      }),
    }),
    1,
    Infinity,
  ),
});
