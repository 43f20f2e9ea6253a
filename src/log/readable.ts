/** Makes readable text of a log line. */
export type Readable = (line: string) => string;

/** Loads what makes log lines readable: only for a terminal, since a bot that runs as a service has no use for its thirty files. */
export async function readableLines(): Promise<Readable> {
  const { prettyFactory } = await import('pino-pretty');
  return prettyFactory({ translateTime: 'SYS:HH:MM:ss', singleLine: true });
}
