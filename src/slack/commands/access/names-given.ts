import { type PersonId, personId } from '../../../door/ids.ts';
import type { Subscription } from '../../../incident/subscription.ts';
import type { Message } from '../../messages/message.ts';

/** How many names are in an answer. */
export type NamesGiven = {
  /** Rows, or places of a list, in which somebody is named. */
  readonly rows: number;
  /** Who was looked up, where the question was about people. */
  readonly people?: readonly PersonId[];
};

/** An answer that can name people, and how many it names: whoever makes one must count. Undefined for one that never does. */
export type Named = { readonly message: Message; readonly named: NamesGiven | undefined };

/** An answer that names this many. */
export const naming = (message: Message, rows: number, people: readonly PersonId[] = []): Named => ({
  message,
  named: { rows, ...(people.length > 0 && { people }) },
});

/** An answer in which nobody could be named: a question back, or a problem. */
export const namingNobody = (message: Message): Named => ({ message, named: undefined });

/** An answer that waits for a reason: nothing is looked up until one is given. */
export const withheld = (people: readonly PersonId[]): Named => naming({ text: '', blocks: [] }, 0, people);

/** Names that stand in the sentences of wishes. */
export const namesInWishes = (wishes: readonly Pick<Subscription, 'people' | 'notPeople'>[]): number =>
  wishes.reduce((sum, { people = [], notPeople = [] }) => sum + people.length + notPeople.length, 0);

/** Words that were not understood, and what they could mean. */
type Unclear = { readonly kind: string; readonly candidates?: readonly object[] };

/** Names that a question back offers to choose from. */
export const namesOffered = (unclear: Unclear): number =>
  unclear.kind === 'several-people' ? (unclear.candidates?.length ?? 0) : 0;

/** A question back. Whoever is offered in it to choose from is looked up by it. */
export const offering = (message: Message, unclear: Unclear): Named => {
  const people = unclear.kind === 'several-people' ? (unclear.candidates ?? []) : [];
  const ids = people.flatMap((one) => ('id' in one && typeof one.id === 'string' ? [personId(one.id)] : []));
  return naming(message, people.length, ids);
};
