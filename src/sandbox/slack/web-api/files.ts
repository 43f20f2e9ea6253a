import { isObject, type Json, objectsOf, parseJson, textOf } from '../json.ts';
import { BOT } from '../people.ts';
import { answer, type Method, refuse } from './method.ts';

/** Slack takes files of up to a gigabyte. */
const MOST_BYTES = 1_000_000_000;

const getUploadUrl: Method = {
  name: 'files.getUploadURLExternal',
  token: 'bot',
  tier: 'tier4',
  scope: 'files:write',
  run: (args, { files }) => {
    const name = textOf(args.filename) ?? '';
    const length = Number(args.length);
    if (name === '' || !Number.isInteger(length) || length <= 0) return refuse('invalid_arguments');
    if (length > MOST_BYTES) return refuse('file_upload_size_restricted');
    const { id, url } = files.begin(name, length);
    return answer({ upload_url: url, file_id: id });
  },
};

const completeUpload: Method = {
  name: 'files.completeUploadExternal',
  token: 'bot',
  tier: 'tier4',
  scope: 'files:write',
  run: (args, { files, workspace }) => {
    const given = asList(args.files);
    if (given.length === 0) return refuse('invalid_arguments');
    // Slack takes a channel's id here, and that of a talk; not a person's.
    const channel = workspace.channel(textOf(args.channel_id) ?? '');
    if (channel === undefined) return refuse('channel_not_found');
    if (!channel.is_member) return refuse('not_in_channel');
    if (channel.is_archived === true) return refuse('is_archived');
    for (const { id } of given) {
      const problem = files.problem(textOf(id) ?? '');
      if (problem !== undefined) return refuse(problem);
    }
    const shared = given.map(({ id, title }) => files.share(textOf(id) ?? '', textOf(title), channel.id));
    const shown = shared.map(({ id, name, title, content }) => ({
      ...{ id, name, title, content },
      size: Buffer.byteLength(content),
    }));
    const text = textOf(args.initial_comment) ?? '';
    workspace.post({ channel: channel.id, user: BOT.userId, bot_id: BOT.botId, text, files: shown });
    return answer({ files: shared.map(({ id, title }) => ({ id, title })) });
  },
};

export const FILES: readonly Method[] = [getUploadUrl, completeUpload];

/** A form carries a list as JSON. */
function asList(value: Json | undefined) {
  const list = typeof value === 'string' ? parseJson(value) : value;
  return Array.isArray(list) ? objectsOf(list).filter(isObject) : [];
}
