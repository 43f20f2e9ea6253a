import { Agent, interceptors, request } from 'undici';
import { type Instant, instant } from '../door/ids.ts';
import { failed, ok, type Result } from '../door/problem.ts';
import { problemOfAbort, problemOfFailure } from './errors.ts';
import { readRetryAfter } from './retry-after.ts';
import { wholeAnswer } from './whole-answer.ts';

/** One question over HTTP. A question with a `body` is sent as JSON. */
export type Question = {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
};

/** What came back, whatever its status. */
export type Answer = {
  readonly status: number;
  readonly text: string;
  /** Set for a 429 alone. */
  readonly retryAfterMs?: number;
};

export type Transport = {
  /** Asks, and answers with what came back, or with why nothing whole did. */
  ask(question: Question): Promise<Result<Answer>>;
  /** Ends all connections at once; questions under way fail. */
  close(): Promise<void>;
};

export type TransportOptions = {
  readonly now?: () => Instant;
  readonly connectTimeoutMs?: number;
  /** How long the first byte of an answer may take, and each pause in its body. */
  readonly silenceTimeoutMs?: number;
  /** How long one question may take with all its repetitions. */
  readonly totalTimeoutMs?: number;
  readonly maxBytes?: number;
  /** How often a GET is repeated after a broken connection, a body that broke off, or 500, 502, 503, 504. */
  readonly repetitions?: number;
  /** The pause before the first repetition; each further one is three times as long, at most two seconds. */
  readonly firstPauseMs?: number;
};

const LONGEST_PAUSE_MS = 2_000;

/**
 * The way to CLUe. The retry interceptor is the one owner of repetitions: it repeats GETs alone, since a repeated login
 * locks an account, never after a timeout, and never a 429, which is the caller's to wait out.
 */
export function createTransport(options: TransportOptions = {}): Transport {
  const { now = () => instant(Date.now()), connectTimeoutMs = 5_000, silenceTimeoutMs = 10_000 } = options;
  const { totalTimeoutMs = 30_000, maxBytes = 16 * 1024 * 1024, repetitions = 2, firstPauseMs = 300 } = options;
  const agent = new Agent({
    connect: { timeout: connectTimeoutMs },
    headersTimeout: silenceTimeoutMs,
    bodyTimeout: silenceTimeoutMs,
    allowH2: false,
  });
  const dispatcher = agent.compose(
    wholeAnswer(maxBytes),
    interceptors.retry({
      methods: ['GET'],
      maxRetries: repetitions,
      minTimeout: firstPauseMs,
      timeoutFactor: 3,
      maxTimeout: LONGEST_PAUSE_MS,
      statusCodes: [500, 502, 503, 504],
      errorCodes: BROKEN_CONNECTION,
      // The error's body carries CLUe's code.
      throwOnError: false,
    }),
  );

  return {
    async ask({ method, url, headers, body, signal }) {
      const began = performance.now();
      const deadline = AbortSignal.timeout(totalTimeoutMs);
      try {
        const response = await request(url, {
          method,
          dispatcher,
          headers: {
            accept: 'application/json',
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
        });
        const { statusCode: status } = response;
        const text = await response.body.text();
        if (status !== 429) return ok({ status, text });
        const retryAfterMs = readRetryAfter(one(response.headers['retry-after']), one(response.headers.date), now());
        return ok({ status, text, retryAfterMs });
      } catch (error) {
        const elapsedMs = performance.now() - began;
        if (signal?.aborted === true) return failed(problemOfAbort(signal, elapsedMs));
        return failed(problemOfFailure(error, elapsedMs));
      }
    },
    close: () => agent.destroy(),
  };
}

const BROKEN_CONNECTION = [
  'ECONNRESET',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETDOWN',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EPIPE',
  'UND_ERR_SOCKET',
  'CLUE_ANSWER_BROKE_OFF',
];

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
