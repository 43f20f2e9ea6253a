import { readdir, readFile } from 'node:fs/promises';
import { isList, isObject, type Json, type JsonObject, objectsOf, parseJson, textOf } from '../slack/json.ts';
import { problemsInBlocks } from '../slack/validate/blocks.ts';
import { problemsInView } from '../slack/validate/view.ts';
import type { GalleryItem } from './state.ts';

/** The messages, modals and Home tabs that the tests compare with: what the bot can say. */
const GOLDEN = new URL('../../../test/golden/', import.meta.url);

/** Every golden file by name and language, judged as the strict Slack would; read anew each time, so that a reload shows a change. */
export async function galleryItems(folder: URL = GOLDEN): Promise<readonly GalleryItem[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const items = await Promise.all(
    files.map(async (file) => galleryItem(file, await readFile(new URL(file, folder), 'utf8'))),
  );
  return items.sort((one, other) => compare(one.name, other.name) || compare(one.language, other.language));
}

/** One golden file as the gallery shows it. The language is in its name (`login.ja.json`), English where it is not. */
export function galleryItem(file: string, content: string): GalleryItem {
  const [, name = file, language = 'en'] = /^(.+?)(?:\.([a-z]{2}))?\.json$/.exec(file) ?? [];
  const given = parseJson(content);
  const said = isObject(given) ? given : {};
  const surface = said.type === 'modal' || said.type === 'home' ? said.type : 'message';
  return {
    name,
    language,
    surface,
    text: textOf(said.text) ?? titleOf(said),
    blocks: objectsOf(said.blocks),
    problems: problemsOf(given, surface),
  };
}

function problemsOf(given: Json | undefined, surface: GalleryItem['surface']): readonly string[] {
  if (!isObject(given)) return ['[ERROR] the file holds no JSON object'];
  if (surface !== 'message') return problemsInView(given, surface);
  const { text, blocks } = given;
  return [
    // Slack reads a message to the blind, and shows it in notifications, by its text.
    ...(typeof text === 'string' && text.trim() !== '' ? [] : ['[ERROR] a message needs a text [json-pointer:/text]']),
    ...(isList(blocks) ? problemsInBlocks(blocks) : []),
  ];
}

const titleOf = ({ title }: JsonObject): string => (isObject(title) ? (textOf(title.text) ?? '') : '');
const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
