import type { Instant } from '../../door/ids.ts';
import type { ChannelId } from '../../incident/incident.ts';
import { type MenuLine, usageOf } from '../messages/help.ts';
import type { Message } from '../messages/message.ts';
import { drawRefusal } from '../messages/refusal.ts';
import { catalogueOf } from '../messages/words/catalogue.ts';
import { count, failures, person } from './answers/asks.ts';
import { door } from './answers/door.ts';
import { doors } from './answers/doors.ts';
import { explain } from './answers/explain.ts';
import { exportRows } from './answers/export.ts';
import { inside } from './answers/inside.ts';
import { readWords } from './arguments.ts';
import { type Asker, wordsFor } from './asker.ts';
import type { Call, Command } from './command.ts';
import { help } from './help.ts';
import { login } from './login.ts';
import type { CommandPorts } from './ports.ts';
import { recent } from './recent.ts';
import { rehearse } from './rehearse/rehearse.ts';
import { status } from './status.ts';
import { testAlert } from './test-alert.ts';
import { unknownCommand } from './unknown-command.ts';
import { whoEntered } from './who-entered.ts';
import { digest } from './wishes/digest.ts';
import { language } from './wishes/language.ts';
import { quiet } from './wishes/quiet.ts';
import { subscribe } from './wishes/subscribe.ts';
import { subscriptions } from './wishes/subscriptions.ts';
import { unsubscribe } from './wishes/unsubscribe.ts';

/** All there is to type. Help, the manifest's usage hint and the README's table are made from this list. */
export const MENU: readonly Command[] = [
  recent,
  whoEntered,
  failures,
  person,
  door,
  doors,
  inside,
  count,
  explain,
  exportRows,
  subscribe,
  unsubscribe,
  subscriptions,
  quiet,
  digest,
  rehearse,
  language,
  status,
  testAlert,
  login,
  help,
];

export type CommandInput = {
  /** What was typed after `/clue`. */
  readonly text: string;
  readonly asker: Asker;
  /** Where it was typed: a channel, or a talk with the bot. */
  readonly channel: ChannelId;
  /** Says to the asker how far the answer has come. */
  readonly progress?: (message: Message) => void;
  /** Slack's leave to open a form before the asker. */
  readonly trigger?: string;
  readonly signal?: AbortSignal;
};

/**
 * Answers a slash command. Guests, people of other companies and whoever Slack does not vouch for get a
 * polite no and nothing else. Problems with CLUe are told in the answer; a throw is a fault of the bot.
 */
export async function runCommand(input: CommandInput, ports: CommandPorts, now: Instant): Promise<Message> {
  const { asker, channel, text, trigger, progress = () => {}, signal } = input;
  const say = wordsFor(asker, ports.locale);
  if (asker.kind !== 'member') return drawRefusal(asker.kind, say);
  const [name] = readWords(text);
  const command = MENU.find((one) => one.name === name?.text.toLowerCase());
  const [, ...words] = readWords(text, command?.shape);
  const call: Call = {
    words,
    typed: `/clue ${text.trim()}`.trim(),
    asker,
    channel,
    ports,
    now,
    menu: MENU,
    say,
    progress,
    ...(trigger !== undefined && { trigger }),
    ...(signal !== undefined && { signal }),
  };
  if (name === undefined) return help.run(call);
  return command === undefined ? unknownCommand(call, name) : command.run(call);
}

/** What everybody reads, whatever their language, is English. */
const ENGLISH = catalogueOf('en');

/** The grey words that Slack shows while somebody types `/clue`. */
export function usageHint(menu: readonly MenuLine[] = MENU): string {
  return menu.map(({ name }) => `${name} ${ENGLISH.help.usage[name]}`.trim()).join(' | ');
}

/** The menu as a Markdown table, for the README. */
export function menuTable(menu: readonly MenuLine[] = MENU): string {
  const rows = menu.map(
    ({ name }) => `| \`${usageOf(name, ENGLISH).replaceAll('|', '\\|')}\` | ${ENGLISH.help.summary[name]} |`,
  );
  return ['| command | answer |', '|---|---|', ...rows].join('\n');
}
