import { type JsonObject, textOf } from '../json.ts';
import type { Message } from '../message.ts';
import { BOT } from '../people.ts';
import { writable } from './channel-access.ts';
import { answer, type Method, type Office, type Reply, refuse } from './method.ts';

const addReaction: Method = {
  name: 'reactions.add',
  token: 'bot',
  tier: 'tier3',
  scope: 'reactions:write',
  run: (args, office) => {
    const name = textOf(args.name) ?? '';
    if (!/^[\p{L}\p{N}_+'-]+(::skin-tone-[2-6])?$/u.test(name)) return refuse('invalid_name');
    const found = marked(args, office);
    if (!found.ok) return found;
    const before = found.message.reactions ?? [];
    const same = before.find((reaction) => reaction.name === name);
    if (same?.users.includes(BOT.userId)) return refuse('already_reacted');
    const users = [...(same?.users ?? []), BOT.userId];
    const reactions = [...before.filter((one) => one !== same), { name, users, count: users.length }];
    office.workspace.change(found.message, { reactions });
    return answer();
  },
};

const addPin: Method = {
  name: 'pins.add',
  token: 'bot',
  tier: 'tier2',
  scope: 'pins:write',
  run: (args, office) => {
    const found = marked(args, office);
    if (!found.ok) return found;
    if (found.message.is_pinned === true) return refuse('already_pinned');
    office.workspace.change(found.message, { is_pinned: true });
    return answer();
  },
};

export const MARKS: readonly Method[] = [addReaction, addPin];

type Found = { readonly ok: true; readonly message: Message } | Extract<Reply, { ok: false }>;

function marked(args: JsonObject, office: Office): Found {
  const found = writable(args, office);
  if (!found.ok) return found;
  const message = office.workspace.find(found.channel.id, textOf(args.timestamp) ?? '');
  return message === undefined ? refuse('message_not_found') : { ok: true, message };
}
