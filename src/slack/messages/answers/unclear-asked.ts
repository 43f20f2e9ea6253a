import type { Person } from '../../../door/event.ts';
import { asCode, inText } from '../escape.ts';
import { commandLine, type MenuLine, usageLine } from '../help.ts';
import { saying } from '../layout.ts';
import type { Message } from '../message.ts';
import { list, personWord } from '../names.ts';
import type { Catalogue } from '../words/catalogue.ts';

/** What of a question about people or counts could not be understood. */
export type UnclearAsked =
  | { readonly kind: 'whom' }
  | { readonly kind: 'no-such-person'; readonly word: string }
  | { readonly kind: 'several-people'; readonly word: string; readonly candidates: readonly Person[] }
  | { readonly kind: 'per-what'; readonly word: string }
  | { readonly kind: 'which-door' }
  | { readonly kind: 'which-row' }
  | { readonly kind: 'no-such-row'; readonly word: string };

const PEOPLE_SHOWN = 10;

/** Points at what was not understood, and says how it is typed. */
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
    case 'no-such-person':
      return words.noSuchPerson(asCode(unclear.word, 80));
    case 'no-such-row':
      return words.noSuchRow(asCode(unclear.word, 80));
    case 'per-what':
      return words.perWhat(asCode(unclear.word, 80));
    case 'several-people': {
      const people = unclear.candidates.map(
        (one) => `${inText(personWord(one, say))} (${asCode(`person:${one.id ?? ''}`)})`,
      );
      return words.severalPeople(asCode(unclear.word, 80), list(people, say, PEOPLE_SHOWN, 'people'));
    }
  }
}

const exampleOf = ({ name, examples: [example] }: MenuLine, { help }: Catalogue): readonly string[] =>
  example === undefined || example === commandLine(name, '') ? [] : [help.examples([asCode(example)])];
