import { QUESTION, readWords, type Word } from '../../asking/words.ts';
import type { Instant } from '../../door/ids.ts';
import { isAtLeast } from '../../incident/access.ts';
import type { ChannelId } from '../../incident/incident.ts';
import { type MenuLine, usageOf } from '../messages/help.ts';
import type { Message } from '../messages/message.ts';
import { drawRefusal } from '../messages/refusal.ts';
import { catalogueOf } from '../messages/words/catalogue.ts';
import { audit } from './access/audit.ts';
import { link } from './access/link.ts';
import { portsFor, withoutNames } from './access/nameless.ts';
import { names } from './access/names.ts';
import { release } from './access/release.ts';
import { count, failures, person } from './answers/asks.ts';
import { door } from './answers/door.ts';
import { doors } from './answers/doors.ts';
import { explain } from './answers/explain.ts';
import { exportRows } from './answers/export.ts';
import { inside } from './answers/inside.ts';
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
  names,
  link,
  audit,
  login,
  help,
];

export type CommandInput = {
  /** What was typed after `/clue`. */
  readonly text: string;
  readonly asker: Asker;
  /** Where it was typed: a channel, or a talk with the bot. */
  readonly channel: ChannelId;
  /** Why somebody is looked up, where it was asked for in a form. */
  readonly reason?: string;
  /** Says to the asker how far the answer has come. */
  readonly progress?: (message: Message) => void;
  /** Slack's leave to open a form before the asker. */
  readonly trigger?: string;
  readonly signal?: AbortSignal;
};

/**
 * Answers a slash command. Guests, people of other companies and whoever Slack does not vouch for get a
 * polite no and nothing else; a member gets what their role may see. Problems with CLUe are told in the answer; a throw is a
 * fault of the bot.
 */
export async function runCommand(input: CommandInput, ports: CommandPorts, now: Instant): Promise<Message> {
  const { asker, channel, text, trigger, progress = () => {}, signal } = input;
  const say = wordsFor(asker, ports.locale);
  if (asker.kind !== 'member') return drawRefusal(asker.kind, say);
  const [name] = readWords(text);
  const command = MENU.find((one) => one.name === name?.text.toLowerCase()) ?? help;
  if (!isAtLeast(asker.role, command.least)) return drawRefusal('not-admin', say);
  const { words, reason = input.reason } = readReason(text, command);
  const call: Call = {
    words,
    typed: `/clue ${text.trim()}`.trim(),
    asker,
    channel,
    ports: command.shows === 'names' ? portsFor(asker, ports) : withoutNames(ports),
    now,
    menu: MENU,
    say,
    progress,
    ...(reason !== undefined && { reason }),
    ...(trigger !== undefined && { trigger }),
    ...(signal !== undefined && { signal }),
  };
  if (name !== undefined && name.text.toLowerCase() !== command.name) return unknownCommand(call, name);
  if (command.shows !== 'names') return command.run(call);
  const answer = await command.run(call);
  const asked = `/clue ${[name?.text ?? '', ...words.map((word) => word.typed)].join(' ')}`.trim();
  return await release({
    answer,
    asker,
    asked,
    channel,
    text,
    ports,
    say,
    ...(reason !== undefined && { reason }),
    ...(trigger !== undefined && { trigger }),
  });
}

/** What was typed after the command's name, without the reason that can stand anywhere in a question which names people. */
function readReason(text: string, { shows, shape = QUESTION }: Command): { words: readonly Word[]; reason?: string } {
  if (shows !== 'names') return { words: readWords(text, shape).slice(1) };
  const all = readWords(text, { ...shape, keys: [...shape.keys, 'reason'] }).slice(1);
  const given = all.filter((word) => word.key === 'reason' && word.text !== '').map((word) => word.text);
  return {
    words: all.filter((word) => word.key !== 'reason'),
    ...(given.length > 0 && { reason: given.join(', ') }),
  };
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
