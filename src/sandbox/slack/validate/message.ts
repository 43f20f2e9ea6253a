import { isList, isObject, type Json, type JsonObject, parseJson, textOf } from '../json.ts';
import { problemsInBlocks } from './blocks.ts';

/** A message's metadata. Other apps and people can read it. */
export type Metadata = {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, string | number | boolean>>;
};

/** What a message says, as far as it was given. */
export type Content = {
  readonly text?: string;
  readonly blocks?: readonly JsonObject[];
  /** `null` where an empty object asks for the metadata to be taken away. */
  readonly metadata?: Metadata | null;
};

/** Why Slack refuses a call: its word, and where the trouble is. */
export type Refusal = {
  readonly ok: false;
  readonly error: string;
  readonly messages?: readonly string[];
  readonly more?: JsonObject;
};

/** Slack cuts a message's text here, in characters. */
const TEXT_IS_CUT_AT = 40_000;

/** Reads text, blocks and metadata of a message as strictly as Slack: every message, however it is sent, comes by here. */
export function readContent(args: JsonObject): { readonly ok: true; readonly content: Content } | Refusal {
  const blocks = readBlocks(args.blocks);
  if (!blocks.ok) return blocks;
  const metadata = readMetadata(args.metadata);
  if (!metadata.ok) return metadata;
  const text = textOf(args.text)?.slice(0, TEXT_IS_CUT_AT);
  return {
    ok: true,
    content: {
      ...(text === undefined ? {} : { text }),
      ...(blocks.blocks === undefined ? {} : { blocks: blocks.blocks }),
      ...(metadata.metadata === undefined ? {} : { metadata: metadata.metadata }),
    },
  };
}

/** Whether a new message would say anything at all. */
export function isEmpty(content: Content): boolean {
  return (content.text ?? '').trim() === '' && (content.blocks ?? []).length === 0;
}

/** A JSON argument that a form body sends as text and a JSON body as itself or as text. */
export function jsonArgument(value: Json | undefined): Json | undefined {
  return typeof value === 'string' ? parseJson(value) : value;
}

function readBlocks(given: Json | undefined): { ok: true; blocks?: readonly JsonObject[] } | Refusal {
  if (given === undefined || given === '' || given === null) return { ok: true };
  const blocks = jsonArgument(given);
  if (!isList(blocks)) return { ok: false, error: 'invalid_blocks_format' };
  const messages = problemsInBlocks(blocks);
  if (messages.length > 0) return { ok: false, error: 'invalid_blocks', messages };
  return { ok: true, blocks: blocks.filter(isObject) };
}

function readMetadata(given: Json | undefined): { ok: true; metadata?: Metadata | null } | Refusal {
  if (given === undefined || given === '') return { ok: true };
  const refused: Refusal = { ok: false, error: 'invalid_metadata_format' };
  const metadata = jsonArgument(given);
  if (!isObject(metadata)) return refused;
  if (Object.keys(metadata).length === 0) return { ok: true, metadata: null };
  const { event_type, event_payload } = metadata;
  if (typeof event_type !== 'string' || event_type === '' || !isObject(event_payload)) return refused;
  const flat: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(event_payload)) {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return refused;
    flat[key] = value;
  }
  return { ok: true, metadata: { event_type, event_payload: flat } };
}
