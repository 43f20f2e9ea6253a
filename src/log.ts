import { isatty } from 'node:tty';
import { inspect } from 'node:util';
import { LogLevel as BoltLevel, type Logger as BoltLogger } from '@slack/web-api';
import { pino } from 'pino';
import { plain } from './log/plain.ts';
import type { Readable } from './log/readable.ts';
import { createScrub } from './log/scrub.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Where the bot speaks to whoever runs it. Tokens, passwords and phone numbers never come out, wherever they went in. */
export type Log = {
  readonly debug: (message: string, fields?: object) => void;
  readonly info: (message: string, fields?: object) => void;
  readonly warn: (message: string, fields?: object) => void;
  readonly error: (message: string, fields?: object) => void;
  /**
   * An error line, and the message once more as a plain sentence on standard error: for what nobody can be told in Slack.
   * Where both would stand on the same terminal it is said once.
   */
  readonly alarm: (message: string, fields?: object) => void;
  /**
   * A logger for Bolt, a receiver or a WebClient, whose name it gives to each line. Slack's libraries log whole payloads,
   * with people's names in them, at debug: they do so only when the log itself is at debug.
   */
  readonly bolt: (name: string) => BoltLogger;
};

export type LogOptions = {
  readonly level: LogLevel;
  /** Makes readable text of each line, for a terminal; JSON where it is left out. */
  readonly readable?: Readable;
  /** Values to keep out of every line, in whatever spelling. */
  readonly secrets: readonly string[];
  /** Takes one line a call, with its line end. Standard output, written at once, where it is left out. */
  readonly destination?: { readonly write: (line: string) => unknown };
  /** Takes the sentences of alarms, with their line ends. Standard error, written at once, where it is left out. */
  readonly alarms?: { readonly write: (sentence: string) => unknown; readonly isTTY?: boolean };
};

/** Opens the log: one JSON object a line, or readable text. Lines are written before the call returns. */
export function createLog(options: LogOptions): Log {
  const { level, readable, secrets, destination = pino.destination({ dest: 1, sync: true }) } = options;
  const { alarms = standardError() } = options;
  const scrub = createScrub(secrets);
  const write = (line: string): void => {
    const scrubbed = scrub.line(line);
    destination.write(readable === undefined ? scrubbed : readable(harmless(scrubbed)));
  };
  const printer = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Errors are made plain below, whichever field they come in.
      serializers: { err: (error: unknown) => error },
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  const say =
    (at: LogLevel) =>
    (message: string, fields?: object): void => {
      if (printer.isLevelEnabled(at)) printer[at](fieldsOf(fields), message);
    };
  const log = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
  const alarm = (message: string, fields?: object): void => {
    log.error(message, fields);
    // A log that is readable stands on a terminal; it has said it already to whoever sits there.
    if (readable !== undefined && alarms.isTTY === true) return;
    alarms.write(`${onOneLine(scrub.text(message))}\n`);
  };
  return { ...log, alarm, bolt: (name) => boltLogger(log, level, name) };
}

function standardError(): NonNullable<LogOptions['alarms']> {
  const stream = pino.destination({ dest: 2, sync: true });
  return { write: (sentence) => stream.write(sentence), isTTY: isatty(2) };
}

/** Bolt's own way to speak: any number of values at once, and a level and a name that its libraries may change. */
function boltLogger(log: Omit<Log, 'bolt' | 'alarm'>, initial: LogLevel, initialName: string): BoltLogger {
  let level = BOLT_LEVELS[initial];
  let from = initialName;
  const say =
    (at: LogLevel) =>
    (...parts: readonly unknown[]): void => {
      if (WEIGHT[at] < WEIGHT[level]) return;
      const error = parts.find((part) => part instanceof Error);
      const message = parts.map((part) => (part instanceof Error ? part.message : asText(part))).join(' ');
      log[at](message, error === undefined ? { from } : { from, err: error });
    };
  return {
    debug: say('debug'),
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    getLevel: () => level,
    setLevel: (next) => {
      level = next;
    },
    setName: (next) => {
      from = next;
    },
  };
}

const BOLT_LEVELS = { debug: BoltLevel.DEBUG, info: BoltLevel.INFO, warn: BoltLevel.WARN, error: BoltLevel.ERROR };
const WEIGHT: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

const asText = (part: unknown): string =>
  typeof part === 'string' ? part : inspect(part, { depth: 4, breakLength: Number.POSITIVE_INFINITY });

/** The line's own three fields cannot be set from outside: one called `time` becomes `time_`. */
function fieldsOf(fields: object | undefined): Record<string, unknown> {
  if (fields === undefined) return {};
  const shown = fields instanceof Error ? { err: fields } : fields;
  return Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [/^(level|time|msg)$/.test(name) ? `${name}_` : name, plain(value)]),
  );
}

/** A sentence for a terminal: nothing in it moves the cursor. */
const onOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

/** What CLUe calls a person may hold control characters, and a terminal obeys them. Line ends and tabs may stay. */
function harmless(line: string): string {
  return line
    .replace(/\\(?:\\|u00[01][0-9a-f]|[bfr])/g, (mark) => (mark === '\\\\' ? mark : '\\ufffd'))
    .replace(/[\u007f-\u009f]/g, '\ufffd');
}
