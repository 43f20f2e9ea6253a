import { cleanLine, inText } from '../../../src/slack/messages/escape.ts';
import { HOSTILE_NAMES } from './given.ts';

/** Names of places, doors and people, and what CLUe or the network says: they stay as they are in every language. */
const AS_THEY_ARE: readonly string[] = [
  // In a chart, and where a place stands beside a door, names are cut shorter.
  ...HOSTILE_NAMES.flatMap((name) =>
    [16, 20, 28].flatMap((limit) => [cleanLine(name, limit), inText(cleanLine(name, limit))]),
  ),
  ...HOSTILE_NAMES.flatMap((name) => [inText(name), inText(`&${name}`), cleanLine(name)]),
  ...['Shibuya store', 'Ginza store', 'testDoor', 'Back door', 'EBISU', 'Jack'],
  ...['ECONNREFUSED', 'Invalid Request', 'not JSON'],
  // What somebody typed.
  ...['/clue recent', '/clue audit'],
].toSorted((a, b) => b.length - a.length);

/** Moments, mentions, entities, placeholders, code, CLUe's codes, and names that are counted. */
const NOT_WORDS: readonly RegExp[] = [
  /<!date\^[^>]*>|<[#@!][^>]*>|&(amp|lt|gt);|\{[a-z_]+\}/g,
  /`[^`]*`/g,
  /\b(?:DEV|VENDOR)_[A-Z_]+\b|\b[ae]\d{4}\b|\bp(50|95)\b/g,
  /\bPerson \d+|\bDoor \d+|\b[A-H]\b/g,
];

/** Words that Japanese and Korean write in Latin letters, too, and addresses. */
const OF_EVERYBODY: readonly string[] = [
  ...['CLUe', 'Slack', 'CSV', 'QR', 'PIN', 'NFC', 'Bluetooth', 'API', 'ID', 'HTTP', 'UTC', 'GMT', 'clue-bot'],
  ...['status.slack.com', 'api.slack.com', 'apps', 'chat.postMessage'],
];

/** What is left of a text without names, codes, moments, things to type, and words that every language has. */
export function foreignWords(text: string): readonly string[] {
  const own = AS_THEY_ARE.reduce((rest, name) => rest.replaceAll(name, ' '), text);
  const rest = NOT_WORDS.reduce((words, pattern) => words.replace(pattern, ' '), own);
  return (rest.match(/[A-Za-z][A-Za-z.-]*/g) ?? []).filter((word) => !OF_EVERYBODY.includes(word));
}

/** Where Slack shows a plain text: the last two are of charts. */
const SHOWN: readonly string[] = ['text', 'caption', 'title', 'label'];

/** Every text that Slack would show of a message, a modal or a tab, and the one that it reads aloud. */
export function textsOf(said: unknown): readonly string[] {
  if (Array.isArray(said)) return said.flatMap(textsOf);
  if (typeof said !== 'object' || said === null) return [];
  return Object.entries(said).flatMap(([key, part]) =>
    SHOWN.includes(key) && typeof part === 'string' ? [part] : textsOf(part),
  );
}
