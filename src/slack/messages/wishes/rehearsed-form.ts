import type { KnownBlock, ModalView } from '@slack/types';
import { REHEARSED_MODAL } from '../action-ids.ts';
import { plain } from '../layout.ts';
import type { Message } from '../message.ts';
import { type Shown, shownValue } from '../rehearsal-button.ts';
import type { Catalogue } from '../words/catalogue.ts';

/** What a modal can carry, in characters, by Slack's limit. */
const MOST_METADATA = 3_000;

/**
 * What a rehearsal says, on top of the form that asked for it. With `shown` it can be subscribed to at once; else one goes back
 * to the form.
 */
export function drawRehearsedForm({ blocks }: Message, say: Catalogue, shown?: Shown): ModalView {
  const { form } = say.wishes;
  const value = shown === undefined ? undefined : shownValue(shown);
  return {
    type: 'modal',
    callback_id: REHEARSED_MODAL,
    title: plain(form.rehearsed),
    close: plain(form.back),
    ...(value !== undefined &&
      value.length <= MOST_METADATA && { private_metadata: value, submit: plain(form.rehearsedSubmit) }),
    // Its button is the modal's own.
    blocks: blocks.filter((block): block is KnownBlock => block.type === 'section' || block.type === 'context'),
  };
}
