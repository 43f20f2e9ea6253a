import type { Button } from '@slack/types';
import { ASK_CSV, ASK_FAILURES, ASK_NEWER, ASK_OLDER, ASK_SHARE } from '../action-ids.ts';
import { context, plain } from '../layout.ts';
import type { Message } from '../message.ts';
import type { Catalogue } from '../words/catalogue.ts';

/** What each button under an answer asks, as it carries it; one that is left out is not drawn. */
export type AskButtons = {
  readonly older?: string;
  readonly newer?: string;
  readonly failures?: string;
  readonly csv?: string;
  readonly share?: string;
};

/** The answer with buttons to ask on; or with a word that the question is too long for them. */
export function withButtons(answer: Message, buttons: AskButtons | 'too-long', say: Catalogue): Message {
  const words = say.queries.buttons;
  if (buttons === 'too-long') {
    return { text: `${answer.text}\n${words.tooLong}`, blocks: [...answer.blocks, context(words.tooLong)] };
  }
  const button = (action: string, text: string, value: string | undefined): readonly Button[] =>
    value === undefined ? [] : [{ type: 'button', action_id: action, text: plain(text), value }];
  const elements = [
    ...button(ASK_OLDER, words.older, buttons.older),
    ...button(ASK_NEWER, words.newer, buttons.newer),
    ...button(ASK_FAILURES, words.failures, buttons.failures),
    ...button(ASK_CSV, words.csv, buttons.csv),
    ...button(ASK_SHARE, words.share, buttons.share),
  ];
  return elements.length === 0 ? answer : { ...answer, blocks: [...answer.blocks, { type: 'actions', elements }] };
}
