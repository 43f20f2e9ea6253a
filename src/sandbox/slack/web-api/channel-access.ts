import { type JsonObject, textOf } from '../json.ts';
import type { Channel } from '../people.ts';
import { lacking, type Office, type Refusal, refuse } from './method.ts';

type Found = { readonly ok: true; readonly channel: Channel } | Refusal;

/** The channel a call is about. One that is private and without the bot is as good as none. */
export function visible(args: JsonObject, office: Office): Found {
  const id = textOf(args.channel);
  if (id === undefined || id === '') {
    return refuse('invalid_arguments', '[ERROR] missing required field: channel [json-pointer:/channel]');
  }
  const channel = office.workspace.channel(id);
  if (channel === undefined || (channel.is_private && !channel.is_member)) return refuse('channel_not_found');
  return { ok: true, channel };
}

/** The channel a call reads from: the bot must be in it, and hold `channels:`, `groups:` or `im:` and this word. */
export function readable(args: JsonObject, office: Office, word: 'history' | 'read'): Found {
  const found = visible(args, office);
  if (!found.ok) return found;
  const refusal = lacking(office, `${family(found.channel)}:${word}`);
  if (refusal !== undefined) return refusal;
  if (word === 'history' && !found.channel.is_member) return refuse('not_in_channel');
  return found;
}

/** The channel a call writes to. A person's id stands for their direct message where `people` says so. */
export function writable(args: JsonObject, office: Office, people = false): Found {
  const id = textOf(args.channel) ?? '';
  if (people && /^[UW]/.test(id) && office.workspace.user(id) !== undefined) {
    return { ok: true, channel: office.workspace.directMessage(id) };
  }
  const found = visible(args, office);
  if (!found.ok) return found;
  if (found.channel.is_archived) return refuse('is_archived');
  if (!found.channel.is_member) return refuse('not_in_channel');
  return found;
}

export function family(channel: Channel): 'im' | 'groups' | 'channels' {
  if (channel.is_im) return 'im';
  return channel.is_private ? 'groups' : 'channels';
}
