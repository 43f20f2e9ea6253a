import { asCode } from '../escape.ts';
import { commandLine, type MenuLine, usageLine } from '../help.ts';
import { saying } from '../layout.ts';
import type { Message } from '../message.ts';
import type { Catalogue } from '../words/catalogue.ts';

/** What a question must name and does not, or names and is not there. */
export type UnclearAsked =
  | { readonly kind: 'whom' }
  | { readonly kind: 'which-door' }
  | { readonly kind: 'which-row' }
  | { readonly kind: 'no-such-row'; readonly word: string };

/** Says what is missing, and how it is typed. */
export function drawUnclearAsked(unclear: UnclearAsked, command: MenuLine, say: Catalogue): Message {
  // Nothing was wrong with what was typed where a row is not there any more.
  const icon = unclear.kind === 'no-such-row' ? '🔍' : '🤔';
  return saying(`${icon} ${inWords(unclear, say)}`, usageLine(command.name, say), ...exampleOf(command, say));
}

function inWords(unclear: UnclearAsked, say: Catalogue): string {
  const words = say.queries.unclear;
  switch (unclear.kind) {
    case 'whom':
      return words.whom;
    case 'which-door':
      return words.whichDoor;
    case 'which-row':
      return words.whichRow;
    case 'no-such-row':
      return words.noSuchRow(asCode(unclear.word, 80));
  }
}

const exampleOf = ({ name, examples: [example] }: MenuLine, { help }: Catalogue): readonly string[] =>
  example === undefined || example === commandLine(name, '') ? [] : [help.examples([asCode(example)])];
