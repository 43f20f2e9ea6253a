import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Account, type AccountState, createAccountDesk, DEMO_ACCOUNT } from './account.ts';
import { type Answer, refused } from './answer.ts';
import { deliver } from './deliver.ts';
import { createEventsDesk, type IdForm } from './events-desk.ts';
import { createFaultDesk, type Faults } from './faults.ts';
import { createJournal, type JournalEntry } from './journal.ts';
import { createListeners } from './listeners.ts';
import type { SandboxPlace } from './place.ts';
import type { Random } from './seeded-random.ts';
import { ownTimers } from './timers.ts';
import { createTokens } from './tokens.ts';

export type SandboxClueOptions = {
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  /** The server's clock, in Unix milliseconds. */
  readonly now?: () => number;
  /** What differs from the demo's account. */
  readonly account?: Partial<Account>;
  /** A key that is taken in place of a login's access token. */
  readonly apiKey?: string;
  /** The life of an access token, in seconds; 3,600 as in the vendor's sample. */
  readonly tokenLifeS?: number;
  /** A larger `size` is brought down to this in silence; 1,000. */
  readonly maxPageSize?: number;
  /** Places that the account may read from the start; 178 and 179. */
  readonly places?: readonly number[];
  /** Places that exist and belong to somebody else; none. */
  readonly foreignPlaces?: readonly number[];
  readonly ids?: IdForm;
  /** Chooses the gaps between log ids. */
  readonly random?: Random;
};

/** A CLUe on this machine. */
export type SandboxClue = {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string;
  readonly account: Account;
  /** The log of a place of the account; a place that was unknown so far is founded by this. */
  readonly place: (id: number) => SandboxPlace;
  readonly faults: Faults;
  /** Away, it breaks every connection at once. It keeps its port, so that nobody else can take it meanwhile. */
  readonly away: (isAway: boolean) => void;
  readonly accountState: () => AccountState;
  readonly setAccount: (state: AccountState) => void;
  /** Every access token issued so far counts as expired; refresh tokens stay good. */
  readonly expireTokens: () => void;
  /** Every access and refresh token issued so far is invalid, as if somebody else had logged in. */
  readonly revokeTokens: () => void;
  /** Whether the two renewal calls exist; they are beyond the vendor's guide. They do from the start. */
  readonly offerRenewal: (isOffered: boolean) => void;
  /** The requests so far, oldest first (the last 10,000). */
  readonly journal: readonly JournalEntry[];
  /** Login requests so far, the refused ones too. */
  readonly logins: number;
  /** Calls the listener each time somebody got a new access token; the returned function ends that. */
  readonly whenSignedIn: (listener: () => void) => () => void;
  readonly stop: () => Promise<void>;
};

const LOGIN = '/v1/accounts/login/phone';
const RENEW_ACCESS = '/v1/accounts/access-token';
const RENEW_REFRESH = '/v1/accounts/refresh-token';
const LONGEST_BODY_BYTES = 65_536;

/** Starts a CLUe on 127.0.0.1. It throws when the port is taken. */
export async function startClue(options: SandboxClueOptions = {}): Promise<SandboxClue> {
  const { now = Date.now, port = 0 } = options;
  const account = { ...DEMO_ACCOUNT, ...options.account };
  const tokens = createTokens(now, options.tokenLifeS ?? 3_600);
  const accountDesk = createAccountDesk(account, tokens);
  const events = createEventsDesk({ ...options, now, tokens });
  const faults = createFaultDesk(now);
  const journal = createJournal();
  const timers = ownTimers();
  const signedIn = createListeners();
  let renewalOffered = true;
  let isAway = false;
  let logins = 0;

  const answerTo = (method: string, url: URL, headers: IncomingMessage['headers'], body: unknown): Answer => {
    const path = url.pathname;
    const placeText = events.placeTextOf(path);
    if (placeText !== undefined)
      return method === 'GET' ? events.answer(placeText, url, headers) : refused(405, 'e1006');
    const isRenewal = path === RENEW_ACCESS || path === RENEW_REFRESH;
    if (path !== LOGIN && !(isRenewal && renewalOffered)) return refused(404, 'e1007');
    if (method !== 'POST') return refused(405, 'e1006');
    if (path === LOGIN) return accountDesk.login(body);
    return path === RENEW_ACCESS ? accountDesk.renewAccess(body) : accountDesk.renewRefresh(body);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', headers } = request;
    const url = URL.parse(request.url ?? '/', 'http://127.0.0.1') ?? new URL('http://127.0.0.1/');
    const path = url.pathname;
    const noteStatus = journal.begin({ method, path, query: url.search.slice(1), at: now() });
    if (path === LOGIN && method === 'POST') logins += 1;
    const placeText = events.placeTextOf(path);
    const place = placeText === undefined ? undefined : events.placeIdOf(placeText);
    const spoiling = faults.meet({ path, ...(place !== undefined && { place }) });
    const body = await readJson(request);
    if (spoiling.slowMs > 0) await new Promise<void>((resolve) => timers.after(spoiling.slowMs, resolve));
    const answer = answerTo(method, url, headers, body);
    const isWhole = deliver(response, answer, spoiling);
    if (response.headersSent) noteStatus(response.statusCode);
    if (!isWhole || answer.status !== 200) return;
    if (place !== undefined) events.wasRead(place);
    if (path === LOGIN || path === RENEW_ACCESS) signedIn.tell();
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      // A caller who broke off needs no answer; anything else is a fault of this server, told as one.
      if (response.headersSent || request.destroyed) response.destroy();
      else
        response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify(refused(500, 'e1000').body));
    });
  });
  server.on('connection', (socket) => {
    if (isAway) socket.destroy();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sandbox CLUe has no port.');
  let stopping: Promise<void> | undefined;

  return {
    url: `http://127.0.0.1:${address.port}`,
    account,
    place: events.place,
    faults: { add: faults.add, clear: faults.clear, active: faults.active },
    away(away) {
      isAway = away;
      if (away) server.closeAllConnections();
    },
    accountState: accountDesk.state,
    setAccount: accountDesk.set,
    expireTokens: () => tokens.expire('ac'),
    revokeTokens: tokens.revoke,
    offerRenewal(isOffered) {
      renewalOffered = isOffered;
    },
    get journal() {
      return journal.entries();
    },
    get logins() {
      return logins;
    },
    whenSignedIn: signedIn.add,
    stop() {
      stopping ??= new Promise((resolve) => {
        timers.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return stopping;
    },
  };
}

/** The body as JSON; `undefined` when it is empty, too long or no JSON: the desks then miss their fields. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let lengthBytes = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    lengthBytes += bytes.length;
    if (lengthBytes <= LONGEST_BODY_BYTES) chunks.push(bytes);
  }
  if (lengthBytes === 0 || lengthBytes > LONGEST_BODY_BYTES) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
