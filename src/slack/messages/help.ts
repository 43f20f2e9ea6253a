import { asCode } from './escape.ts';
import { message, section } from './layout.ts';
import type { Message } from './message.ts';
import type { Catalogue } from './words/catalogue.ts';
import type { CommandName } from './words/en/help.ts';

/** What a person must know of a command to use it. What it answers and takes is in the catalogue, by its name. */
export type MenuLine = {
  readonly name: CommandName;
  /** Whether a door can be named after it. */
  readonly takesDoor?: boolean;
  /** Complete commands to try. */
  readonly examples: readonly string[];
};

/** A command as it is typed: `/clue recent 5`. */
export const commandLine = (name: CommandName, words: string): string =>
  words === '' ? `/clue ${name}` : `/clue ${name} ${words}`;

/** `/clue recent [count] [door]`. */
export const usageOf = (name: CommandName, { help }: Catalogue): string => commandLine(name, help.usage[name]);

/** How to type a command, and what it answers. */
export const usageLine = (name: CommandName, say: Catalogue): string =>
  `${asCode(usageOf(name, say))}  ${say.help.summary[name]}`;

/** All commands, or the one that was asked for with its examples. `first` says what was wrong, if something was. */
export function drawHelp(menu: readonly MenuLine[], say: Catalogue, first?: string): Message {
  const lines = menu.map(({ name }) => usageLine(name, say));
  const { doors, opening: usual } = say.help;
  const opening = first ?? usual;
  const parts = partsOf(lines).map((part) => section(part.join('\n')));
  return message([opening, ...lines, doors], [section(opening), ...parts, section(doors)], say);
}

/** Lines that go into one paragraph, in every language the same: Slack takes 3,000 characters of them. */
const LINES_TOGETHER = 12;

const partsOf = (lines: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(lines.length / LINES_TOGETHER) }, (_, index) =>
    lines.slice(index * LINES_TOGETHER, (index + 1) * LINES_TOGETHER),
  );

/** One command: what it does, how to type it, and examples. */
export function drawHelpOf({ name, takesDoor = false, examples }: MenuLine, say: Catalogue): Message {
  const paragraphs = [
    usageLine(name, say),
    ...(examples.length === 0 ? [] : [say.help.examples(examples.map((one) => asCode(one)))]),
    ...(takesDoor ? [say.help.doors] : []),
  ];
  return message(paragraphs, paragraphs.map(section), say);
}
