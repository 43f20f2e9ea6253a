import { once } from 'node:events';
import type { Server } from 'node:http';

/** Listens on 127.0.0.1 and gives the port: the wanted one, or a free one where it is taken or none is wanted. */
export async function listenOn(server: Server, wanted = 0): Promise<number> {
  try {
    server.listen(wanted, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken || wanted === 0) throw error;
    return listenOn(server);
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page got no port to listen on.');
  return address.port;
}
