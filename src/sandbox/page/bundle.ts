import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type OutputFile } from 'esbuild';

/** A file of the page's client, as the browser loads it. */
export type ClientFile = { readonly contentType: string; readonly bytes: Uint8Array };

/** By name: `client.js`, `client.css`, `gallery.js`, `gallery.css`, and what these two share. */
export type ClientFiles = ReadonlyMap<string, ClientFile>;

/** The two entries of the client, by the name that the browser knows them by. */
const ENTRIES = {
  client: fileURLToPath(new URL('client/main.tsx', import.meta.url)),
  gallery: fileURLToPath(new URL('client/gallery.tsx', import.meta.url)),
};

/** Bundles the page's client, styles too, without writing a file. It throws what esbuild says where the client is broken. */
export async function bundleClient(): Promise<ClientFiles> {
  const { outputFiles } = await build({
    entryPoints: ENTRIES,
    outdir: 'client',
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    splitting: true,
    chunkNames: 'shared-[hash]',
    target: 'es2022',
    minify: true,
    // Both libraries bring a long licence comment in every file that uses them.
    legalComments: 'none',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.png': 'dataurl', '.svg': 'dataurl' },
    logLevel: 'silent',
  });
  return new Map(outputFiles.map((file) => [basename(file.path), clientFile(file)]));
}

/** Stands in for a client that cannot be bundled: it says on the page what is wrong. */
export function brokenClient(error: unknown): ClientFiles {
  const text = `The page cannot be built. ${error instanceof Error ? error.message : String(error)}`;
  const script = `document.body.style.whiteSpace = 'pre-wrap';\ndocument.body.textContent = ${JSON.stringify(text)};\n`;
  const file = { contentType: JAVASCRIPT, bytes: Buffer.from(script) };
  return new Map(Object.keys(ENTRIES).map((name) => [`${name}.js`, file]));
}

const JAVASCRIPT = 'text/javascript; charset=utf-8';

function clientFile({ path, contents }: OutputFile): ClientFile {
  return { contentType: path.endsWith('.css') ? 'text/css; charset=utf-8' : JAVASCRIPT, bytes: contents };
}
