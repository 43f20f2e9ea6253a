import { createInterface } from 'node:readline';
import { styleText } from 'node:util';
import { startDemo } from './demo.ts';
import type { Ephemeral, Message } from './slack/message.ts';
import { renderText } from './slack/terminal.ts';

/** `npm run demo`: the whole bot against the sandbox, told at a terminal, with a prompt to ask it. */

const ASKER = 'U0HANA';
const ASKED_IN = 'C0ALERTS';
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const prompt = createInterface({
  input: process.stdin,
  output: process.stdout,
  terminal: process.stdin.isTTY === true,
});
prompt.setPrompt('> ');

/** Prints above the line that is being typed. */
const print = (text: string): void => {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  process.stdout.write(`${text}\n`);
  if (process.stdin.isTTY) prompt.prompt(true);
};

const clock = (): string => new Date().toLocaleTimeString('en-GB', { timeZone });
const boxed = (text: string): string => text.replace(/^/gm, '  │ ');
const say = (head: string, message: Message | Ephemeral): void =>
  print(
    `\n${styleText('bold', head)}  ${styleText('dim', clock())}\n${boxed(renderText(message, { user: { tz: timeZone, locale: 'en-GB' }, nameOf }))}`,
  );

print(
  [
    styleText('bold', 'CLUe bot, demo'),
    'A simulated CLUe and a Slack workspace on this machine; nothing leaves it, and no account is needed.',
    'In a moment somebody will fail at a door of the Shibuya store. Watch #door-alerts below, and ask:',
    '  /clue recent      /clue who-entered      /clue status      /clue help          (Ctrl-C ends it)',
  ].join('\n'),
);

const demo = await startDemo({
  timeZone,
  onBotLine: (line) => {
    const isTrouble = /"level":"(warn|error)"/.test(line) || !line.startsWith('{');
    if (isTrouble) print(styleText('dim', `bot: ${line}`));
  },
});

/** People and channels as the workspace calls them. */
const nameOf = (id: string): string | undefined =>
  demo.slack.users().find((user) => user.id === id)?.real_name ??
  demo.slack.channels().find((one) => one.id === id)?.name;
const channelName = (id: string): string => `#${nameOf(id) ?? id}`;

demo.slack.on((news) => {
  if (news.kind === 'posted' && news.message.bot_id !== undefined) say(channelName(news.message.channel), news.message);
  if (news.kind === 'changed') say(`${channelName(news.message.channel)} (the message above, edited)`, news.message);
  if (news.kind === 'ephemeral') say('Only visible to you', news.message);
  if (news.kind === 'ephemeral-changed') say('Only visible to you', news.message);
  if (news.kind === 'failed') print(styleText('red', news.shown));
  if (news.kind === 'refused')
    print(styleText('red', `Slack refused ${news.method}: ${news.error} ${news.messages.join(' ')}`));
});

let isStopping = false;
const stop = async (): Promise<void> => {
  if (isStopping) return;
  isStopping = true;
  prompt.close();
  await demo.stop();
  process.exit(0);
};
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
prompt.on('SIGINT', () => void stop());
void demo.bot.ended().then((code) => {
  if (!isStopping) print(styleText('red', `The bot ended with code ${code ?? 'unknown'}.`));
});

prompt.on('line', (line) => {
  const text = line.trim();
  if (text === '') return prompt.prompt();
  const typed = text.startsWith('/') ? text : `/clue ${text}`;
  demo.slack.type({ user: ASKER, channel: ASKED_IN, text: typed }).catch((error: unknown) => print(String(error)));
  return undefined;
});
if (process.stdin.isTTY) prompt.prompt();
