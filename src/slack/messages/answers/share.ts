import type { Button } from '@slack/types';
import { SHARE_NAMED, SHARE_UNNAMED } from '../action-ids.ts';
import { context, message, plain, saying, section } from '../layout.ts';
import type { Message } from '../message.ts';
import type { Catalogue } from '../words/catalogue.ts';

/** Whom an answer would be shown to, and whether people may be named before them. */
export type ShareAsked = {
  readonly channel: string;
  readonly value: string;
  /** Why nobody may be named there; undefined where they may. */
  readonly leftOut: 'shared' | 'unknown' | 'role' | undefined;
  /** It is of one person, and says nothing without their name. */
  readonly isOfPerson: boolean;
};

/** Asks before more people see names. */
export function drawShareAsked({ channel, value, leftOut, isOfPerson }: ShareAsked, say: Catalogue): Message {
  const words = say.queries.share;
  const where = `<#${channel}>`;
  const first = leftOut === undefined ? words.ask(where) : words.leftOut[leftOut](where);
  const button = (action: string, text: string): Button => ({
    type: 'button',
    action_id: action,
    text: plain(text),
    value,
  });
  const elements = [
    ...(leftOut === undefined ? [button(SHARE_NAMED, words.named)] : []),
    ...(isOfPerson ? [] : [button(SHARE_UNNAMED, words.unnamed)]),
  ];
  if (elements.length === 0) return saying(first, words.ofPerson);
  return message([first], [section(first), { type: 'actions', elements }], say);
}

/** What a channel reads: the answer, and who had it shown. */
export function drawShared({ text, blocks }: Message, userId: string, say: Catalogue): Message {
  const by = say.queries.share.by(`<@${userId}>`);
  return { text: `${text}\n${by}`, blocks: [...blocks, context(by)] };
}

/** Says to who had it shared how that went. */
export function drawShareOutcome(
  outcome: 'done' | 'direct' | 'not-in' | 'archived' | 'refused',
  channel: string,
  say: Catalogue,
): Message {
  return saying(say.queries.share.outcome[outcome](`<#${channel}>`));
}
