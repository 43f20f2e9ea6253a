import type { ChannelDesks } from './channel-desks.ts';
import type { Instant } from './door/ids.ts';
import type { Zone } from './door/zone.ts';
import { standingFor } from './incident/answers.ts';
import type { Language } from './incident/language.ts';
import { accessActions } from './slack/actions/access/access-actions.ts';
import type { AnswerPorts, Talk } from './slack/actions/answer-ports.ts';
import { cardAnswers } from './slack/actions/card-answers.ts';
import {
  type GuardedButtons,
  type GuardedModals,
  guardButton,
  guardButtons,
  guardModals,
} from './slack/actions/guard.ts';
import { answerButtons } from './slack/actions/press-answer.ts';
import type { ButtonHandler } from './slack/actions/pressed.ts';
import { showRows } from './slack/actions/show-rows.ts';
import { stopReading } from './slack/actions/stop-reading.ts';
import { subscribeAsShown } from './slack/actions/subscribe-as-shown.ts';
import { whatHappened } from './slack/actions/what-happened.ts';
import type { Slack } from './slack/bolt.ts';
import type { CommandPorts } from './slack/commands/ports.ts';
import { SHOW_ROWS, STOP_READING, SUBSCRIBE_AS_SHOWN, WHAT_HAPPENED } from './slack/messages/action-ids.ts';
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

/** Every button and modal of the bot's messages, and the shortcut in their menus, each behind the same door. */
export function openButtons(options: ButtonsOptions): {
  readonly buttons: GuardedButtons;
  readonly modals: GuardedModals;
  readonly picked: PickMessage;
} {
  const { asker, commands, now } = options;
  const ports = answerPorts(options);
  const { buttons, modals } = cardAnswers(ports);
  const rows: ButtonHandler = {
    shows: 'names',
    least: 'viewer',
    isSlow: true,
    run: async ({ value, userId, ports: seen, say, now: at }) =>
      await showRows({ value, userId }, seen, { say, now: at, timeZone: seen.timeZone }),
  };
  const shown: ButtonHandler = {
    shows: 'names',
    least: 'viewer',
    run: async ({ value, asker: who, ports: seen, now: at }) => await subscribeAsShown({ value, asker: who }, seen, at),
  };
  const stop: ButtonHandler = {
    shows: 'nothing',
    least: 'viewer',
    run: async ({ value, userId, ports: { waits }, say }) => stopReading({ value, userId, say }, waits),
  };
  const guard = { asker, commands, now, write: ports.talk.write };
  const picked: PickMessage = async (one) => {
    const tell: ButtonHandler = { shows: 'names', least: 'viewer', run: async (by) => await whatHappened(one, by) };
    const { userId, channel, ts, incident = ts } = one;
    return await guardButton(WHAT_HAPPENED, tell, guard).run({ userId, channel, ts, value: incident, triggerId: '' });
  };
  const access = accessActions({ ...ports, commands });
  return {
    buttons: guardButtons(
      {
        ...buttons,
        ...access.buttons,
        ...answerButtons(),
        [SHOW_ROWS]: rows,
        [STOP_READING]: stop,
        [SUBSCRIBE_AS_SHOWN]: shown,
      },
      guard,
    ),
    modals: guardModals({ ...modals, ...access.modals }, guard),
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
