import type { Subscription } from '../../../incident/subscription.ts';
import { asCode } from '../escape.ts';
import { saying } from '../layout.ts';
import type { Message } from '../message.ts';
import { type Naming, subscriptionInWords } from './sentence.ts';

export type SubscribedView = {
  readonly kind: 'subscribed' | 'changed' | 'already';
  readonly subscription: Subscription;
  /** What the asker must know beside, each a sentence. */
  readonly notes: readonly string[];
};

/** What the channel hears now, to whoever had it so. */
export function drawSubscribed(view: SubscribedView, naming: Naming): Message {
  const [first, ...more] = subscribedInWords(view, naming);
  return saying(first ?? '', ...more);
}

/** The same as paragraphs, for a form that has done its work. */
export function subscribedInWords({ kind, subscription, notes }: SubscribedView, naming: Naming): readonly string[] {
  const { wishes } = naming.say;
  const sentence = subscriptionInWords(subscription, naming, 'asker');
  return [wishes[kind](sentence), ...notes, wishes.id(asCode(subscription.id))];
}
