import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the server sends. `hang` never answers; `cut` promises more bytes than it sends and hangs up. */
export type Reply =
  | {
      readonly status?: number;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
      readonly cut?: true;
    }
  | 'hang'
  | 'hang up';

export type Seen = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

type Answerer = (seen: Seen) => Reply | Promise<Reply>;

export type ClueServer = {
  readonly baseUrl: string;
  readonly seen: Seen[];
  readonly logins: () => number;
  readonly refreshes: () => number;
  readonly pages: () => number;
  /** Tokens that the events endpoint accepts; a login or a renewal adds one. */
  readonly valid: Set<string>;
  /** How long the tokens of a login live, in seconds. */
  lifeS: number;
  onLogin: Answerer;
  onRefresh: Answerer;
  onEvents: Answerer;
  /** A token that the server accepts. */
  issue(): string;
  close(): Promise<void>;
};

export const LOGIN = {
  kind: 'login',
  countryCode: 'kr',
  phone: '0199887766',
  password: 'Pa$sw0rd-of-the-test',
  accountType: 'BUSINESS_OWNER',
  authDeviceType: 'MOBILE_APP',
} as const;

/** CLUe's error envelope. */
export const refusal = (status: number, code: string, field = 'password', value: string = LOGIN.password): Reply => ({
  status,
  body: {
    errors: [
      { code, message: `Invalid ${value}`, details: [{ message: value, field, rejectedValue: value }], referedUrl: '' },
    ],
  },
});

export const success = (data: unknown, total?: number): Reply => ({
  body: { code: 200, status: true, message: 'OK', ...(total !== undefined && { total }), data },
});

/** A CLUe on a free port of this machine that knows one account and answers as it is told. */
export async function startClue(prefix = ''): Promise<ClueServer> {
  let issued = 0;
  const server: Server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const clue: ClueServer = {
    baseUrl: `http://127.0.0.1:${port}${prefix}`,
    seen: [],
    logins: () => clue.seen.filter((seen) => seen.path.endsWith('/login/phone')).length,
    refreshes: () => clue.seen.filter((seen) => seen.path.endsWith('/access-token')).length,
    pages: () => clue.seen.filter((seen) => seen.method === 'GET').length,
    valid: new Set(),
    lifeS: 3600,
    onLogin: (seen) => {
      const { kind: _, ...expected } = LOGIN;
      if (seen.body !== JSON.stringify(expected)) return refusal(400, 'a1003');
      const data = { accountId: 1, accountStatus: 'ACTIVE', name: 'diaz', phone: LOGIN.phone };
      return success({ ...data, accessToken: clue.issue(), refreshToken: `refresh-secret-${issued}` });
    },
    onRefresh: () => refusal(401, 'a1011', 'refreshToken', 'refresh-secret'),
    onEvents: (seen) => {
      const token = seen.headers.authorization?.replace(/^Bearer /, '') ?? '';
      return clue.valid.has(token) ? success([], 0) : refusal(401, 'a1028', 'token', token);
    },
    issue: () => {
      issued += 1;
      const iat = 1_670_804_253 + issued;
      const token = ['access-secret', { ttc: 'ac', iat, exp: iat + clue.lifeS }, `sign${issued}`]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      clue.valid.add(token);
      return token;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://clue');
    const body = await text(request);
    const { method = '', headers } = request;
    const query = Object.fromEntries(url.searchParams);
    const seen: Seen = { method, path: url.pathname, query, url: request.url ?? '', headers, body };
    clue.seen.push(seen);
    send(response, await answererOf(seen)(seen));
  }

  function answererOf(seen: Seen): Answerer {
    if (seen.method === 'POST' && seen.path === `${prefix}/v1/accounts/login/phone`) return clue.onLogin;
    if (seen.method === 'POST' && seen.path === `${prefix}/v1/accounts/access-token`) return clue.onRefresh;
    if (seen.method === 'GET' && seen.path.startsWith(`${prefix}/v1/events/places/`)) return clue.onEvents;
    return () => ({ status: 404, body: '<h1>no such page</h1>' });
  }
  return clue;
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if (reply === 'hang up') {
    response.destroy();
    return;
  }
  const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? '');
  response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
  if (reply.cut === undefined) {
    response.end(body);
    return;
  }
  response.write(body, () => response.destroy());
}
