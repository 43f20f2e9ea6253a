#!/usr/bin/env node
// Asks the bot on this machine whether it is alive, at HEALTH_PORT: ends with 0 when it is, with 1 when it is not. For
// Docker's HEALTHCHECK, whose image has no curl. A bot that was told to listen nowhere cannot be asked, which is no illness.
import { listenAddress } from '../src/config/listen-address.ts';

const PATIENCE_MS = 5_000;
/** Who listens everywhere is asked at home. */
const HOME = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

const given = process.env.HEALTH_PORT?.trim() ?? '';
const address = listenAddress(given);
if (given === '') {
  console.log('HEALTH_PORT is not set, so the bot cannot be asked.');
} else if (address === undefined) {
  console.log('HEALTH_PORT is neither a port nor an address and a port.');
  process.exitCode = 1;
} else {
  const { host, port } = address;
  const at = HOME[host] ?? (host.includes(':') ? `[${host}]` : host);
  try {
    const answer = await fetch(`http://${at}:${port}/healthz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    console.log(await answer.text());
    process.exitCode = answer.ok ? 0 : 1;
  } catch {
    console.log('The bot does not answer.');
    process.exitCode = 1;
  }
}
