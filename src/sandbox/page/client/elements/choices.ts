import { isList, type Json, type JsonObject, objectsOf, textOf } from '../../../slack/json.ts';
import { plainTextOf } from '../mrkdwn/text-object.tsx';
import type { Surface } from './surface.ts';

/** One choice: what is read, what the option is called by, and what is held when it is chosen. */
export type Choice = { readonly label: string; readonly key: string; readonly holds: Json };
export type Choices = { readonly title: string; readonly choices: readonly Choice[] };

/** What a select menu offers: its own options, or the workspace's people or channels. */
export function choicesOf(element: JsonObject, surface: Surface): readonly Choices[] {
  const type = textOf(element.type) ?? '';
  if (type.includes('users')) return [{ title: '', choices: surface.users.map(known) }];
  if (type.includes('channels') || type.includes('conversations')) {
    return [{ title: '', choices: surface.channels.map(known) }];
  }
  const groups = objectsOf(element.option_groups);
  if (groups.length > 0) {
    return groups.map((group) => ({ title: plainTextOf(group.label), choices: objectsOf(group.options).map(option) }));
  }
  // An external menu's options would come from the bot while one types; what it begins with is all there is to see.
  const options = type === 'external_select' ? objectsOf([element.initial_option ?? null]) : objectsOf(element.options);
  return [{ title: '', choices: options.map(option) }];
}

/** How the held option or id is called among the choices. */
export function keyOf(held: Json): string {
  return textOf(held) ?? (held !== null && typeof held === 'object' && !isList(held) ? (textOf(held.value) ?? '') : '');
}

const option = (one: JsonObject): Choice => ({
  label: plainTextOf(one.text),
  key: textOf(one.value) ?? '',
  holds: one,
});
const known = (one: { readonly id: string; readonly name: string }): Choice => ({
  label: one.name,
  key: one.id,
  holds: one.id,
});
