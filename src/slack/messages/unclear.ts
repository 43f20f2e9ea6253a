import { asCode, inText } from './escape.ts';
import { drawHelp, type MenuLine, usageOf } from './help.ts';
import { message, section } from './layout.ts';
import type { Message } from './message.ts';
import { doorWord, list, type Named, placeWord } from './names.ts';
import { catalogueOf } from './words/catalogue.ts';

/** A door and where it is, for telling candidates apart. */
export type DoorChoice = { readonly door: Named; readonly place: Named };

/** What in a command could not be understood. `word` is the part that was typed. */
export type Unclear =
  | { readonly kind: 'unknown-command'; readonly word: string }
  | { readonly kind: 'unexpected-word'; readonly word: string }
  | { readonly kind: 'count-too-large'; readonly word: string; readonly most: number }
  | { readonly kind: 'count-too-small'; readonly word: string }
  | { readonly kind: 'two-counts'; readonly word: string }
  | { readonly kind: 'no-such-door'; readonly word: string; readonly known: readonly DoorChoice[] }
  | { readonly kind: 'several-doors'; readonly word: string; readonly candidates: readonly DoorChoice[] }
  | { readonly kind: 'no-such-place'; readonly word: string; readonly known: readonly Named[] }
  | { readonly kind: 'several-places'; readonly word: string; readonly candidates: readonly Named[] }
  | { readonly kind: 'given-twice'; readonly word: string; readonly what: 'door' | 'place' | 'time' }
  | { readonly kind: 'no-such-day'; readonly word: string }
  | { readonly kind: 'day-to-come'; readonly word: string }
  | { readonly kind: 'time-too-long'; readonly word: string; readonly mostDays: number };

export type UnclearView = {
  readonly unclear: Unclear;
  /** The whole command as it was typed, with `/clue`. */
  readonly typed: string;
  /** A complete command that may have been meant. */
  readonly nearest?: string;
  /** The command it was for, if that much was understood; else the whole menu is shown. */
  readonly command?: MenuLine;
  readonly menu: readonly MenuLine[];
  readonly showPlace: boolean;
};

/** Doors named in one answer, at most, and the characters that they may take: a paragraph in Slack holds 3,000. */
const CHOICES_SHOWN = 20;
const CHOICES_CHARACTERS = 1_800;

/** Points at the word that was not understood and says what would be. */
export function drawUnclear(view: UnclearView): Message {
  const { typed, nearest, command, menu } = view;
  const wrong = `🤔 ${wrongInWords(view)}`;
  const asked = `You typed ${asCode(typed)}.${nearest === undefined ? '' : ` Did you mean ${asCode(nearest)}?`}`;
  if (command === undefined) return drawHelp(menu, `${wrong}\n${asked}`);
  const usage = `${asCode(usageOf(command))}  ${command.summary}`;
  return message([wrong, asked, usage], [section(`${wrong}\n${asked}`), section(usage)]);
}

function wrongInWords({ unclear, command, showPlace }: UnclearView): string {
  const word = asCode(unclear.word, 80);
  const doors = (choices: readonly DoorChoice[]): string =>
    fittingList(choices.map((choice) => choiceWord(choice, showPlace)));
  const places = (named: readonly Named[]): string =>
    fittingList(
      named.map((place) => `${inText(placeWord(place, catalogueOf('en')))} (${asCode(`place:${place.id ?? ''}`)})`),
    );
  switch (unclear.kind) {
    case 'unknown-command':
      return `I do not know the command ${word}.`;
    case 'unexpected-word':
      return `I do not know what ${word} means here${command?.usage === '' ? `: ${asCode(usageOf(command))} takes nothing after it` : ''}.`;
    case 'count-too-large':
      return `${word} is more than I can show: at most ${unclear.most} rows. For a door with this number, type ${asCode(`door:${unclear.word}`)}.`;
    case 'count-too-small':
      return `${word} rows are none: give a number from 1 on.`;
    case 'two-counts':
      return `${word} is a second number. For a door with this number, type ${asCode(`door:${unclear.word}`)}.`;
    case 'no-such-door':
      return `I know no door ${word}. ${unclear.known.length === 0 ? 'No door has shown itself yet.' : `I know ${doors(unclear.known)}.`}`;
    case 'several-doors':
      return `${word} fits several doors: ${doors(unclear.candidates)}. Type ${whatTells(unclear.candidates)}.`;
    case 'no-such-place':
      return `I watch no place ${word}. I watch ${places(unclear.known)}.`;
    case 'several-places':
      return `${word} fits several places: ${places(unclear.candidates)}.`;
    case 'given-twice':
      return `${word} is a second ${unclear.what}; I can answer for one.`;
    case 'no-such-day':
      return `There is no day ${word}.`;
    case 'day-to-come':
      return `${word} is yet to come.`;
    case 'time-too-long':
      return `${word} is more than I can look back: at most ${unclear.mostDays} days.`;
  }
}

/** As many of the choices as fit into one paragraph; the others are counted. */
function fittingList(words: readonly string[]): string {
  let characters = 0;
  const tooMany = words.findIndex((word) => {
    characters += word.length + 2;
    return characters > CHOICES_CHARACTERS;
  });
  return list(words, catalogueOf('en'), tooMany === -1 ? CHOICES_SHOWN : Math.min(Math.max(tooMany, 2), CHOICES_SHOWN));
}

/** Two places can have doors of one id. */
function whatTells(choices: readonly DoorChoice[]): string {
  const ids = new Set(choices.map(({ door }) => door.id));
  const places = new Set(choices.map(({ place }) => place.id));
  if (ids.size === choices.length) return 'more of its name, or its id';
  return places.size > 1 ? `its place with it, as in ${asCode(`place:${choices[0]?.place.id ?? ''}`)}` : 'its id';
}

/** Front door (`door:181`), with the place where there are several. */
function choiceWord({ door, place }: DoorChoice, showPlace: boolean): string {
  const where = showPlace ? `, ${inText(placeWord(place, catalogueOf('en')))}` : '';
  const id = door.id === undefined ? '' : ` (${asCode(`door:${door.id}`)})`;
  return `${inText(doorWord(door, catalogueOf('en')))}${id}${where}`;
}
