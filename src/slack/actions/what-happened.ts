import { instant } from '../../door/ids.ts';
import type { ChannelId } from '../../incident/incident.ts';
import { type Named, namingNobody } from '../commands/access/names-given.ts';
import { explainAround } from '../commands/answers/explain-card.ts';
import { SHOW_ROWS, WHAT_HAPPENED } from '../messages/action-ids.ts';
import { saying } from '../messages/layout.ts';
import { type RowsAsked, rowsAsked } from '../messages/rows-button.ts';
import { deskFor } from './press-answer.ts';
import type { PressedBy } from './pressed.ts';

/** A message on which somebody used the shortcut, as Slack hands it on. */
export type MessagePicked = {
  readonly userId: string;
  readonly channel: ChannelId;
  readonly ts: string;
  /** The incident that the message's metadata names. */
  readonly incident?: string;
  /** The values of its buttons, by their actions. */
  readonly buttons: readonly { readonly action: string; readonly value: string }[];
};

/** Tells the asker alone what happened at a card's door then: the rows and the passages around it. */
export async function whatHappened(picked: MessagePicked, by: PressedBy): Promise<Named> {
  const { channel, ts, incident: named, buttons } = picked;
  const { ports, say, now } = by;
  const desk = deskFor(by, `${WHAT_HAPPENED} ${named ?? ts}`);
  const known = named === undefined ? undefined : ports.incidents.byId(named);
  const subject = known ?? ports.incidents.byCard(channel, ts);
  if (subject !== undefined && subject !== 'no-door') return await explainAround(subject, desk);
  // A card that nobody remembers still carries, in its button, which rows it was made of.
  const asked = buttons
    .map(({ action, value }) => (action === SHOW_ROWS ? rowsAsked(value) : undefined))
    .find(isSomething);
  if (asked !== undefined) {
    const { place, door, from, to = instant(Math.min(now, from + HOUR_MS)) } = asked;
    return await explainAround({ place, from, to, ...(door !== undefined && { door }) }, desk);
  }
  const { notOfDoor, noCard } = say.queries.explain;
  return namingNobody(saying(subject !== undefined || named !== undefined ? notOfDoor : noCard));
}

const HOUR_MS = 3_600_000;
const isSomething = (asked: RowsAsked | undefined): asked is RowsAsked => asked !== undefined;
