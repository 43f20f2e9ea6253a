import { createApp } from './app.ts';
import { loadEnv, readConfig, secretsOf } from './config.ts';
import { readableLines } from './log/readable.ts';
import { createLog } from './log.ts';
import { SlackRefusedError } from './slack/identity.ts';
import { StoreError } from './store/errors.ts';

/** The one file that acts when it is run: reads the configuration, starts the bot, and stops it on a signal. */

/** Docker and others kill a process that has not ended ten seconds after it was asked to. */
const STOP_WITHIN_MS = 9_000;

const fail = (...lines: readonly string[]): never => {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
};

const envFault = loadEnv();
if (envFault !== undefined) fail(envFault);

const read = readConfig(process.env);
if (!read.ok) {
  fail(
    'The bot cannot start. Put this right in .env or in the environment:',
    ...read.faults.map((fault) => `  - ${fault}`),
    'Every variable is explained in .env.example. To try the bot without any: npm run demo',
  );
} else {
  const { config } = read;
  const readable = process.stdout.isTTY ? { readable: await readableLines() } : {};
  const log = createLog({ level: config.logLevel, secrets: secretsOf(config), ...readable });
  for (const warning of read.warnings) log.warn(warning);

  const app = createApp(config, log);
  let isStopping = false;
  const stop = async (code: number): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    // What hangs at the end must not keep the process: everything that matters was saved before it was told.
    setTimeout(() => {
      log.warn('stopped without waiting for what hangs; the next start goes on from what is saved');
      process.exit(code);
    }, STOP_WITHIN_MS).unref();
    await app
      .stop()
      .catch((error: unknown) => log.error('the bot could not close everything', { error: String(error) }));
    log.info('stopped');
    process.exit(code);
  };
  process.on('SIGTERM', () => void stop(0));
  process.on('SIGINT', () => void stop(0));

  app.ready().catch((error: unknown) => {
    if (!(error instanceof SlackRefusedError) || isStopping) return;
    log.error(error.message);
    void stop(1);
  });
  try {
    await app.start();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.error(error.message);
    await stop(1);
  }
}
