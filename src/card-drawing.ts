import { after, type Instant, instant } from './door/ids.ts';
import type { Part } from './incident/card.ts';
import type { ChannelState } from './incident/channel.ts';
import { namesWished } from './incident/given-up.ts';
import type { ChannelId } from './incident/incident.ts';
import type { Language } from './incident/language.ts';
import { withNames } from './incident/names-shown.ts';
import { severityOf } from './incident/severity.ts';
import { stricter } from './incident/subscription.ts';
import type { NamesNow } from './names-now.ts';
import type { CardRef, Drawn } from './slack/card-steps.ts';
import { type CardView, drawCard, drawNote } from './slack/messages/card.ts';
import { catalogueOf } from './slack/messages/words/catalogue.ts';
import type { OpenCards } from './watch/cards.ts';

export type CardDrawingOptions = {
  readonly names: NamesNow;
  readonly cards: Pick<OpenCards, 'find' | 'isGathered'>;
  /** Whether people may be named there: the company that runs the bot alone reads the channel, or an admin allowed it. */
  readonly mayName: (channel: ChannelId) => boolean;
  /** What the channel wishes: its language, and how people are named there. */
  readonly channel: (channel: ChannelId) => ChannelState | undefined;
  /** The language of channels that chose none. */
  readonly language: Language;
  readonly now: () => Instant;
};

/** Draws a card, or a reply in its thread, from its incident as it is now. */
export function cardDrawing({ names, cards, channel, mayName, language, now }: CardDrawingOptions) {
  return (ref: CardRef, part: Part): Drawn | undefined => {
    const found = cards.find(ref);
    if (found === undefined) return undefined;
    const wishes = channel(ref.channel);
    const own = found.cards.find((one) => one.channel === ref.channel);
    // What was hidden when the card was made stays hidden, and what the channel wishes now holds for what goes on.
    const wished = stricter(own?.names ?? 'full', wishes === undefined ? 'full' : namesWished(wishes));
    // Names are for the company that runs the bot, whatever was wished for: who else reads a shared channel nobody knows.
    const incident = withNames(found, mayName(ref.channel) ? wished : 'none');
    const isGathered = cards.isGathered(ref);
    const toldAt = (): Instant => {
      if (part !== 'card') return now();
      // Told in time by a message that gathers many, or by one that somebody deleted: this one is no late word.
      if ((own?.generation ?? 0) > 0 || isGathered) return incident.openedAt;
      // A message's `ts` is the moment at which Slack took it, in seconds.
      return own?.ts === undefined ? now() : instant(Number(own.ts) * 1_000);
    };
    const view: CardView = {
      incident,
      toldAt: toldAt(),
      ...(own?.notify !== undefined && { notify: own.notify }),
      ...names,
      say: catalogueOf(wishes?.language ?? language),
    };
    const message = part === 'card' ? drawCard(view) : drawNote(part, view);
    if (message === undefined) return undefined;
    const { revision, openedAt, seenAfterMs, facts } = incident;
    const happenedAt = after(openedAt, -seenAfterMs);
    const isSevere = severityOf(facts) === 'severe';
    return { message, revision, happenedAt, isSevere, ...(!isGathered && { openedAt }) };
  };
}
