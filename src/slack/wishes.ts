import type { App, BlockAction, ButtonAction, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Instant } from '../door/ids.ts';
import { previewWish, type Submitted, submitWish } from './actions/fill-wish-form.ts';
import { pressWish } from './actions/press-wish.ts';
import { submitShown } from './actions/rehearse-picked.ts';
import { sortFailure } from './call-outcome.ts';
import { portsFor } from './commands/access/nameless.ts';
import type { Asker } from './commands/asker.ts';
import type { CommandPorts } from './commands/ports.ts';
import { REHEARSED_MODAL } from './messages/action-ids.ts';
import type { Message } from './messages/message.ts';
import { CHANGE_WISH, END_MUTE, REMOVE_WISH } from './messages/wishes/buttons.ts';
import { PARTS, WISH_FORM } from './messages/wishes/form.ts';
import { pause } from './pause.ts';
import { attachRehearsal } from './rehearsed-form.ts';

export interface WishesLog {
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

export type WishesOptions = {
  readonly ports: CommandPorts;
  readonly asker: (userId: string) => Promise<Asker>;
  readonly now: () => Instant;
  readonly log: WishesLog;
  /** Said when an answer broke. */
  readonly failed: (userId: string) => Message;
};

/** Slack waits three seconds for an answer to a form; what takes longer is told in the form afterwards. */
const PATIENCE_MS = 2_000;
const BUTTONS = new RegExp(`^(?:${[CHANGE_WISH, REMOVE_WISH, END_MUTE].join('|')})$`);
const FORM_PARTS = new RegExp(`^(?:${Object.values(PARTS).join('|')})$`);

/** Hears the buttons beside what a channel wishes for, and the form that they and `/clue subscribe` open. */
export function attachWishes(options: WishesOptions) {
  const { ports, asker, now, log, failed } = options;
  /** Who did it, and the rest of the bot as they may see it. */
  const seenBy = async (userId: string) => {
    const who = await asker(userId);
    return { who, seen: portsFor(who, ports) };
  };
  return (app: App, people: WebClient): void => {
    app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: BUTTONS }, async (pressed) => {
      const { ack, respond, body, action } = pressed;
      await ack();
      const press = { action: action.action_id, value: action.value ?? '', trigger: body.trigger_id };
      let isBroken = false;
      const answer = await seenBy(body.user.id)
        .then(({ who, seen }) => pressWish({ ...press, asker: who }, seen, now()))
        .catch((error: unknown) => {
          log.error('a button failed', { action: press.action, error: String(error) });
          isBroken = true;
          return failed(body.user.id);
        });
      if (answer === undefined) return;
      // The list takes the place of the old one; what broke stands beside it.
      await respond({ replace_original: !isBroken, text: answer.text, blocks: [...answer.blocks] });
    });

    app.action<BlockAction>({ type: 'block_actions', action_id: FORM_PARTS }, async ({ ack, body }) => {
      await ack();
      const { view } = body;
      if (view === undefined) return;
      try {
        const { who, seen } = await seenBy(body.user.id);
        const filled = { metadata: view.private_metadata, values: view.state.values, asker: who };
        const next = await previewWish(filled, seen);
        if (next !== undefined) await people.views.update({ view_id: view.id, view: next });
      } catch (error) {
        log.warn('the sentence of a form could not be shown', { failure: sortFailure(error) });
      }
    });

    const answerSubmit = async (
      submitted: Submitted,
      { ack, body, view }: SlackViewMiddlewareArgs<ViewSubmitAction>,
    ) => {
      if (submitted.kind === 'errors') {
        await ack({ response_action: 'errors', errors: { ...submitted.errors } });
        return;
      }
      const done = submitted.done.catch((error: unknown) => {
        log.error('a form could not be saved', { error: String(error) });
        return { ...submitted.meanwhile, blocks: [...failed(body.user.id).blocks] };
      });
      const soon = await Promise.race([done, pause(PATIENCE_MS)]);
      await ack({ response_action: 'update', view: soon ?? submitted.meanwhile });
      if (soon !== undefined) return;
      try {
        await people.views.update({ view_id: view.id, view: await done });
      } catch (error) {
        // Closed meanwhile: what was saved stands in the channel.
        log.warn('a saved form could not say so', { failure: sortFailure(error) });
      }
    };
    app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: WISH_FORM }, async (given) => {
      const { view, body } = given;
      const { who, seen } = await seenBy(body.user.id);
      const filled = { metadata: view.private_metadata, values: view.state.values, asker: who };
      await answerSubmit(await submitWish(filled, seen, now()), given);
    });
    app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: REHEARSED_MODAL }, async (given) => {
      const { who, seen } = await seenBy(given.body.user.id);
      await answerSubmit(submitShown({ metadata: given.view.private_metadata, asker: who }, seen, now()), given);
    });
    attachRehearsal(options, app, people);
  };
}
