import type { App, MessageShortcut } from '@slack/bolt';
import { type ChannelId, channelId } from '../incident/incident.ts';
import type { MessagePicked } from './actions/what-happened.ts';
import { type AnswerLog, answerPerson } from './answer.ts';
import { KEY_TYPE } from './card-key.ts';
import { WHAT_HAPPENED } from './messages/action-ids.ts';
import type { Message } from './messages/message.ts';

/** What the shortcut of a message is answered with, to whoever used it alone. */
export type PickMessage = (picked: MessagePicked) => Promise<Message | undefined>;

export type ShortcutsOptions = {
  readonly run: PickMessage;
  readonly asking: (userId: string) => Message;
  readonly failed: (userId: string) => Message;
  readonly log: AnswerLog;
};

/** Hears the shortcut "What happened at this door then?" on any message. */
export function hearShortcuts(app: App, { run, asking, failed, log }: ShortcutsOptions): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: WHAT_HAPPENED },
    async ({ ack, respond, shortcut }) => {
      const { user, message } = shortcut;
      const channel: ChannelId = channelId(shortcut.channel.id);
      const incident = incidentIn(message.metadata);
      await answerPerson({
        ack,
        respond,
        run: () =>
          run({
            userId: user.id,
            channel,
            ts: message.ts,
            buttons: buttonsIn(message.blocks),
            ...(incident !== undefined && { incident }),
          }),
        asking: () => asking(user.id),
        failed: () => failed(user.id),
        log,
        replaces: false,
      });
    },
  );
}

/** The incident's id, where the message carries the bot's own key. */
function incidentIn(metadata: unknown): string | undefined {
  const { event_type: type, event_payload: payload } = partsOf(metadata);
  const { incident } = partsOf(payload);
  return type === KEY_TYPE && typeof incident === 'string' ? incident : undefined;
}

function buttonsIn(blocks: unknown): MessagePicked['buttons'] {
  return listOf(blocks)
    .flatMap((block) => listOf(partsOf(block).elements))
    .flatMap((element) => {
      const { action_id: action, value } = partsOf(element);
      return typeof action === 'string' && typeof value === 'string' ? [{ action, value }] : [];
    });
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const partsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
