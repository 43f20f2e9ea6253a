import { createAnswers } from './answers.ts';
import { channelName, type Doing, present } from './commands.ts';
import { heldIn, stateWith } from './element-state.ts';
import { eventEnvelope } from './events.ts';
import { isObject, type Json, type JsonObject, objectsOf, textOf } from './json.ts';
import type { View } from './message.ts';
import { BOT, TEAM, type User } from './people.ts';
import { createPick, type Pick } from './pick.ts';
import { pressedAction } from './pressed-action.ts';
import { type CommandRun, createRun, type Outcome } from './run.ts';
import type { Delivery } from './sockets.ts';
import { drawnMessage, drawnView } from './web-api/drawn.ts';
import { readView } from './web-api/views.ts';

/**
 * A button pressed, or a choice made in a menu or a picker. `value` is the chosen option's own, the id of who or what was
 * chosen, the day or the time; of several, a JSON list of these.
 */
export type Press = {
  readonly user: string;
  readonly actionId: string;
  readonly blockId?: string;
  readonly value?: string;
} & (
  | { readonly channel: string; readonly ts: string }
  /** On the person's Home tab, or in the modal before them. */
  | { readonly on: 'home' | 'modal' }
);

/** Slack's own words where an action fails. */
const TROUBLE = 'We had some trouble connecting. Try again?';

export type Actions = {
  readonly press: (press: Press) => Promise<CommandRun>;
  readonly submit: (submit: {
    readonly user: string;
    /** What was filled in: by block_id and action_id, each as Slack gives it in `state.values`. */
    readonly values?: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  }) => Promise<CommandRun>;
  /** Closes the modal before the person; the bot hears of it where the modal asks for that (`notify_on_close`). */
  readonly closeModal: (user: string) => Promise<CommandRun>;
  readonly openHome: (user: string) => Promise<CommandRun>;
  /** A person picks one of the app's shortcuts in a message's menu. */
  readonly pick: Pick;
};

/** What an action leaves in its element; undefined for buttons, which hold nothing. */
function stateOf(action: JsonObject): JsonObject | undefined {
  return stateWith(action, heldIn(action));
}

/** Lets people press, choose, submit and open the Home tab. */
export function createActions(doing: Doing, shortcuts: readonly string[]): Actions {
  const { workspace, sockets, urls, triggers, news, views } = doing;

  const viewOf = (user: string, on: 'home' | 'modal'): View | undefined =>
    on === 'home' ? views.home(user) : views.modals(user).at(-1);
  const takeView = (given: Json | undefined, before: View, how: 'update' | 'push'): boolean => {
    const read = readView({ view: given }, 'modal');
    if (!read.ok) {
      news.tell({ kind: 'refused', method: 'ack', error: read.error, messages: read.messages ?? [] });
      return false;
    }
    if (how === 'update') views.change(before, read.shown);
    else views.push(before.user, read.shown);
    return true;
  };
  const userOf = (id: string): User => {
    const user = workspace.user(id);
    if (user === undefined) throw new Error(`There is no user ${id} in this workspace.`);
    return user;
  };
  const frame = (type: string, user: User): JsonObject => ({
    type,
    user: { id: user.id, username: user.name, name: user.name, team_id: user.team_id },
    api_app_id: BOT.appId,
    token: 'sandbox',
    trigger_id: triggers.issue(user.id),
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
  });
  /** What an envelope came to; Slack's own words where it came to nothing. */
  const outcomeOf = (delivery: Delivery): Outcome =>
    delivery.kind === 'acked' ? { ackMs: delivery.ackMs } : { failure: delivery.kind, shown: TROUBLE };

  const pressInMessage = async (press: Press, channelId: string, ts: string): Promise<CommandRun> => {
    const { user, channel } = present(workspace, press.user, channelId);
    const message = workspace.find(channel.id, ts);
    const whisper = workspace
      .whispers()
      .find((one) => one.channel === channel.id && one.ts === ts && one.user === user.id);
    const blocks = message?.blocks ?? whisper?.blocks;
    if (message === undefined && whisper === undefined) {
      throw new Error(`${user.name} sees no message ${ts} in ${channel.name}.`);
    }
    const action = pressedAction(blocks ?? [], press, workspace.nextTs());
    const only = message === undefined;
    const done = { what: `the action ${press.actionId}`, user: user.id, channel: channel.id };
    const answers = createAnswers({ workspace, tell: news.tell, ...done, source: { ts, only } });
    const delivery = await sockets.deliver({
      type: 'interactive',
      accepts_response_payload: false,
      payload: {
        ...frame('block_actions', user),
        container: { type: 'message', message_ts: ts, channel_id: channel.id, is_ephemeral: only },
        channel: { id: channel.id, name: channelName(channel) },
        // Slack leaves the message out where one person alone sees it.
        ...(message === undefined ? {} : { message: drawnMessage(message, workspace, true) }),
        state: { values: {} },
        response_url: urls.issue('actions', channel.id, (body) => answers.take(body, 'response_url')),
        actions: [action],
      },
    });
    return createRun(news, done, { ...outcomeOf(delivery), from: answers });
  };

  const pressInView = async (press: Press, on: 'home' | 'modal'): Promise<CommandRun> => {
    const user = userOf(press.user);
    const view = viewOf(user.id, on);
    if (view === undefined) throw new Error(`${user.name} has no ${on} before them.`);
    const action = pressedAction(objectsOf(view.shown.blocks), press, workspace.nextTs());
    const [blockId, actionId] = [textOf(action.block_id), textOf(action.action_id)];
    const put = stateOf(action);
    const isHeld = blockId !== undefined && actionId !== undefined && put !== undefined;
    const filled = isHeld ? views.hold(view, { [blockId]: { [actionId]: put } }) : view;
    const delivery = await sockets.deliver({
      type: 'interactive',
      accepts_response_payload: false,
      payload: {
        ...frame('block_actions', user),
        container: { type: 'view', view_id: view.id },
        view: drawnView(filled),
        actions: [action],
      },
    });
    const done = { what: `the action ${press.actionId}`, user: user.id, channel: '' };
    return createRun(news, done, outcomeOf(delivery));
  };

  return {
    pick: createPick(doing, shortcuts, frame),
    press: (press) => ('on' in press ? pressInView(press, press.on) : pressInMessage(press, press.channel, press.ts)),
    submit: async ({ user: id, values = {} }) => {
      const user = userOf(id);
      const view = viewOf(user.id, 'modal');
      if (view === undefined) throw new Error(`${user.name} has no modal before them.`);
      const delivery = await sockets.deliver({
        type: 'interactive',
        accepts_response_payload: true,
        payload: {
          ...frame('view_submission', user),
          view: drawnView(views.hold(view, values)),
          response_urls: [],
        },
      });
      const done = { what: 'the modal', user: user.id, channel: '' };
      if (delivery.kind !== 'acked') return createRun(news, done, outcomeOf(delivery));
      const { ackMs, payload } = delivery;
      const how = payload?.response_action;
      if (how === 'errors' && isObject(payload?.errors)) {
        const errors = Object.fromEntries(
          Object.entries(payload.errors).map(([key, value]) => [key, textOf(value) ?? '']),
        );
        return createRun(news, done, { ackMs, errors });
      }
      if (how === 'update' || how === 'push') {
        if (takeView(payload?.view, view, how)) return createRun(news, done, { ackMs });
        return createRun(news, done, { ackMs, failure: 'invalid_view_response', shown: TROUBLE });
      }
      views.close(user.id, how === 'clear' ? 'all' : 'top');
      return createRun(news, done, { ackMs });
    },
    closeModal: async (id) => {
      const user = userOf(id);
      const view = viewOf(user.id, 'modal');
      if (view === undefined) throw new Error(`${user.name} has no modal before them.`);
      views.close(user.id, 'top');
      const done = { what: 'the modal', user: user.id, channel: '' };
      if (view.shown.notify_on_close !== true) return createRun(news, done, {});
      const delivery = await sockets.deliver({
        type: 'interactive',
        accepts_response_payload: false,
        payload: { ...frame('view_closed', user), view: drawnView(view), is_cleared: false },
      });
      // The modal is gone either way: Slack shows nothing when the bot does not hear of it.
      const outcome = delivery.kind === 'acked' ? { ackMs: delivery.ackMs } : { failure: delivery.kind };
      return createRun(news, done, outcome);
    },
    openHome: async (id) => {
      const user = userOf(id);
      const view = viewOf(user.id, 'home');
      const channel = workspace.directMessage(user.id).id;
      const event_ts = workspace.nextTs();
      const event = {
        type: 'app_home_opened',
        user: user.id,
        channel,
        tab: 'home',
        event_ts,
        ...(view === undefined ? {} : { view: drawnView(view) }),
      };
      const delivery = await sockets.deliver(eventEnvelope(event));
      // Slack shows nothing when an event is not taken; it only tries again later.
      const outcome = delivery.kind === 'acked' ? { ackMs: delivery.ackMs } : { failure: delivery.kind };
      return createRun(news, { what: 'app_home_opened', user: user.id, channel: '' }, outcome);
    },
  };
}
