import { fold } from '../../../asking/match.ts';

const MENTION = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/;
const GROUP = /^<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>$/;
/** An id as Slack shows it in a profile: no word of any language has a figure in it and only capitals. */
const BARE = /^@?(?=.*\d)([UWS][A-Z0-9]{5,})$/;
const ME = ['me', '私', '自分', '나', '저'];

/** The Slack id of a person or a user group: a mention, an id, or `me`. A plain `@anna` says nothing to the bot. */
export function readWhom(text: string, asker: string): string | undefined {
  if (ME.includes(fold(text))) return asker;
  return MENTION.exec(text)?.[1] ?? GROUP.exec(text)?.[1] ?? BARE.exec(text)?.[1];
}

/** Whether an id is that of a user group: Slack's picker knows people alone. */
export const isGroup = (id: string): boolean => id.startsWith('S');
