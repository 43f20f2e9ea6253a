import { isList, isObject, type Json, objectsOf } from '../json.ts';
import { chart, chartsOfMessage } from './chart.ts';
import { accessory, actionElement, buttonElement, imageElement, inputElement } from './elements.ts';
import { richText } from './rich-text.ts';
import { all, bool, byType, list, object, oneOf, problemsOf, type Rule, text } from './rules.ts';
import { dataTable, table, tablesOfMessage } from './tables.ts';
import { anyText, eitherField, plainText } from './text-objects.ts';

/** Where blocks stand; each surface takes its own kinds and its own number of them. */
export type Surface = 'message' | 'modal' | 'home';

const id = { 'block_id?': text(1, 255) };

const textOrFields: Rule = (value, pointer, say) => {
  if (isObject(value) && value.text === undefined && value.fields === undefined) {
    say('missing required field: text or fields', pointer);
  }
};

const cardFields = {
  type: oneOf('card'),
  ...id,
  'hero_image?': imageElement,
  'icon?': imageElement,
  'title?': anyText(150),
  'subtitle?': anyText(150),
  'body?': anyText(200),
  'actions?': list(buttonElement, 1, 3),
};
const card: Rule = all(object(cardFields), (value, pointer, say) => {
  const held = isObject(value) ? value : {};
  if (!['hero_image', 'title', 'actions', 'body'].some((name) => held[name] !== undefined)) {
    say('must provide one of: hero_image, title, actions, body', pointer);
  }
});

const everywhere: Readonly<Record<string, Rule>> = {
  section: all(
    object({
      type: oneOf('section'),
      ...id,
      'text?': anyText(3000),
      'fields?': list(anyText(2000), 1, 10),
      'accessory?': accessory,
      'expand?': bool,
    }),
    textOrFields,
  ),
  divider: object({ type: oneOf('divider'), ...id }),
  header: object({ type: oneOf('header'), ...id, text: plainText(150) }),
  context: object({
    type: oneOf('context'),
    ...id,
    elements: list(byType({ image: imageElement, plain_text: plainText(3000), mrkdwn: anyText(3000) }), 1, 10),
  }),
  actions: object({ type: oneOf('actions'), ...id, elements: list(actionElement, 1, 25) }),
  image: all(
    object({
      type: oneOf('image'),
      ...id,
      alt_text: text(1, 2000),
      'title?': plainText(2000),
      'image_url?': text(1, 3000),
      'slack_file?': object({ 'id?': text(1, 255), 'url?': text(1, 3000) }),
    }),
    eitherField('image_url', 'slack_file'),
  ),
  input: object({
    type: oneOf('input'),
    ...id,
    label: plainText(2000),
    element: inputElement,
    'hint?': plainText(2000),
    'optional?': bool,
    'dispatch_action?': bool,
  }),
  rich_text: richText,
};

const inMessages: Readonly<Record<string, Rule>> = {
  ...everywhere,
  table,
  data_table: dataTable,
  data_visualization: chart,
  markdown: object({ type: oneOf('markdown'), ...id, text: text(1, 12_000) }),
  alert: object({
    type: oneOf('alert'),
    ...id,
    text: anyText(200),
    'level?': oneOf('default', 'info', 'warning', 'error', 'success'),
  }),
  card,
  carousel: object({ type: oneOf('carousel'), ...id, elements: list(card, 1, 10) }),
};

const uniqueIds: Rule = (value, pointer, say) => {
  const blockIds = new Set<string>();
  if (!isList(value)) return;
  value.forEach((block, index) => {
    if (!isObject(block)) return;
    const blockId = block.block_id;
    if (typeof blockId === 'string') {
      if (blockIds.has(blockId)) say(`\`block_id\` already exists: ${blockId}`, `${pointer}/${index}/block_id`);
      blockIds.add(blockId);
    }
    const actionIds = new Set<string>();
    for (const element of [...objectsOf(block.elements), block.accessory, block.element]) {
      const actionId = isObject(element) ? element.action_id : undefined;
      if (typeof actionId !== 'string') continue;
      if (actionIds.has(actionId)) say(`\`action_id\` already exists: ${actionId}`, `${pointer}/${index}`);
      actionIds.add(actionId);
    }
  });
};

const SURFACES: Readonly<Record<Surface, Rule>> = {
  message: all(list(byType(inMessages), 0, 50), uniqueIds, tablesOfMessage, chartsOfMessage),
  modal: all(list(byType(everywhere), 1, 100), uniqueIds),
  home: all(list(byType(everywhere), 0, 100), uniqueIds),
};

/** The rule of a surface's blocks. */
export const blocksOf = (surface: Surface): Rule => SURFACES[surface];

/**
 * What Slack would refuse in these blocks, as its `response_metadata.messages`; none when it takes them.
 * The limits are those of https://docs.slack.dev/reference/block-kit/blocks.
 */
export function problemsInBlocks(blocks: Json, surface: Surface = 'message', pointer = '/blocks'): readonly string[] {
  return problemsOf(SURFACES[surface], blocks, pointer);
}
