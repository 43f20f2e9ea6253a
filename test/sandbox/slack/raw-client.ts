import { WebSocket } from 'ws';
import { type SandboxSlack, type SlackOptions, startSlack } from '../../../src/sandbox/slack/start.ts';

// Everything here is read as whatever the test says it is: a test may cast.
export type Body = Record<string, unknown> & { readonly ok: boolean; readonly error?: string; readonly ts: string };

export type Called = { readonly status: number; readonly retryAfter: string | null; readonly body: Body };

/** Starts a workspace for one test and stops it when the test ends. */
export async function aSlack(
  test: { after: (end: () => unknown) => void },
  options: SlackOptions = {},
): Promise<SandboxSlack & { call: (method: string, args?: object, how?: How) => Promise<Called> }> {
  const slack = await startSlack({ rates: 'off', ...options });
  test.after(() => slack.stop());
  return Object.create(slack, {
    call: { value: (method: string, args?: object, how?: How) => call(slack, method, args, how) },
  });
}

type How = { readonly token?: string | null; readonly form?: boolean };

/** One Web API call by plain fetch: JSON, or a form whose lists and objects are JSON text. */
export async function call(slack: SandboxSlack, method: string, args: object = {}, how: How = {}): Promise<Called> {
  const token = how.token === undefined ? slack.botToken : how.token;
  const form = () =>
    new URLSearchParams(
      Object.entries(args).map(([key, value]): [string, string] => [
        key,
        typeof value === 'object' ? JSON.stringify(value) : String(value),
      ]),
    );
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(how.form ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
    },
    body: how.form ? form() : JSON.stringify(args),
  });
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as Body) : ({ ok: false, html: text } as unknown as Body);
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body };
}

export type Envelope = {
  readonly type: string;
  readonly envelope_id?: string;
  readonly reason?: string;
  readonly payload: Record<string, unknown> & { readonly response_url: string; readonly trigger_id: string };
};

export type RawSocket = {
  readonly received: readonly Envelope[];
  readonly closed: Promise<number>;
  readonly ws: WebSocket;
};

/** Opens one Socket Mode connection by hand and waits for its hello. `onEnvelope` may answer with an ack's payload. */
export async function connect(
  slack: SandboxSlack,
  onEnvelope: (envelope: Envelope, ack: (payload?: object) => void) => void = (_envelope, ack) => ack(),
): Promise<RawSocket> {
  const opened = await call(slack, 'apps.connections.open', {}, { token: slack.appToken });
  const ws = new WebSocket(String(opened.body.url));
  const received: Envelope[] = [];
  const closed = new Promise<number>((resolve) => ws.once('close', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    ws.once('error', reject);
    ws.on('message', (data) => {
      const envelope = JSON.parse(data.toString()) as Envelope;
      received.push(envelope);
      if (envelope.type === 'hello') resolve();
      if (envelope.envelope_id === undefined) return;
      const { envelope_id } = envelope;
      onEnvelope(envelope, (payload) =>
        ws.send(JSON.stringify({ envelope_id, ...(payload === undefined ? {} : { payload }) })),
      );
    });
  });
  return { received, closed, ws };
}

export const section = (text: string, more: object = {}) => ({
  type: 'section',
  text: { type: 'mrkdwn', text },
  ...more,
});
export const button = (action_id: string, more: object = {}) => ({
  type: 'button',
  action_id,
  text: { type: 'plain_text', text: 'Press' },
  ...more,
});
