import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { openRooms } from '../../rooms.ts';
import type { Demo } from '../demo.ts';
import { parseJson } from '../slack/json.ts';
import { keepBotDiary } from './bot-diary.ts';
import { brokenClient, bundleClient, type ClientFiles } from './bundle.ts';
import { DOCUMENTS, documentOf } from './document.ts';
import { createDoings } from './doings.ts';
import { createFaultSwitches } from './faults.ts';
import { galleryItems } from './gallery-items.ts';
import { GUARDED, refusalOf } from './gate.ts';
import { listenOn } from './listen-on.ts';
import { type PageSources, pageState } from './page-state.ts';
import { PERSONAS } from './personas.ts';
import { readBody } from './read-body.ts';
import { readDoing } from './read-doing.ts';
import { createReadMarks } from './read-marks.ts';
import { keepSlackDiary } from './slack-diary.ts';
import type { DoingAnswer } from './state.ts';
import { createStream } from './stream.ts';

export type PageOptions = {
  readonly demo: Demo;
  /** Tried first; where it is taken, or left out, the system chooses a free one. */
  readonly port?: number;
  /** The clock of `PageState.now`, in milliseconds since 1970. */
  readonly now?: () => number;
  /** Makes the client's files; esbuild, from the sources, when left out. */
  readonly bundle?: () => Promise<ClientFiles>;
};

export type Page = {
  /** `http://127.0.0.1:PORT`, without a slash at its end; `/gallery` is there too. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};

/**
 * Serves the demo's page on 127.0.0.1: the workspace and the building as they stand, and what somebody does with them.
 * It resolves at once; the client is bundled meanwhile, and a browser that asks for it early waits for that.
 */
export async function startPage({ demo, port, now = Date.now, bundle = bundleClient }: PageOptions): Promise<Page> {
  const server = createServer();
  const ownPort = await listenOn(server, port);
  const client = bundle().catch(brokenClient);
  const rooms = openRooms();
  let version = 1;
  const stream = rooms.add(createStream({ text: () => stateText() }), (it) => it.stop());
  const changed = (): void => {
    version += 1;
    stream.changed();
  };

  const switches = rooms.add(createFaultSwitches({ ...demo, changed }), (it) => it.stop());
  const isAskedFor = (error: string): boolean => error === 'ratelimited' && switches.state().slack === 'rate-limited';
  const marks = createReadMarks(changed);
  const sources: PageSources = {
    demo,
    switches,
    marks,
    slackDiary: rooms.add(keepSlackDiary({ slack: demo.slack, now, isAskedFor, changed }), (it) => it.stop()),
    botDiary: rooms.add(keepBotDiary(demo.bot, changed), (it) => it.stop()),
  };
  for (const building of Object.values(demo.buildings)) rooms.add(building.whenChanged(changed), (stop) => stop());
  // Somebody who looks for the bot finds its direct message without having written to it.
  for (const { id } of PERSONAS) demo.slack.directMessage(id);
  const stateText = (): string => JSON.stringify(pageState(sources, version, now()));
  const carryOut = createDoings({ demo, switches, marks });

  const get = async (path: string, response: ServerResponse): Promise<void> => {
    if (path === '/' || path === '/gallery') return send(response, 200, HTML, documentOf(DOCUMENTS[path]));
    if (path === '/state') return send(response, 200, JSON_TYPE, stateText());
    if (path === '/events') return stream.join(response, GUARDED);
    if (path === '/gallery.json') return send(response, 200, JSON_TYPE, JSON.stringify(await galleryItems()));
    if (!/\.(js|css)$/.test(path)) return sendAnswer(response, 404, { ok: false, error: `There is no ${path} here.` });
    const file = (await client).get(path.slice(1));
    if (file !== undefined) return send(response, 200, file.contentType, file.bytes);
    return send(response, 404, 'text/plain; charset=utf-8', 'The client has no such file.');
  };
  const doSomething = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (body === undefined) return sendAnswer(response, 413, { ok: false, error: 'That is too long.' });
    const read = readDoing(parseJson(body));
    if (!read.ok) return sendAnswer(response, 400, read);
    const answer = await carryOut(read.doing);
    return sendAnswer(response, answer.ok ? 200 : 409, answer);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = refusalOf(request, ownPort);
    if (refused !== undefined) return sendAnswer(response, refused.status, { ok: false, error: refused.error });
    const path = URL.parse(request.url ?? '/', 'http://127.0.0.1')?.pathname ?? '/';
    if (request.method === 'GET') return await get(path, response);
    if (request.method === 'POST' && path === '/do') return await doSomething(request, response);
    return sendAnswer(response, 405, { ok: false, error: 'Things are read by GET, and done by POST /do.' });
  };

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendAnswer(response, 500, { ok: false, error: error instanceof Error ? error.message : String(error) });
    });
  });
  let stopping: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await rooms.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    await client;
  };
  return {
    url: `http://127.0.0.1:${ownPort}`,
    stop() {
      stopping ??= close();
      return stopping;
    },
  };
}

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

function send(response: ServerResponse, status: number, contentType: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    ...GUARDED,
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

function sendAnswer(response: ServerResponse, status: number, answer: DoingAnswer): void {
  // What is refused before its body was read leaves a connection that cannot be used again.
  if (status !== 200) response.setHeader('connection', 'close');
  send(response, status, JSON_TYPE, JSON.stringify(answer));
}
