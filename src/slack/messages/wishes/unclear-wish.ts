import { asCode, inText } from '../escape.ts';
import { type MenuLine, usageOf } from '../help.ts';
import { message, section } from '../layout.ts';
import type { Message } from '../message.ts';
import type { Named } from '../names.ts';
import type { DoorChoice } from '../unclear.ts';
import type { Catalogue } from '../words/catalogue.ts';

/** What in a wish could not be understood. `word` is the part that was typed. */
export type UnclearWish =
  | { readonly kind: 'unknown-word'; readonly word: string }
  | { readonly kind: 'no-such-door'; readonly word: string; readonly known: readonly DoorChoice[] }
  | { readonly kind: 'several-doors'; readonly word: string; readonly candidates: readonly DoorChoice[] }
  | { readonly kind: 'no-such-place'; readonly word: string; readonly known: readonly Named[] }
  | { readonly kind: 'several-places'; readonly word: string; readonly candidates: readonly Named[] }
  | { readonly kind: 'no-such-person'; readonly word: string }
  | { readonly kind: 'several-people'; readonly word: string; readonly candidates: readonly Named[] }
  | { readonly kind: 'not-hours'; readonly word: string }
  | { readonly kind: 'not-days'; readonly word: string }
  | { readonly kind: 'not-a-number'; readonly word: string }
  | { readonly kind: 'not-names'; readonly word: string }
  | { readonly kind: 'not-notify'; readonly word: string }
  | { readonly kind: 'not-a-digest'; readonly word: string }
  | { readonly kind: 'not-a-past'; readonly word: string }
  | { readonly kind: 'not-a-language'; readonly word: string }
  | { readonly kind: 'after-without-failures'; readonly word: string }
  | { readonly kind: 'blind-is-everywhere'; readonly word: string }
  | { readonly kind: 'both-ways'; readonly word: string }
  | { readonly kind: 'never'; readonly word: string }
  | { readonly kind: 'given-twice'; readonly word: string }
  | { readonly kind: 'nothing-after'; readonly word: string }
  | { readonly kind: 'not-what'; readonly word: string }
  | { readonly kind: 'no-such-subscription'; readonly word: string };

export type UnclearWishView = {
  readonly unclear: UnclearWish;
  /** The whole command as it was typed, with `/clue`. */
  readonly typed: string;
  /** A complete command that may have been meant. */
  readonly nearest?: string;
  readonly command: MenuLine;
  readonly showPlace: boolean;
  readonly say: Catalogue;
};

/** Names in one list at most: a paragraph in Slack holds 3,000 characters. */
const MOST_NAMED = 15;

/** Points at the word that was not understood and says what would be. */
export function drawUnclearWish(view: UnclearWishView): Message {
  const { typed, nearest, command, say, unclear, showPlace } = view;
  const wrong = `🤔 ${wrongInWords(unclear, say, showPlace)}`;
  const asked = say.wishes.typed(asCode(typed), nearest === undefined ? undefined : asCode(nearest));
  const usage = asCode(usageOf(command.name, say), 400);
  const examples = say.wishes.forExample(command.examples.map((one) => asCode(one)).join(', '));
  return message([wrong, asked, usage, examples], [section(`${wrong}\n${asked}`), section(`${usage}\n${examples}`)]);
}

/** What is wrong, in one or two sentences of mrkdwn. */
export function wrongInWords(unclear: UnclearWish, say: Catalogue, showPlace: boolean): string {
  const word = asCode(unclear.word, 80);
  const { common, wishes } = say;
  const list = (words: readonly string[]): string =>
    words.length > MOST_NAMED ? common.more(words.slice(0, MOST_NAMED), words.length - MOST_NAMED) : common.and(words);
  const named = (key: string, one: Named, unknown: string): string =>
    `${inText(one.name ?? unknown)} (${asCode(`${key}:${one.id ?? ''}`)})`;
  const place = (one: Named): string => named('place', one, common.place(one.id ?? ''));
  const doors = (choices: readonly DoorChoice[]): string =>
    list(
      choices.map((one) => {
        const id = showPlace ? { ...one.door, id: `${one.place.id ?? ''}/${one.door.id ?? ''}` } : one.door;
        const shown = named('door', id, common.door(one.door.id ?? ''));
        return showPlace ? common.doorAt(shown, inText(one.place.name ?? common.place(one.place.id ?? ''))) : shown;
      }),
    );
  switch (unclear.kind) {
    case 'no-such-door':
      return wishes.unclear[unclear.kind](word, doors(unclear.known));
    case 'several-doors':
      return wishes.unclear[unclear.kind](word, doors(unclear.candidates));
    case 'no-such-place':
      return wishes.unclear[unclear.kind](word, list(unclear.known.map(place)));
    case 'several-places':
      return wishes.unclear[unclear.kind](word, list(unclear.candidates.map(place)));
    case 'several-people':
      return wishes.unclear[unclear.kind](
        word,
        list(unclear.candidates.map((one) => named('person', one, one.id ?? common.somebody))),
      );
    default:
      return wishes.unclear[unclear.kind](word);
  }
}
