import type { ChannelDesks } from './channel-desks.ts';
import type { Instant } from './door/ids.ts';
import type { Zone } from './door/zone.ts';
import { standingFor } from './incident/answers.ts';
import type { Language } from './incident/language.ts';
import type { AnswerPorts, Talk } from './slack/actions/answer-ports.ts';
import { cardAnswers } from './slack/actions/card-answers.ts';
import { ANSWER_BUTTONS, pressAnswer } from './slack/actions/press-answer.ts';
import type { ButtonHandler, Buttons, Modals } from './slack/actions/pressed.ts';
import { showRows } from './slack/actions/show-rows.ts';
import { subscribeAsShown } from './slack/actions/subscribe-as-shown.ts';
import { whatHappened } from './slack/actions/what-happened.ts';
import type { Slack } from './slack/bolt.ts';
import type { CommandPorts } from './slack/commands/ports.ts';
import { SHOW_ROWS, SUBSCRIBE_AS_SHOWN } from './slack/messages/action-ids.ts';
import type { PickMessage } from './slack/shortcuts.ts';
import { writeTo } from './slack/write-to.ts';
import type { IncidentDesk } from './watch/cards.ts';

export type ButtonsOptions = Pick<AnswerPorts, 'asker' | 'log' | 'names'> & {
  readonly desks: ReadonlyMap<string, IncidentDesk>;
  readonly channels: Pick<ChannelDesks, 'of'>;
  readonly zone: Zone;
  readonly language: Language;
  /** The client for answers to people. */
  readonly client: () => Slack['people'];
  readonly now: () => Instant;
  /** What the buttons that show raw rows, and that subscribe to what was rehearsed, need. */
  readonly commands: CommandPorts;
};

/** Every button and modal of the bot's messages, and the shortcut in their menus. */
export function openButtons(options: ButtonsOptions): {
  readonly buttons: Buttons;
  readonly modals: Modals;
  readonly picked: PickMessage;
} {
  const { asker, commands, now } = options;
  const { buttons, modals } = cardAnswers(answerPorts(options));
  const rows: ButtonHandler = {
    isSlow: true,
    run: async ({ value, userId }) => await showRows({ value, asker: await asker(userId) }, commands, now()),
  };
  const shown: ButtonHandler = {
    run: async ({ value, userId }) => await subscribeAsShown({ value, asker: await asker(userId) }, commands, now()),
  };
  const asks = ANSWER_BUTTONS.map((button): readonly [string, ButtonHandler] => [
    button,
    {
      isSlow: true,
      run: async ({ value, userId, channel }) =>
        await pressAnswer({ button, value, channel, asker: await asker(userId) }, commands, now()),
    },
  ]);
  const picked: PickMessage = async ({ userId, ...one }) =>
    await whatHappened({ ...one, asker: await asker(userId) }, commands, now());
  return {
    buttons: { ...buttons, ...Object.fromEntries(asks), [SHOW_ROWS]: rows, [SUBSCRIBE_AS_SHOWN]: shown },
    modals,
    picked,
  };
}

/** What the buttons under a card need, taken from the desks and from Slack's client. */
function answerPorts(options: ButtonsOptions): AnswerPorts {
  const { desks, channels, names, zone, language, asker, client, log, now } = options;
  const talk: Talk = {
    openModal: async (triggerId, view) => {
      await client().views.open({ trigger_id: triggerId, view });
    },
    post: async (channel, { text, blocks }) => {
      const quietly = { unfurl_links: false, unfurl_media: false };
      await client().chat.postMessage({ channel, text, blocks: [...blocks], ...quietly });
    },
    edit: async (channel, ts, { text, blocks }) => {
      await client().chat.update({ channel, ts, text, blocks: [...blocks] });
    },
    write: async (user, message) => await writeTo(client(), user, message),
    whisper: async (channel, user, { text, blocks }) => {
      await client().chat.postEphemeral({ channel, user, text, blocks: [...blocks] });
    },
  };
  return {
    asker,
    log,
    find: ({ desk, incident }) => standingFor(desks.get(desk)?.incidents() ?? [], incident),
    answer: async (desk, message) => {
      await desks.get(desk)?.send(message);
    },
    channel: async (id) => await channels.of(id),
    talk,
    names,
    zone,
    language,
    now,
  };
}
