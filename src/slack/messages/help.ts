import { asCode } from './escape.ts';
import { message, section } from './layout.ts';
import type { Message } from './message.ts';

/** What a person must know of a command to use it. */
export type MenuLine = {
  readonly name: string;
  /** What comes after the name: `[count] [door]`; empty when nothing does. */
  readonly usage: string;
  readonly summary: string;
  /** Complete commands to try. */
  readonly examples: readonly string[];
};

/** `/clue recent [count] [door]`. */
export const usageOf = ({ name, usage }: Pick<MenuLine, 'name' | 'usage'>): string =>
  usage === '' ? `/clue ${name}` : `/clue ${name} ${usage}`;

const DOORS =
  'A door is given by its id, its name, or a part of its name that fits one door; quotes keep words together: `"Front door"`. Where there are several places, `place:178` or `place:Shibuya` picks one.';

/** All commands, or the one that was asked for with its examples. `first` says what was wrong, if something was. */
export function drawHelp(menu: readonly MenuLine[], first?: string): Message {
  const lines = menu.map((line) => `${asCode(usageOf(line))}  ${line.summary}`);
  const opening = first ?? 'I tell who came through which door, from CLUe’s log. Only you see my answers.';
  return message([opening, ...lines, DOORS], [section(opening), section(lines.join('\n')), section(DOORS)]);
}

/** One command: what it does, how to type it, and examples. */
export function drawHelpOf(line: MenuLine): Message {
  const head = `${asCode(usageOf(line))}  ${line.summary}`;
  const examples =
    line.examples.length === 0 ? [] : [`For example: ${line.examples.map((one) => asCode(one)).join(', ')}`];
  const doors = line.usage.includes('[door]') ? [DOORS] : [];
  const paragraphs = [head, ...examples, ...doors];
  return message(paragraphs, paragraphs.map(section));
}
