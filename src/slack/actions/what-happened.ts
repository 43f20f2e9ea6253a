import { type Instant, instant } from '../../door/ids.ts';
import type { ChannelId } from '../../incident/incident.ts';
import { explainAround, explainIncident } from '../commands/answers/explain-card.ts';
import { type Asker, wordsFor } from '../commands/asker.ts';
import type { CommandPorts } from '../commands/ports.ts';
import { SHOW_ROWS } from '../messages/action-ids.ts';
import { saying } from '../messages/layout.ts';
import type { Message } from '../messages/message.ts';
import { drawRefusal } from '../messages/refusal.ts';
import { type RowsAsked, rowsAsked } from '../messages/rows-button.ts';
import { deskFor } from './press-answer.ts';

/** A message on which somebody used the shortcut, as Slack hands it on. */
export type MessagePicked = {
  readonly asker: Asker;
  readonly channel: ChannelId;
  readonly ts: string;
  /** The incident that the message's metadata names. */
  readonly incident?: string;
  /** The values of its buttons, by their actions. */
  readonly buttons: readonly { readonly action: string; readonly value: string }[];
};

/** Tells the asker alone what happened at a card's door then: the rows and the passages around it. */
export async function whatHappened(picked: MessagePicked, ports: CommandPorts, now: Instant): Promise<Message> {
  const { asker, channel, ts, incident: named, buttons } = picked;
  const say = wordsFor(asker, ports.locale);
  if (asker.kind !== 'member') return drawRefusal(asker.kind, say);
  const desk = deskFor(asker, ports, now);
  const known = named === undefined ? undefined : ports.incidents.byId(named);
  const incident = known ?? ports.incidents.byCard(channel, ts);
  if (incident?.place !== undefined) return await explainIncident(incident, desk);
  // A card that nobody remembers still carries, in its button, which rows it was made of.
  const asked = buttons
    .map(({ action, value }) => (action === SHOW_ROWS ? rowsAsked(value) : undefined))
    .find(isSomething);
  if (asked !== undefined) {
    const { place, door, from, to = instant(Math.min(now, from + HOUR_MS)) } = asked;
    return await explainAround({ place, from, to, ...(door !== undefined && { door }) }, desk);
  }
  if (incident !== undefined || named !== undefined) return saying(say.queries.explain.notOfDoor);
  return saying(say.queries.explain.noCard);
}

const HOUR_MS = 3_600_000;
const isSomething = (asked: RowsAsked | undefined): asked is RowsAsked => asked !== undefined;
