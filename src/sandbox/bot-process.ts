import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type BotNews =
  | { readonly kind: 'started' }
  | { readonly kind: 'line'; readonly line: string }
  /** The code is missing where a signal ended it. */
  | { readonly kind: 'ended'; readonly code?: number };

export type BotProcessOptions = {
  /** The bot's whole environment: it is started as anybody would start it, and knows nothing of the sandbox. */
  readonly env: Readonly<Record<string, string>>;
  /** Hears each line the bot prints; nobody when left out. */
  readonly onLine?: (line: string) => void;
  /** The file that starts it; the bot's own when left out. */
  readonly script?: string;
};

/** The bot as a process of its own, which can be killed and started again. */
export type BotProcess = {
  readonly start: () => void;
  /** Ends it as the power cut would, and resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Asks it to stop, and resolves with its exit code when it is gone. */
  readonly stop: () => Promise<number | undefined>;
  readonly isRunning: () => boolean;
  readonly pid: () => number | undefined;
  /** Calls the listener whenever the bot starts, prints a line or ends; the returned function ends that. */
  readonly on: (listener: (news: BotNews) => void) => () => void;
  /** Resolves when the process ends by itself or otherwise, with its exit code. */
  readonly ended: () => Promise<number | undefined>;
};

/** As `npm start` runs it. */
const START = fileURLToPath(new URL('../../bin/clue-bot.js', import.meta.url));

export function botProcess({ env, onLine = () => {}, script = START }: BotProcessOptions): BotProcess {
  let child: ChildProcess | undefined;
  let ended: Promise<number | undefined> = Promise.resolve(undefined);
  const listeners = new Set<(news: BotNews) => void>();
  const tell = (news: BotNews): void => {
    if (news.kind === 'line') onLine(news.line);
    for (const listener of [...listeners]) listener(news);
  };

  const start = (): void => {
    if (child !== undefined) return;
    const inherited = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };
    const one = spawn(process.execPath, ['--max-semi-space-size=1', '--optimize-for-size', script], {
      env: { ...inherited, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = one;
    for (const stream of [one.stdout, one.stderr]) listen(stream, (line) => tell({ kind: 'line', line }));
    ended = once(one, 'exit').then(([code]) => {
      if (child === one) child = undefined;
      tell({ kind: 'ended', ...(typeof code === 'number' && { code }) });
      return typeof code === 'number' ? code : undefined;
    });
    tell({ kind: 'started' });
  };

  const end = async (signal: NodeJS.Signals): Promise<number | undefined> => {
    child?.kill(signal);
    return await ended;
  };

  return {
    start,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    isRunning: () => child !== undefined,
    pid: () => child?.pid,
    ended: () => ended,
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function listen(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
}
