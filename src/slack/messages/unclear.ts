import type { Called, DoorChoice, UnclearQuestion } from '../../asking/unclear.ts';
import { asCode, inText } from './escape.ts';
import { drawHelp, type MenuLine, usageLine, usageOf } from './help.ts';
import { message, section } from './layout.ts';
import type { Message } from './message.ts';
import { doorWord, list, type Named, placeWord } from './names.ts';
import type { Catalogue } from './words/catalogue.ts';

export type { DoorChoice } from '../../asking/unclear.ts';

/** What in a command could not be understood. `word` is the part that was typed. */
export type Unclear = UnclearQuestion | { readonly kind: 'unknown-command'; readonly word: string };

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
export function drawUnclear(view: UnclearView, say: Catalogue): Message {
  const { typed, nearest, command, menu } = view;
  const wrong = `🤔 ${wrongInWords(view, say)}`;
  const asked =
    nearest === undefined ? say.unclear.typed(asCode(typed)) : say.unclear.didYouMean(asCode(typed), asCode(nearest));
  if (command === undefined) return drawHelp(menu, say, `${wrong}\n${asked}`);
  const usage = usageLine(command.name, say);
  return message([wrong, asked, usage], [section(`${wrong}\n${asked}`), section(usage)], say);
}

function wrongInWords({ unclear, command, showPlace }: UnclearView, say: Catalogue): string {
  const words = say.unclear;
  const word = asCode(unclear.word, 80);
  const doors = (choices: readonly DoorChoice[]): string =>
    fittingList(
      choices.map((choice) => choiceWord(choice, showPlace, say)),
      say,
    );
  const places = (named: readonly Named[]): string =>
    fittingList(
      named.map((place) => `${inText(placeWord(place, say))} (${asCode(`place:${place.id ?? ''}`)})`),
      say,
    );
  const people = (named: readonly Called[]): string =>
    fittingList(
      named.map((person) => `${inText(person.name ?? person.id ?? '')} (${asCode(`person:${person.id ?? ''}`)})`),
      say,
    );
  switch (unclear.kind) {
    case 'unknown-command':
      return words.unknownCommand(word);
    case 'unexpected-word':
      return command !== undefined && say.help.usage[command.name] === ''
        ? words.takesNothing(word, asCode(usageOf(command.name, say)))
        : words.unexpectedWord(word);
    case 'count-too-large':
      return words.countTooLarge(word, unclear.most, asCode(`door:${unclear.word}`));
    case 'count-too-small':
      return words.countTooSmall(word);
    case 'two-counts':
      return words.twoCounts(word, asCode(`door:${unclear.word}`));
    case 'no-such-door':
      return unclear.known.length === 0 ? words.noDoorYet(word) : words.noSuchDoor(word, doors(unclear.known));
    case 'no-such-name':
      return unclear.known.length === 0 ? words.noNameYet(word) : words.noSuchName(word, doors(unclear.known));
    case 'no-such-person':
      return words.noSuchPerson(word);
    case 'several-people':
      return words.severalPeople(word, people(unclear.candidates));
    case 'several-meanings':
      return words.severalMeanings(
        word,
        unclear.meanings.map((what) => asCode(`${what}:${typable(unclear.word)}`)),
      );
    case 'several-doors':
      return severalDoors(word, unclear.candidates, doors(unclear.candidates), say);
    case 'no-such-place':
      return words.noSuchPlace(word, places(unclear.known));
    case 'several-places':
      return words.severalPlaces(word, places(unclear.candidates));
    case 'given-twice':
      return words.givenTwice[unclear.what](word);
    case 'no-such-day':
      return words.noSuchDay(word);
    case 'no-such-time':
      return words.noSuchTime(word);
    case 'no-such-zone':
      return words.noSuchZone(word);
    case 'ends-before':
      return words.endsBefore(word);
    case 'no-beginning':
      return words.noBeginning(word);
    case 'day-to-come':
      return words.dayToCome(word);
    case 'time-too-long':
      return words.timeTooLong(word, unclear.mostDays);
  }
}

/** A name as it stands after a key. */
const typable = (name: string): string => (/\s/.test(name) ? `"${name}"` : name);

/** As many of the choices as fit into one paragraph; the others are counted. */
function fittingList(words: readonly string[], say: Catalogue): string {
  let characters = 0;
  const tooMany = words.findIndex((word) => {
    characters += word.length + 2;
    return characters > CHOICES_CHARACTERS;
  });
  return list(words, say, tooMany === -1 ? CHOICES_SHOWN : Math.min(Math.max(tooMany, 2), CHOICES_SHOWN), 'doors');
}

/** What tells these doors apart: two places can have doors of one id. */
function severalDoors(word: string, choices: readonly DoorChoice[], doors: string, say: Catalogue): string {
  const words = say.unclear.severalDoors;
  const ids = new Set(choices.map(({ door }) => door.id));
  const places = new Set(choices.map(({ place }) => place.id));
  if (ids.size === choices.length) return words.byName(word, doors);
  if (places.size === 1) return words.byId(word, doors);
  return words.byPlace(word, doors, asCode(`place:${choices[0]?.place.id ?? ''}`));
}

/** Front door (`door:181`), with the place where there are several. */
function choiceWord({ door, place }: DoorChoice, showPlace: boolean, say: Catalogue): string {
  const id = door.id === undefined ? '' : ` (${asCode(`door:${door.id}`)})`;
  const named = `${inText(doorWord(door, say))}${id}`;
  return showPlace ? say.common.doorAt(named, inText(placeWord(place, say))) : named;
}
