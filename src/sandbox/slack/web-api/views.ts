import { isObject, type JsonObject, textOf } from '../json.ts';
import type { View } from '../message.ts';
import { jsonArgument } from '../validate/message.ts';
import { problemsInView } from '../validate/view.ts';
import { drawnView } from './drawn.ts';
import { answer, type Method, type Office, type Reply, refuse } from './method.ts';

/** A person has at most this many modals on top of each other. */
const MODALS = 3;

type Read = { readonly ok: true; readonly shown: JsonObject } | Extract<Reply, { ok: false }>;

/** Reads the `view` of a call as strictly as Slack. */
export function readView(args: JsonObject, kind: 'modal' | 'home'): Read {
  const view = jsonArgument(args.view);
  if (!isObject(view)) {
    return refuse('invalid_arguments', '[ERROR] missing required field: view [json-pointer:/view]');
  }
  const messages = problemsInView(view, kind);
  return messages.length > 0 ? refuse('invalid_arguments', ...messages) : { ok: true, shown: view };
}

const publish: Method = {
  name: 'views.publish',
  token: 'bot',
  tier: 'tier4',
  run: (args, office) => {
    const user = office.workspace.user(textOf(args.user_id) ?? '');
    if (user === undefined) return refuse('user_not_found');
    const read = readView(args, 'home');
    if (!read.ok) return read;
    const before = office.views.home(user.id);
    const hash = textOf(args.hash);
    if (hash !== undefined && before !== undefined && hash !== before.hash) return refuse('hash_conflict');
    return shown(office.views.publish(user.id, read.shown));
  },
};

const opens = (name: string): Method => ({
  name,
  token: 'bot',
  tier: 'tier4',
  run: (args, office) => {
    const read = readView(args, 'modal');
    if (!read.ok) return read;
    if (taken(office, read.shown)) return refuse('duplicate_external_id');
    const trigger = office.triggers.use(textOf(args.trigger_id) ?? '');
    if ('error' in trigger) return refuse(trigger.error);
    if (office.views.modals(trigger.user).length >= MODALS) return refuse('push_limit_reached');
    return shown(office.views.push(trigger.user, read.shown));
  },
});

const update: Method = {
  name: 'views.update',
  token: 'bot',
  tier: 'tier4',
  run: (args, office) => {
    const id = textOf(args.view_id);
    const externalId = textOf(args.external_id);
    const by = { ...(id === undefined ? {} : { id }), ...(externalId === undefined ? {} : { externalId }) };
    const before = office.views.find(by);
    if (before === undefined) return refuse('not_found');
    const read = readView(args, before.type);
    if (!read.ok) return read;
    const hash = textOf(args.hash);
    if (hash !== undefined && hash !== before.hash) return refuse('hash_conflict');
    return shown(office.views.change(before, read.shown));
  },
};

export const VIEWS: readonly Method[] = [publish, opens('views.open'), opens('views.push'), update];

const shown = (view: View): Reply => answer({ view: drawnView(view) });

function taken(office: Office, view: JsonObject): boolean {
  const externalId = textOf(view.external_id);
  return externalId !== undefined && externalId !== '' && office.views.find({ externalId }) !== undefined;
}
