import type { DoorId, Instant, PlaceId } from '../../door/ids.ts';
import type { Incident, Note, NotePart } from '../../incident/incident.ts';
import { withAnswers } from './cards/answers.ts';
import { drawBlind } from './cards/blind.ts';
import { drawChannelRefused } from './cards/channel-refused.ts';
import { drawDigest } from './cards/digest.ts';
import { drawEntries } from './cards/entries.ts';
import { drawFailures } from './cards/failures.ts';
import { drawGathering } from './cards/gathering.ts';
import { drawLeftUnlocked, drawLeftUnlockedWorse } from './cards/left-unlocked.ts';
import { drawLetIn } from './cards/let-in.ts';
import { drawMissingRows } from './cards/missing-rows.ts';
import { drawNotLetIn } from './cards/not-let-in.ts';
import { drawFirstIn, drawLastEntry } from './cards/of-day.ts';
import { drawSessionRefused } from './cards/session-refused.ts';
import { drawSilent } from './cards/silent.ts';
import { drawSlackAway } from './cards/slack-away.ts';
import { drawStoreFailing } from './cards/store-failing.ts';
import { drawTestAlert } from './cards/test-alert.ts';
import { drawUnanswered } from './cards/unanswered.ts';
import { drawUnexplained } from './cards/unexplained.ts';
import { drawUnlock } from './cards/unlock.ts';
import { drawWalkAround, drawWalkAroundWorse } from './cards/walk-around.ts';
import type { Message } from './message.ts';
import type { Catalogue } from './words/catalogue.ts';

/** An incident, and what its card needs to know beside it. Names are as CLUe or the configuration has them. */
export type CardView = {
  readonly incident: Incident;
  /** Undefined for a place without a name. */
  readonly nameOfPlace: (place: PlaceId) => string | undefined;
  /** Undefined while nobody has ever named the door. */
  readonly nameOfDoor: (place: PlaceId, door: DoorId) => string | undefined;
  /** Whether the place is worth saying, because there are several. */
  readonly showPlace: boolean;
  /** Slack's ids of whom the channel names when nobody answers a severe card. */
  readonly notify?: readonly string[];
  /** When the channel was first told of it, or now where it is being told. */
  readonly toldAt: Instant;
  /** The words of the channel's language. */
  readonly say: Catalogue;
  /** The doors' IANA zone, for readers whose client cannot show a time in their own. */
  readonly timeZone: string;
};

/** The message that tells of an incident as it is now, what people answered to it, and the buttons to answer by. */
export const drawCard = (view: CardView): Message => withAnswers(drawFacts(view), view);

function drawFacts(view: CardView): Message {
  const { facts } = view.incident;
  switch (facts.kind) {
    case 'failures':
      return drawFailures(facts, view);
    case 'unlocks':
      return drawUnlock(facts, view);
    case 'walk-around':
      return drawWalkAround(facts, view);
    case 'refused-by-third-party':
    case 'not-unlocked':
      return drawNotLetIn(facts, view);
    case 'entries':
      return drawEntries(facts, view);
    case 'unexplained':
      return drawUnexplained(facts, view);
    case 'left-unlocked':
      return drawLeftUnlocked(facts, view);
    case 'first-in':
      return drawFirstIn(facts, view);
    case 'last-entry':
      return drawLastEntry(facts, view);
    case 'session-refused':
      return drawSessionRefused(facts, view);
    case 'blind':
      return drawBlind(facts, view);
    case 'missing-rows':
      return drawMissingRows(facts, view);
    case 'silent':
      return drawSilent(facts, view);
    case 'slack-away':
      return drawSlackAway(facts, view);
    case 'store-failing':
      return drawStoreFailing(facts, view);
    case 'channel-refused':
      return drawChannelRefused(facts, view);
    case 'test':
      return drawTestAlert(facts, view);
    case 'gathering':
      return drawGathering(facts, view);
    case 'digest':
      return drawDigest(facts, view);
  }
}

/** What a reply in the card's thread says; undefined where the incident has nothing of the kind to say any more. */
export function drawNote(part: NotePart, view: CardView): Message | undefined {
  const { facts, notes = [] } = view.incident;
  const note = notes.find((one) => one.part === part);
  switch (part) {
    case 'let-in':
      return facts.kind === 'failures' && note !== undefined ? drawLetIn(facts, note, view) : undefined;
    case 'worse':
      return note === undefined ? undefined : drawWorse(note, view);
    case 'unanswered':
      return note === undefined ? undefined : drawUnanswered(drawFacts(view), note, view);
  }
}

/** What grew worse in another way than by somebody who was let in after many failures at one door. */
function drawWorse(note: Note, view: CardView): Message | undefined {
  const { facts } = view.incident;
  if (facts.kind === 'walk-around') return drawWalkAroundWorse(facts, note, view);
  return facts.kind === 'left-unlocked' ? drawLeftUnlockedWorse(facts, note, view) : undefined;
}
