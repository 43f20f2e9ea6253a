import type { Message } from '../../src/sandbox/slack/message.ts';
import type { Expected } from './story.ts';

/** A message of the bot, as its metadata names it. */
export type Told = {
  readonly message: Message;
  /** `failures`, `unlocks`, `gathering`, or a kind of the house's. */
  readonly kind: string;
  /** The door's id, as the bot knows it; empty for what is at no door. */
  readonly door: string;
  readonly part: string;
  readonly generation: number;
  /** The same for messages that say the same thing: there must be one of it in a channel. */
  readonly key: string;
};

/** What a gathering's table says of one door. */
export type DoorLine = { readonly failures: number; readonly letIn: number; readonly unlocked: number };

/** The message as the bot's own, or undefined where it is not. */
export function toldBy(message: Message): Told | undefined {
  const { event_type: type, event_payload: payload } = message.metadata ?? {};
  if (type !== 'clue_bot_message' || payload === undefined) return undefined;
  const { incident, part, generation } = payload;
  const [kind = '', , door = ''] = String(incident).split('/');
  const key = `${incident} ${part} ${generation}`;
  return {
    message,
    kind,
    door: kind === 'gathering' ? '' : door,
    part: String(part),
    generation: Number(generation),
    key,
  };
}

/** What turned out to be a part of another alert points there, and tells nothing itself. */
export const isPointer = ({ message }: Told): boolean => message.text.startsWith('↪️');

/** Whether it tells of something that happened at a door. */
export const isOfADoor = ({ kind }: Told): boolean => kind === 'failures' || kind === 'unlocks';

/** Whether the message's words are right for the incident as it is in the end. */
export function saysRight({ message: { text } }: Told, expected: Expected): boolean {
  const { kind, count, person, unlockedMs } = expected;
  if (kind === 'failures') return failuresIn(text) === count && (person === undefined || text.includes(person));
  const forWhom = person === undefined ? 'unlocked with nobody authenticated' : `unlocked for ${person}`;
  if (!text.includes(forWhom)) return false;
  return unlockedMs === undefined || text.includes(`locked again after ${lengthInWords(unlockedMs)}`);
}

/** Whether it already said that somebody was let in after many failures, so that nothing needs to ring again. */
export const saysLetIn = ({ text }: Message, person: string): boolean =>
  (failuresIn(text) ?? 0) >= 4 && text.includes(person);

/** Whether a gathering's line is right for the incident. */
export function lineSaysRight(line: DoorLine, { kind, count, person }: Expected): boolean {
  if (kind === 'unlocks') return line.unlocked >= 1;
  return line.failures === count && (person === undefined || line.letIn >= 1);
}

/** The table of a gathering, by door id. The story's doors have no names, so a line begins with `door 501`. */
export function linesOf({ blocks = [] }: Message): ReadonlyMap<string, DoorLine> {
  const lines = new Map<string, DoorLine>();
  for (const block of blocks) {
    if (block.type !== 'data_table' || !Array.isArray(block.rows)) continue;
    for (const row of block.rows.slice(1)) {
      const [door, failures, letIn, unlocked] = Array.isArray(row) ? row : [];
      const name = /^door (\w+)/.exec(String(textIn(door)))?.[1];
      if (name === undefined) continue;
      lines.set(name, { failures: numberIn(failures), letIn: numberIn(letIn), unlocked: numberIn(unlocked) });
    }
  }
  return lines;
}

function failuresIn(text: string): number | undefined {
  const written = /([\d,]+) authentication failures? at /.exec(text)?.[1];
  return written === undefined ? undefined : Number(written.replaceAll(',', ''));
}

/** The bot's words for a length of less than a minute; the judge finds them on its own. */
function lengthInWords(ms: number): string {
  const tenths = Math.round(ms / 100);
  if (tenths < 100) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

const textIn = (cell: unknown): unknown =>
  typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : undefined;
const numberIn = (cell: unknown): number => Number(String(textIn(cell)).replaceAll(',', ''));
