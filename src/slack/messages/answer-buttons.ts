import type { Button } from '@slack/types';
import { type DoorId, doorId, type PlaceId, placeId } from '../../door/ids.ts';
import { deskOf } from '../../incident/desk-of.ts';
import { type ChannelId, channelId, type Incident, type IncidentId, incidentId } from '../../incident/incident.ts';
import { SEVERITIES, type Severity, severityOf } from '../../incident/severity.ts';
import { TOPICS, type Topic, topicsOf } from '../../incident/topic.ts';
import { DISMISS, MUTE, REINSTATE, RELEASE, TAKE } from './action-ids.ts';
import { plain } from './layout.ts';
import { partsOf } from './parts.ts';
import type { Catalogue } from './words/catalogue.ts';

/** Which incident a button is about, and whose it is. Says nothing about a person. */
export type IncidentAsked = { readonly desk: string; readonly incident: IncidentId };

/** What of a card can be muted. The button remembers it by itself, so that it works when the incident is long forgotten. */
export type MuteAsked = IncidentAsked & {
  readonly place: PlaceId;
  readonly door?: DoorId;
  /** What the card is news of, the most particular first. */
  readonly topic: Topic;
  readonly severity: Severity;
  /** Where it can be muted, for a button that stands in no channel. */
  readonly channels?: readonly NamedChannel[];
};

/** A channel by the name that people know it by. */
export type NamedChannel = { readonly id: ChannelId; readonly name: string };

/** A button's value holds 2,000 characters. */
const MOST_CHANNELS = 10;

/** The buttons that an incident's card has as it is now, beside those of its own kind. */
export function answerButtons(incident: Incident, say: Catalogue): readonly Button[] {
  const { button } = say.answersToCards;
  const { taken, dismissed, facts, place, mergedInto, closedAt } = incident;
  const value = JSON.stringify([deskOf(incident), incident.id]);
  const severity = severityOf(facts);
  const take: Button =
    taken !== undefined
      ? { type: 'button', action_id: RELEASE, text: plain(button.release), value }
      : {
          type: 'button',
          action_id: TAKE,
          text: plain(button.take),
          value,
          ...(severity === 'severe' && dismissed === undefined && { style: 'primary' }),
        };
  // Another message tells it now.
  if (mergedInto !== undefined) return [];
  if (place === undefined) return isForSomebody(incident) && closedAt === undefined ? [take] : [];
  const [topic] = topicsOf(facts);
  return [
    take,
    ...(topic === undefined ? [] : [muteButton(incident, { place, topic, severity }, button.mute)]),
    dismissed === undefined
      ? { type: 'button', action_id: DISMISS, text: plain(button.dismiss), value }
      : { type: 'button', action_id: REINSTATE, text: plain(button.reinstate), value },
  ];
}

/** The bot's own troubles are somebody's to mend; of what was gathered, only what was too much for single cards is. */
function isForSomebody({ facts }: Incident): boolean {
  if (facts.kind !== 'gathering') return severityOf(facts) === 'severe';
  const isCrowd = facts.why === 'storm' || facts.why === 'rows-late' || facts.why === 'slack-away';
  return isCrowd && severityOf(facts) === 'severe';
}

function muteButton(
  incident: Incident,
  { place, topic, severity }: Pick<MuteAsked, 'place' | 'topic' | 'severity'>,
  text: string,
): Button {
  const value = JSON.stringify([deskOf(incident), incident.id, place, incident.door ?? null, topic, severity]);
  return { type: 'button', action_id: MUTE, text: plain(text), value };
}

/** A card's button as it stands on a Home tab, which is no channel: one that mutes remembers those it can be muted in. */
export function onHome(button: Button, channels: readonly NamedChannel[]): readonly Button[] {
  if (button.action_id !== MUTE) return [button];
  // What no channel of theirs hears is nobody's to mute there.
  if (channels.length === 0) return [];
  const asked = partsOf(button.value ?? '');
  const where = channels.slice(0, MOST_CHANNELS).map(({ id, name }) => [id, name]);
  return [{ ...button, value: JSON.stringify([...asked, where]) }];
}

/** What a pressed button is about; undefined for a value that no version of the bot wrote. */
export function incidentAsked(value: string): IncidentAsked | undefined {
  const [desk, incident] = partsOf(value);
  if (typeof desk !== 'string' || typeof incident !== 'string') return undefined;
  return { desk, incident: incidentId(incident) };
}

/** The same of the button that mutes. */
export function muteAsked(value: string): MuteAsked | undefined {
  const asked = incidentAsked(value);
  const [, , place, door, topicWord, severityWord, where] = partsOf(value);
  const topic = TOPICS.find((one) => one === topicWord);
  const severity = SEVERITIES.find((one) => one === severityWord);
  if (asked === undefined || topic === undefined || severity === undefined || typeof place !== 'string')
    return undefined;
  return {
    ...asked,
    place: placeId(place),
    ...(typeof door === 'string' && { door: doorId(door) }),
    topic,
    severity,
    ...(Array.isArray(where) && { channels: where.flatMap(namedChannel) }),
  };
}

function namedChannel(one: unknown): readonly NamedChannel[] {
  if (!Array.isArray(one)) return [];
  const [id, name]: readonly unknown[] = one;
  return typeof id === 'string' && typeof name === 'string' ? [{ id: channelId(id), name }] : [];
}
