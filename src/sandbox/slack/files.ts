import { randomBytes } from 'node:crypto';

/** A file as the sandbox keeps it. */
export type File = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** Its bytes, read as UTF-8. */
  readonly content: string;
  /** The channel or talk it is shared in. */
  readonly channel: string;
};

type Begun = { readonly id: string; readonly name: string; readonly length: number; bytes?: Buffer; isDone?: true };

export type Files = ReturnType<typeof createFiles>;

/** Files on their way: an address is given out, takes its bytes once, and then the file can be shared once. */
export function createFiles(base: string) {
  const begun = new Map<string, Begun>();
  const shared: File[] = [];
  return {
    begin: (name: string, length: number): { readonly id: string; readonly url: string } => {
      const id = `F0${String(begun.size + 1).padStart(6, '0')}`;
      const path = `/upload/v1/${id}${randomBytes(9).toString('hex')}`;
      begun.set(path, { id, name, length });
      return { id, url: `${base}${path}` };
    },
    /** Takes the bytes; gives the HTTP status. Slack takes exactly as many as were announced. */
    take: (method: string, path: string, bytes: Buffer): number => {
      if (method !== 'POST') return 405;
      const file = begun.get(path);
      if (file === undefined || file.bytes !== undefined) return 404;
      if (bytes.length !== file.length) return 400;
      file.bytes = bytes;
      return 200;
    },
    /** Slack's word for why a file cannot be shared; undefined where it can. */
    problem: (id: string): string | undefined => {
      const file = [...begun.values()].find((one) => one.id === id);
      return file?.bytes === undefined || file.isDone === true ? 'file_not_found' : undefined;
    },
    share: (id: string, title: string | undefined, channel: string): File => {
      const file = [...begun.values()].find((one) => one.id === id);
      if (file?.bytes === undefined) throw new Error(`There is no file ${id}.`);
      file.isDone = true;
      const { name, bytes } = file;
      const whole: File = {
        id,
        name,
        title: title ?? name,
        content: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
        channel,
      };
      shared.push(whole);
      return whole;
    },
    shared: (channel: string): readonly File[] => shared.filter((one) => one.channel === channel),
  };
}
