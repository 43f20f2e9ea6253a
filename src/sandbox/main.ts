import { createInterface } from 'node:readline';
import { styleText } from 'node:util';
import { startDemo } from './demo.ts';
import { isTrouble } from './page/bot-diary.ts';
import { startPage } from './page/start-page.ts';
import type { Ephemeral, Message } from './slack/message.ts';
import { renderText } from './slack/terminal.ts';

/** `npm run demo`: the whole bot against the sandbox, on a page and at a terminal, with a prompt to ask it. */

/** An owner whose language is English, as the terminal's is. */
const ASKER = 'U0OLIVER';
const ASKED_IN = 'C0ALERTS';
/** Where the page is when nobody else is there: one can keep it open over many demos. */
const PAGE_PORT = 4178;
/** Slack shows a time in each reader's own zone, and so does the terminal; the doors themselves are in Tokyo. */
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const prompt = createInterface({
  input: process.stdin,
  output: process.stdout,
  terminal: process.stdin.isTTY === true,
});
prompt.setPrompt('> ');

let isStopping = false;
/** Shows the prompt; not any more once it is closed. */
const showPrompt = (keepsLine = false): void => {
  if (process.stdin.isTTY && !isStopping) prompt.prompt(keepsLine);
};

/** Prints above the line that is being typed. */
const print = (text: string): void => {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  process.stdout.write(`${text}\n`);
  showPrompt(true);
};

const clock = (): string => new Date().toLocaleTimeString('en-GB', { timeZone });
const boxed = (text: string): string => text.replace(/^/gm, '  │ ');
const say = (head: string, message: Message | Ephemeral): void =>
  print(
    `\n${styleText('bold', head)}  ${styleText('dim', clock())}\n${boxed(renderText(message, { user: { tz: timeZone, locale: 'en-GB' }, nameOf }))}`,
  );

const demo = await startDemo({
  onBotLine: (line) => {
    if (isTrouble(line)) print(styleText('dim', `bot: ${line}`));
  },
});
const page = await startPage({ demo, port: PAGE_PORT });

print(
  [
    styleText('bold', 'CLUe bot, demo'),
    'A simulated CLUe and a Slack workspace on this machine; nothing leaves it, and no account is needed.',
    '',
    `  Open ${styleText(['bold', 'underline'], page.url)} to see it, and to play at its doors.`,
    '',
    'In a moment somebody will fail at a door of the Shibuya store (told faster than it happened).',
    'Watch #door-alerts there or below, and ask:',
    '  /clue recent      /clue who-entered      /clue status      /clue help          (Ctrl-C ends it)',
  ].join('\n'),
);

/** People and channels as the workspace calls them. */
const nameOf = (id: string): string | undefined =>
  demo.slack.users().find((user) => user.id === id)?.real_name ??
  demo.slack.channels().find((one) => one.id === id)?.name;
const channelName = (id: string): string => `#${nameOf(id) ?? id}`;

demo.slack.on((news) => {
  if (news.kind === 'posted' && news.message.bot_id !== undefined) say(channelName(news.message.channel), news.message);
  if (news.kind === 'changed') say(`${channelName(news.message.channel)} (an earlier message, edited)`, news.message);
  if (news.kind === 'ephemeral') say('Only visible to you', news.message);
  if (news.kind === 'ephemeral-changed') say('Only visible to you', news.message);
  if (news.kind === 'failed') print(styleText('red', news.shown));
  if (news.kind === 'refused')
    print(styleText('red', `Slack refused ${news.method}: ${news.error} ${news.messages.join(' ')}`));
});

const stop = async (): Promise<void> => {
  if (isStopping) return;
  isStopping = true;
  prompt.close();
  await page.stop();
  await demo.stop();
  process.exit(0);
};
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
prompt.on('SIGINT', () => void stop());
demo.bot.on((news) => {
  if (isStopping || news.kind === 'line') return;
  if (news.kind === 'started') print('The bot was started again.');
  else print(styleText('red', `The bot ended ${news.code === undefined ? 'by a signal' : `with code ${news.code}`}.`));
});

prompt.on('line', (line) => {
  const text = line.trim();
  if (text === '') return showPrompt();
  const typed = text.startsWith('/') ? text : `/clue ${text}`;
  demo.slack.type({ user: ASKER, channel: ASKED_IN, text: typed }).catch((error: unknown) => print(String(error)));
  return undefined;
});
showPrompt();
