import { objectsOf, textOf } from '../json.ts';
import { BOT } from '../people.ts';
import { jsonArgument } from '../validate/message.ts';
import { answer, type Method, refuse } from './method.ts';

/** Slack takes files of up to a gigabyte. */
const MOST_BYTES = 1_000_000_000;

const getUploadUrl: Method = {
  name: 'files.getUploadURLExternal',
  token: 'bot',
  tier: 'tier4',
  scope: 'files:write',
  run: (args, { uploads }) => {
    const name = textOf(args.filename);
    const length = Number(args.length);
    if (name === undefined || name === '')
      return refuse('invalid_arguments', '[ERROR] missing required field: filename');
    if (!Number.isSafeInteger(length) || length <= 0)
      return refuse('invalid_arguments', '[ERROR] length must be a positive number');
    if (length > MOST_BYTES) return refuse('file_upload_size_restricted');
    const { url, id } = uploads.issue(name, length);
    return answer({ upload_url: url, file_id: id });
  },
};

const complete: Method = {
  name: 'files.completeUploadExternal',
  token: 'bot',
  tier: 'tier4',
  scope: 'files:write',
  run: (args, { uploads, workspace }) => {
    const given = objectsOf(jsonArgument(args.files));
    if (given.length === 0) return refuse('invalid_arguments', '[ERROR] missing required field: files');
    const channel = textOf(args.channel_id);
    const where = channel === undefined ? undefined : workspace.channel(channel);
    // Slack takes a channel's id here, and that of a talk; not a person's.
    if (channel !== undefined && where === undefined) return refuse('channel_not_found');
    if (where !== undefined && !where.is_member) return refuse('not_in_channel');
    if (where?.is_archived === true) return refuse('is_archived');
    const files = [];
    for (const one of given) {
      const id = textOf(one.id) ?? '';
      const file = uploads.complete(id);
      if (file === undefined) return refuse('file_not_found');
      const { name, content } = file;
      files.push({ id, name, title: textOf(one.title) ?? name, size: Buffer.byteLength(content), content });
    }
    if (where !== undefined) {
      const text = textOf(args.initial_comment) ?? '';
      workspace.post({ channel: where.id, user: BOT.userId, bot_id: BOT.botId, text, files });
    }
    return answer({ files: files.map(({ id, title }) => ({ id, title })) });
  },
};

export const FILES: readonly Method[] = [getUploadUrl, complete];
