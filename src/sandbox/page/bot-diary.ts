import type { BotProcess } from '../bot-process.ts';
import type { BotState } from './state.ts';

/** Whether the bot runs, and the newest of what troubled it. */
export type BotDiary = { readonly state: () => BotState; readonly stop: () => void };

const KEPT_LINES = 50;

export function keepBotDiary(bot: BotProcess, changed: () => void): BotDiary {
  let log: readonly string[] = [];
  const stop = bot.on((news) => {
    if (news.kind === 'line') {
      if (!isTrouble(news.line)) return;
      log = [...log, news.line].slice(-KEPT_LINES);
    }
    changed();
  });
  return { state: () => ({ running: bot.isRunning(), log }), stop };
}

/** Whether the bot printed this line as a warning or worse; what is no line of its log was printed in distress. */
export function isTrouble(line: string): boolean {
  return /"level":"(warn|error|fatal)"/.test(line) || !line.startsWith('{');
}
