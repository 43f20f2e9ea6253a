import { z } from 'zod';

/** Where a server of the bot's own listens. */
export type ListenAddress = {
  /** An IP address, without the brackets of an IPv6 one, or localhost. */
  readonly host: string;
  readonly port: number;
};

/** What the bot says of itself is for its own machine, unless somebody opens it to others. */
const DEFAULT_HOST = '127.0.0.1';

const SHAPE = /^(?:(?<name>[^:[\]\s]+):|\[(?<six>[^[\]\s]+)\]:)?(?<port>\d{1,5})$/;

/** Reads `8080`, `0.0.0.0:8080` or `[::]:8080`; undefined where it is none of these. */
export function listenAddress(value: string): ListenAddress | undefined {
  const { name, six, port: digits } = SHAPE.exec(value)?.groups ?? {};
  const port = Number(digits);
  // Port 0 would be any free one, which nobody could ask; it is more often meant as "none".
  if (!(port >= 1 && port <= 65_535)) return undefined;
  if (six !== undefined) return z.ipv6().safeParse(six).success ? { host: six, port } : undefined;
  const host = name ?? DEFAULT_HOST;
  return host === 'localhost' || z.ipv4().safeParse(host).success ? { host, port } : undefined;
}
