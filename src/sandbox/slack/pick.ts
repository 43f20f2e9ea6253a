import { createAnswers } from './answers.ts';
import { channelName, type Doing, present } from './commands.ts';
import type { JsonObject } from './json.ts';
import type { User } from './people.ts';
import { type CommandRun, createRun } from './run.ts';
import { drawnMessage } from './web-api/drawn.ts';

/** A shortcut picked in the menu of a message. */
export type Picked = {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  /** The shortcut's callback_id. */
  readonly shortcut: string;
};
export type Pick = (picked: Picked) => Promise<CommandRun>;

/** Lets people pick the app's message shortcuts. Slack offers them on messages that everybody sees, and on no others. */
export function createPick(
  { workspace, sockets, urls, news }: Doing,
  shortcuts: readonly string[],
  frame: (type: string, user: User) => JsonObject,
): Pick {
  return async ({ user: userId, channel: channelId, ts, shortcut }) => {
    const { user, channel } = present(workspace, userId, channelId);
    if (!shortcuts.includes(shortcut)) throw new Error(`The app has no message shortcut ${shortcut}.`);
    const message = workspace.find(channel.id, ts);
    if (message === undefined) throw new Error(`${user.name} sees no message ${ts} in ${channel.name}.`);
    const done = { what: `the shortcut ${shortcut}`, user: user.id, channel: channel.id };
    const answers = createAnswers({ workspace, tell: news.tell, ...done });
    const delivery = await sockets.deliver({
      type: 'interactive',
      accepts_response_payload: false,
      payload: {
        ...frame('message_action', user),
        callback_id: shortcut,
        action_ts: workspace.nextTs(),
        message_ts: ts,
        channel: { id: channel.id, name: channelName(channel) },
        message: drawnMessage(message, workspace, true),
        response_url: urls.issue('actions', channel.id, (body) => answers.take(body, 'response_url')),
      },
    });
    if (delivery.kind === 'acked') return createRun(news, done, { ackMs: delivery.ackMs, from: answers });
    return createRun(news, done, {
      failure: delivery.kind,
      shown: 'We had some trouble connecting. Try again?',
      from: answers,
    });
  };
}
