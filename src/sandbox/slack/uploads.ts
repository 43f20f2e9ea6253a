import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** An address for bytes is good for so long, in milliseconds. */
const GOOD_FOR_MS = 600_000;

type Waiting = { readonly name: string; readonly length: number; readonly at: number; readonly content?: string };

/** Files on their way: an address was given for them, perhaps their bytes came, and nobody said yet where they go. */
export type Uploads = ReturnType<typeof createUploads>;

export function createUploads({ base, now }: { readonly base: string; readonly now: () => number }) {
  const files = new Map<string, Waiting>();
  const ids = new Map<string, string>();
  return {
    /** A new address for a file of so many bytes, and its id. */
    issue: (name: string, length: number): { readonly url: string; readonly id: string } => {
      const id = `F0${randomBytes(4).toString('hex').toUpperCase()}`;
      const path = `/upload/v1/${randomBytes(12).toString('hex')}`;
      files.set(id, { name, length, at: now() });
      ids.set(path, id);
      return { url: `${base}${path}`, id };
    },
    /** Takes the bytes: once, in time, and exactly as many as were announced. */
    take: (method: string, path: string, body: string, response: ServerResponse): void => {
      const id = ids.get(path);
      const file = id === undefined ? undefined : files.get(id);
      const length = Buffer.byteLength(body);
      const isGood = file !== undefined && file.content === undefined && now() - file.at <= GOOD_FOR_MS;
      if (method !== 'POST' || id === undefined || !isGood || length !== file.length) {
        response.writeHead(method === 'POST' ? 400 : 405).end('upload refused');
        return;
      }
      files.set(id, { ...file, content: body });
      response.writeHead(200).end(`OK - ${length}`);
    },
    /** The file whose bytes are there, once: nobody completes it a second time. */
    complete: (id: string): { readonly name: string; readonly content: string } | undefined => {
      const file = files.get(id);
      if (file?.content === undefined) return undefined;
      files.delete(id);
      return { name: file.name, content: file.content };
    },
  };
}
