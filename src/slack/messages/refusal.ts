import { saying } from './layout.ts';
import type { Message } from './message.ts';

/** Why somebody gets no answer. */
export type RefusalKind = 'guest' | 'other-company' | 'not-a-person' | 'unknown' | 'not-admin';

const WORDS: Readonly<Record<RefusalKind, string>> = {
  guest: 'Sorry, the doors’ log is for full members of this workspace only.',
  'other-company': 'Sorry, the doors’ log is for members of the company that runs this bot only.',
  'not-a-person': 'Sorry, the doors’ log is for people only.',
  unknown: 'Sorry, Slack did not say who you are, so I cannot answer. Please try again in a minute.',
  'not-admin': 'Sorry, this is for admins only. Please ask one of them.',
};

/** A polite no that tells nothing about doors, people or the bot. */
export function drawRefusal(kind: RefusalKind): Message {
  return saying(`🙏 ${WORDS[kind]}`);
}
