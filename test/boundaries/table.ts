/** What a room may take from elsewhere. Its own files are always open to it. */
export type Room = {
  /** Rooms, by their path in src. */
  readonly rooms: readonly string[];
  /** Packages and Node's own modules; a trailing * stands for anything. */
  readonly packages: readonly string[];
  /** Packages of which only types may be taken. */
  readonly types?: readonly string[];
  /** Packages that one file of the room alone may take: [the file, the package]. */
  readonly only?: readonly (readonly [file: string, specifier: string])[];
};

const EDGES = [
  'door',
  'asking',
  'incident',
  'watch',
  'reading',
  'clue',
  'slack',
  'slack/messages',
  'slack/commands',
  'store',
  'config',
  'log',
  'health',
];

/**
 * Who may import whom. A file belongs to the room with the longest path that it begins with; `app` is every file that lies
 * in src itself and belongs to no other room.
 */
export const TABLE: Readonly<Record<string, Room>> = {
  door: { rooms: [], packages: [] },
  // Questions as people type them. No package: what it reads must be accounted for to the last word.
  asking: { rooms: ['door'], packages: [] },
  incident: { rooms: ['door'], packages: [] },
  watch: {
    rooms: ['door', 'incident'],
    packages: ['node:timers/promises'],
    only: [['watch/schedule.ts', 'node-cron']],
  },
  reading: { rooms: ['door'], packages: [] },
  clue: { rooms: ['door'], packages: ['undici', 'zod', 'node:*'] },
  'slack/messages': { rooms: ['door', 'asking', 'incident'], packages: [], types: ['@slack/*'] },
  'slack/commands': {
    rooms: ['door', 'asking', 'incident', 'reading', 'slack/messages'],
    packages: [],
    types: ['@slack/*'],
  },
  slack: {
    rooms: ['door', 'asking', 'incident', 'slack/messages', 'slack/commands'],
    packages: ['@slack/*', 'node:*'],
  },
  store: {
    rooms: ['door', 'incident'],
    packages: ['keyv', '@keyv/sqlite', 'zod', 'node:crypto', 'node:fs', 'node:path', 'node:timers/promises'],
    only: [['store/lock.ts', 'node:sqlite']],
  },
  config: { rooms: ['door', 'incident'], packages: ['zod', 'node-cron', 'node:fs'] },
  // Slack's client brings the words for levels that Bolt's Logger speaks in.
  log: { rooms: [], packages: ['pino', 'pino-pretty', 'node:tty', 'node:util'], only: [['log.ts', '@slack/web-api']] },
  // It declares what it asks of the others, so it knows none of them.
  health: { rooms: ['door'], packages: ['node:http', 'node:perf_hooks'], types: ['node:net'] },
  /** What was opened is closed in reverse; it knows nobody. */
  rooms: { rooms: [], packages: [] },
  app: { rooms: [...EDGES, 'rooms'], packages: ['node:*'] },
  // A simulator that shares the bot's parser shares its mistakes, so each part of the sandbox stands on its own.
  'sandbox/clue': { rooms: [], packages: ['node:*', 'ws'] },
  'sandbox/slack': { rooms: [], packages: ['node:*', 'ws'] },
  'sandbox/story': { rooms: ['sandbox/clue'], packages: ['node:*', 'ws'] },
  'sandbox/page/client': {
    rooms: ['sandbox/page', 'sandbox/clue', 'sandbox/slack'],
    packages: ['react', 'react-dom', 'react-dom/client'],
  },
  'sandbox/page': {
    rooms: ['rooms', 'sandbox', 'sandbox/clue', 'sandbox/slack', 'sandbox/story'],
    packages: ['node:*', 'esbuild', 'zod'],
  },
  sandbox: {
    rooms: ['rooms', 'sandbox/page', 'app', 'config', 'log', 'sandbox/clue', 'sandbox/slack', 'sandbox/story'],
    packages: ['node:*'],
  },
};

/** The room of a file, by its path in src. */
export function roomOf(path: string): string | undefined {
  const rooms = Object.keys(TABLE).sort((a, b) => b.length - a.length);
  const room = rooms.find((name) => path.startsWith(`${name}/`) || path === `${name}.ts`);
  return room ?? (path.includes('/') ? undefined : 'app');
}
