import { after, type Instant } from '../door/ids.ts';
import {
  type By,
  type Card,
  type ChannelId,
  type Facts,
  type Incident,
  type IncidentId,
  isClosed,
  type Note,
  type Verdict,
} from './incident.ts';
import { namesPeople } from './names-shown.ts';
import { severityOf } from './severity.ts';

/** What people answer to a card, and what is no answer: that time passes, and that others read along. */
export type AnswerMessage =
  /** Somebody has it. The first who says so has it. */
  | { readonly kind: 'taken'; readonly incident: IncidentId; readonly by: string }
  /** Nobody has it any more. */
  | { readonly kind: 'released'; readonly incident: IncidentId; readonly by: string }
  | { readonly kind: 'dismissed'; readonly incident: IncidentId; readonly by: string; readonly why: Verdict }
  /** It is an incident after all. */
  | { readonly kind: 'reinstated'; readonly incident: IncidentId; readonly by: string }
  /** Heard when a reminder is due: see {@link owesReminder}. */
  | { readonly kind: 'time-passed' }
  /** Whoever reads the channel is to see less, or more, of people than its cards show; those of closed incidents too, where it says so. */
  | { readonly kind: 'redraw'; readonly channel: ChannelId; readonly closedToo: boolean };

/** What is severe and unanswered for so long rings once more, in milliseconds. */
export const UNANSWERED_AFTER_MS = 900_000;

export type Answered<F extends Facts> = {
  readonly incidents: readonly Incident<F>[];
  readonly changed: readonly Incident<F>[];
};

/** A desk's incidents after an answer. Hearing it twice, or of an incident that is forgotten, changes nothing. */
export function withAnswer<F extends Facts>(
  incidents: readonly Incident<F>[],
  message: AnswerMessage,
  now: Instant,
): Answered<F> {
  if (message.kind === 'time-passed') {
    const next = incidents.map((one) => (isDue(one, now) ? reminded(one, now) : one));
    const changed = next.filter((one, index) => one !== incidents[index]);
    return { incidents: changed.length === 0 ? incidents : next, changed };
  }
  if (message.kind === 'redraw') {
    const next = incidents.map((one) => (isToBeRedrawn(one, message) ? redrawn(one, message.channel) : one));
    const changed = next.filter((one, index) => one !== incidents[index]);
    return { incidents: changed.length === 0 ? incidents : next, changed };
  }
  const asked = standingFor(incidents, message.incident);
  const next = asked === undefined ? undefined : answered(asked, message, now);
  if (asked === undefined || next === undefined) return { incidents, changed: [] };
  return { incidents: incidents.with(incidents.indexOf(asked), next), changed: [next] };
}

/** The incident with this id, or the one that took it in: a card that was pressed may have been joined to another meanwhile. */
export function standingFor<I extends Incident>(incidents: readonly I[], id: IncidentId): I | undefined {
  const find = (wanted: IncidentId): I | undefined => incidents.find((one) => one.id === wanted);
  let one = find(id);
  for (let steps = 0; one?.mergedInto !== undefined && steps < incidents.length; steps += 1) one = find(one.mergedInto);
  return one;
}

/** Whether one of these incidents is to ring again now. */
export const owesReminder = (incidents: readonly Incident[], now: Instant): boolean =>
  incidents.some((one) => isDue(one, now));

/**
 * Since when a severe incident waits for an answer: since it is severe, and told, and since somebody last took an answer
 * back. Undefined where it is not severe, or stands in no channel.
 */
export function waitsSince(incident: Incident): Instant | undefined {
  const severe = severeSince(incident);
  const told = incident.cards.flatMap(({ ts }) => (ts === undefined ? [] : [Number(ts)]));
  if (severe === undefined || told.length === 0) return undefined;
  // A message's `ts` is the moment at which Slack took it, in seconds.
  const toldAfterMs = Math.round(Math.min(...told) * 1_000) - severe;
  return after(severe, Math.max(0, toldAfterMs, (incident.undone?.at ?? severe) - severe));
}

/** The incident that took others in, with what was answered to them: the first of those who have a part has the whole. */
export function inherited<F extends Facts>(incident: Incident<F>, others: readonly Incident[]): Incident<F> {
  const takings = [incident, ...others].flatMap(({ taken }) => (taken === undefined ? [] : [taken]));
  const [first] = takings.sort((a, b) => a.at - b.at);
  return first === undefined || first === incident.taken ? incident : revised(incident, { taken: first });
}

/** Undefined where there is nothing to change: somebody has it already, or it was never dismissed. */
function answered<F extends Facts>(
  incident: Incident<F>,
  message: Exclude<AnswerMessage, { kind: 'time-passed' | 'redraw' }>,
  now: Instant,
): Incident<F> | undefined {
  const by: By = { user: message.by, at: now };
  const { taken, dismissed } = incident;
  switch (message.kind) {
    case 'taken':
      return taken === undefined ? revised(incident, { taken: by, undone: undefined }) : undefined;
    case 'dismissed':
      return dismissed === undefined
        ? revised(incident, { dismissed: { ...by, why: message.why }, undone: undefined })
        : undefined;
    case 'released':
      return taken === undefined
        ? undefined
        : revised(incident, { taken: undefined, undone: { ...by, what: 'taken', of: taken.user } });
    case 'reinstated':
      return dismissed === undefined
        ? undefined
        : revised(incident, { dismissed: undefined, undone: { ...by, what: 'dismissed', of: dismissed.user } });
  }
}

type Answers = Pick<Incident, 'taken' | 'dismissed' | 'undone' | 'notes'>;

/** The incident with these answers in place of its own, at a new revision, so that every card of it shows them. */
function revised<F extends Facts>(
  incident: Incident<F>,
  change: { readonly [Key in keyof Answers]: Answers[Key] | undefined },
): Incident<F> {
  const { taken, dismissed, undone, notes, ...rest } = incident;
  const all = { taken, dismissed, undone, notes: withoutUnsaid(notes, incident.cards), ...change };
  return {
    ...rest,
    ...(all.taken !== undefined && { taken: all.taken }),
    ...(all.dismissed !== undefined && { dismissed: all.dismissed }),
    ...(all.undone !== undefined && { undone: all.undone }),
    ...(all.notes !== undefined && { notes: all.notes }),
    revision: incident.revision + 1,
    lastReason: 'changed',
    cards: incident.cards.map((card) => stillTold(card, incident.revision)),
  };
}

/** A card that stands, or is on its way, names somebody; or a reply in its thread may, whatever the incident came to since. */
function isToBeRedrawn(
  incident: Incident,
  { channel, closedToo }: Extract<AnswerMessage, { kind: 'redraw' }>,
): boolean {
  const card = incident.cards.find((one) => one.channel === channel);
  const stands = card?.ts !== undefined || card?.postingAt !== undefined;
  const names = namesPeople(incident) || (card?.replies ?? []).length > 0;
  return stands && card.names !== 'none' && (closedToo || !isClosed(incident)) && names;
}

/** At a new revision, which every card of it is brought to, also one whose post is under way; and the channel's replies. */
function redrawn<F extends Facts>(incident: Incident<F>, channel: ChannelId): Incident<F> {
  const revision = incident.revision + 1;
  const cards = incident.cards.map((card) => {
    const told = stillTold(card, incident.revision);
    if (card.channel !== channel || card.replies === undefined) return told;
    return { ...told, replies: card.replies.map((reply) => ({ ...reply, owes: revision })) };
  });
  return { ...incident, revision, lastReason: 'changed', cards };
}

/** An answer brings no message to where none stands: somebody deleted it, or a message of many tells it. */
function stillTold(card: Card, revision: number): Card {
  const standsNowhere = card.ts === undefined && card.postingAt === undefined && card.told >= revision;
  return standsNowhere ? { ...card, told: revision + 1 } : card;
}

/** A reminder that no thread has begun to say is needless once somebody answered. */
function withoutUnsaid(notes: readonly Note[] | undefined, cards: readonly Card[]): readonly Note[] | undefined {
  const isBegun = cards.some(({ replies = [] }) => replies.some((reply) => reply.part === 'unanswered'));
  if (notes === undefined || isBegun) return notes;
  const kept = notes.filter((note) => note.part !== 'unanswered');
  return kept.length === 0 ? undefined : kept;
}

function isDue(incident: Incident, now: Instant): boolean {
  const { notes = [], mergedInto, isUnfounded, taken, dismissed, facts } = incident;
  if (mergedInto !== undefined || isUnfounded === true || taken !== undefined || severityOf(facts) !== 'severe')
    return false;
  if (notes.some((note) => note.part === 'unanswered')) return false;
  const severe = severeSince(incident);
  const since = waitsSince(incident);
  if (severe === undefined || since === undefined || now - since < UNANSWERED_AFTER_MS) return false;
  // Called noise while it was no more than that, it may have become a break-in since.
  if (dismissed !== undefined && dismissed.at >= severe) return false;
  // Somebody who was let in is inside, however short it was; a trouble of the bot's own that is over needs nobody.
  return incident.place !== undefined || facts.kind === 'gathering' || !isClosed(incident);
}

function reminded<F extends Facts>(incident: Incident<F>, now: Instant): Incident<F> {
  const next = revised(incident, {});
  const note: Note = { part: 'unanswered', revision: next.revision, seenAt: now };
  return { ...next, notes: [...(incident.notes ?? []), note] };
}

/** Since when it is severe; undefined where it is not, and where a channel wished not to hear of it. */
function severeSince({ facts, notes = [], openedAt }: Incident): Instant | undefined {
  if (severityOf(facts) !== 'severe') return undefined;
  if (facts.kind !== 'gathering') {
    return notes.find((note) => note.part === 'let-in' || note.part === 'worse')?.seenAt ?? openedAt;
  }
  if (facts.why === 'muted' || facts.why === 'quiet' || facts.why === 'calm') return undefined;
  // What it released has a card, and a reminder, of its own.
  const severe = facts.rows.filter((row) => row.severity === 'severe' && row.released !== true);
  return severe.length === 0 ? undefined : severe.map((row) => row.openedAt).reduce((a, b) => (a < b ? a : b));
}
