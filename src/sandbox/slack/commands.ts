import { createAnswers } from './answers.ts';
import type { NewsDesk } from './news.ts';
import { BOT, type Channel, TEAM, type User } from './people.ts';
import type { ResponseUrls } from './response-urls.ts';
import { type CommandRun, createRun, type Failure } from './run.ts';
import type { Sockets } from './sockets.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';
import type { Workspace } from './workspace.ts';

export type Typed = { readonly user: string; readonly channel: string; readonly text: string };

/** What people's doings need of the workspace. */
export type Doing = {
  readonly workspace: Workspace;
  readonly sockets: Sockets;
  readonly urls: ResponseUrls;
  readonly triggers: Triggers;
  readonly news: NewsDesk;
  readonly views: Views;
};

/** Lets people type: a slash command goes to the bot, anything else stands in the channel as their message. */
export function createTyping(doing: Doing, commands: readonly string[]): (typed: Typed) => Promise<CommandRun> {
  const { workspace, sockets, urls, triggers, news } = doing;

  return async (typed) => {
    const { user, channel } = present(workspace, typed.user, typed.channel);
    const said = escaped(typed.text.trim());
    if (!said.startsWith('/')) {
      const posted = workspace.post({ channel: channel.id, user: user.id, text: said });
      return createRun(news, { what: 'a message', user: user.id, channel: channel.id }, { posted });
    }
    const [, command = said, text = ''] = /^(\/\S*)\s*([\s\S]*)$/.exec(said) ?? [];
    const done = { what: command, user: user.id, channel: channel.id };
    if (!commands.includes(command)) {
      return createRun(news, done, { failure: 'unknown_command', shown: `${command} is not a valid command.` });
    }
    const answers = createAnswers({ workspace, tell: news.tell, ...done });
    const delivery = await sockets.deliver({
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: {
        token: 'sandbox',
        team_id: user.team_id,
        team_domain: user.team_id === TEAM.id ? TEAM.domain : user.team_id.toLowerCase(),
        channel_id: channel.id,
        channel_name: channelName(channel),
        user_id: user.id,
        user_name: user.name,
        command,
        text,
        api_app_id: BOT.appId,
        is_enterprise_install: 'false',
        response_url: urls.issue('commands', channel.id, (body) => answers.take(body, 'response_url')),
        trigger_id: triggers.issue(user.id),
      },
    });
    const failed = (failure: Failure, ackMs?: number): CommandRun =>
      createRun(news, done, { failure, shown: `${command} failed with the error "${failure}"`, ackMs, from: answers });
    if (delivery.kind !== 'acked') return failed(delivery.kind);
    const { ackMs, payload } = delivery;
    if (payload !== undefined && (payload.text !== undefined || payload.blocks !== undefined)) {
      const taken = answers.take(payload, 'ack');
      if (!taken.ok) {
        const messages = taken.messages ?? [];
        news.tell({ kind: 'refused', method: 'ack', error: taken.error, messages, channel: channel.id });
        return failed('invalid_command_response', ackMs);
      }
    }
    return createRun(news, done, { ackMs, from: answers });
  };
}

/** The person and the channel of something done; whoever does something in a public channel has joined it. */
export function present(workspace: Workspace, userId: string, channelId: string): { user: User; channel: Channel } {
  const user = workspace.user(userId);
  const channel = workspace.channel(channelId);
  if (user === undefined) throw new Error(`There is no user ${userId} in this workspace.`);
  if (channel === undefined) throw new Error(`There is no channel ${channelId} in this workspace.`);
  if (channel.is_archived) throw new Error(`Nobody can type in ${channel.name}: it is archived.`);
  if (!channel.members.includes(user.id)) {
    if (channel.is_private) throw new Error(`${user.name} is not in the private channel ${channel.name}.`);
    workspace.join(channel.id, user.id);
  }
  return { user, channel };
}

/** As Slack names a channel in a payload. */
export function channelName(channel: Channel): string {
  if (channel.is_im) return 'directmessage';
  return channel.is_private ? 'privategroup' : channel.name;
}

/** Slack hands on what people type with these three escaped. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
