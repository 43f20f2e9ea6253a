import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import { refused } from './answer.ts';
import type { Spoiling } from './faults.ts';

/** Sends an answer as it is, or spoilt by a fault. True when the caller got it whole and unspoilt. */
export function deliver(response: ServerResponse, answer: Answer, spoiling: Spoiling): boolean {
  const { fault } = spoiling;
  if (response.destroyed) return false;
  switch (fault?.kind) {
    case undefined:
      sendJson(response, answer);
      return true;
    case 'http':
      sendJson(response, refused(fault.status, 'e1000'));
      return false;
    case 'unauthorized':
      sendJson(response, refused(401, 'a1028'));
      return false;
    case 'refresh-refused':
      sendJson(response, refused(401, 'a1011'));
      return false;
    case 'rate-limited':
      sendJson(response, { ...refused(429, 'e1006'), headers: { 'retry-after': String(fault.retryAfterS) } });
      return false;
    case 'html':
      send(response, fault.status ?? 200, 'text/html; charset=utf-8', PROXY_PAGE);
      return false;
    case 'empty':
      send(response, 200, 'application/json', '');
      return false;
    case 'cut-off':
      send(response, answer.status, 'application/json', firstHalf(answer));
      return false;
    case 'broken-off':
      breakOff(response, answer);
      return false;
    case 'reset':
      response.socket?.resetAndDestroy();
      return false;
    case 'hang':
      spoiling.whenEnded(() => response.destroy());
      return false;
    default:
      return fault satisfies never;
  }
}

const PROXY_PAGE =
  '<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>';

function sendJson(response: ServerResponse, answer: Answer): void {
  send(response, answer.status, 'application/json', JSON.stringify(answer.body), answer.headers);
}

function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
    ...headers,
    'content-type': contentType,
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

function firstHalf(answer: Answer): string {
  const text = JSON.stringify(answer.body);
  return text.slice(0, Math.floor(text.length / 2));
}

function breakOff(response: ServerResponse, answer: Answer): void {
  const whole = Buffer.from(JSON.stringify(answer.body));
  response.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': whole.length });
  // Destroyed only once the half has left, so that the caller is sure to meet it.
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.destroy());
}
