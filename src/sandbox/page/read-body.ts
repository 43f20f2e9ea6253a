import type { IncomingMessage } from 'node:http';

/** Nothing that is done on the page comes near to this. */
const LONGEST_BODY_BYTES = 65_536;

/** The body as text; `undefined` when it is longer than 64 kB. It throws when the sender breaks off. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let lengthBytes = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    lengthBytes += bytes.length;
    // Read to its end all the same: a sender that is cut off never hears why.
    if (lengthBytes <= LONGEST_BODY_BYTES) chunks.push(bytes);
  }
  return lengthBytes > LONGEST_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}
