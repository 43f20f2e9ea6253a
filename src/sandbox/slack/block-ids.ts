import { randomBytes } from 'node:crypto';
import { isObject, type Json, type JsonObject, objectsOf } from './json.ts';

/** Gives every block its `block_id`, and every interactive element its `action_id`, as Slack does for those left out. */
export function withIds(blocks: readonly JsonObject[]): readonly JsonObject[] {
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? shortId(),
    ...(block.type === 'actions' ? { elements: objectsOf(block.elements).map(withActionId) } : {}),
    ...(isObject(block.accessory) ? { accessory: withActionId(block.accessory) } : {}),
    ...(isObject(block.element) ? { element: withActionId(block.element) } : {}),
  }));
}

function withActionId(element: JsonObject): Json {
  return element.type === 'image' ? element : { ...element, action_id: element.action_id ?? shortId() };
}

function shortId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}
