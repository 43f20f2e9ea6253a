import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a CLUe and counts the questions for a time that are under way at once: only answers ask for one, polls never do. */
export type CountingProxy = {
  readonly url: string;
  /** Questions for a time so far. */
  readonly asked: () => number;
  /** The most that were ever under way at once. */
  readonly most: () => number;
  readonly stop: () => Promise<void>;
};

export async function countBefore(target: string): Promise<CountingProxy> {
  let underWay = 0;
  let most = 0;
  let asked = 0;
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', target);
    const isAnswer = url.searchParams.has('startTime') || url.searchParams.has('endTime');
    if (isAnswer) {
      asked += 1;
      underWay += 1;
      most = Math.max(most, underWay);
      outgoing.once('close', () => {
        underWay -= 1;
      });
    }
    const onward = request(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => asked,
    most: () => most,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
