import type { ChannelId } from '../../../incident/incident.ts';
import { NAMES_SHOWN, type Subscription } from '../../../incident/subscription.ts';
import { USUAL_AFTER, USUAL_TOPICS } from '../../../incident/topic.ts';
import type { Wish } from '../../../incident/wish.ts';
import type { Choice, FormView, HoursMode, Picking } from '../../messages/wishes/form.ts';
import { subscriptionInWords } from '../../messages/wishes/sentence.ts';
import type { Catalogue } from '../../messages/words/catalogue.ts';
import { doorsOf } from '../door-match.ts';
import type { CommandPorts } from '../ports.ts';
import { peopleAt } from './known.ts';
import { namingOf } from './naming.ts';
import { isGroup } from './whom.ts';

export type FormFor = {
  readonly channel: ChannelId;
  readonly ports: Pick<CommandPorts, 'places' | 'timeZone' | 'names'>;
  readonly say: Catalogue;
  /** The subscription that is changed. */
  readonly known?: Subscription;
  /** What is picked so far; what a new or a changed subscription begins with where it is left out. */
  readonly wish?: Wish;
};

/** The form as it is with this wish picked. */
export function formView({ channel, ports, say, known, wish = known ?? { topics: USUAL_TOPICS } }: FormFor): FormView {
  const naming = namingOf(ports, say);
  const places = ports.places.places();
  const { common } = say;
  const { hours, notify = [] } = wish;
  const doors: readonly Choice[] = doorsOf(places).map(({ door, place }) => ({
    value: `${place.id}/${door.id}`,
    label: naming.showPlace
      ? common.doorAt(door.name ?? common.door(door.id), place.name ?? common.place(place.id))
      : (door.name ?? common.door(door.id)),
  }));
  const people: readonly Choice[] = peopleAt(places).map(({ id, name }) => ({ value: id, label: name ?? id }));
  // The customer's own key of somebody is as good as a name.
  const unknown = ports.names === 'left-out' ? common.somebody : undefined;
  const doorValues = (refs: Wish['doors']): readonly string[] =>
    (refs ?? []).map(({ place, door }) => `${place}/${door}`);
  const isWhole = hours?.from === 0 && hours.to === 1_440;
  const mode: HoursMode =
    hours === undefined ? 'always' : hours.outside === true ? 'outside' : isWhole ? 'always' : 'within';
  return {
    say,
    channel,
    ...(known !== undefined && { id: known.id }),
    kinds: wish.topics,
    places: withPicked(
      places.length > 1 ? places.map(({ id, name }) => ({ value: id, label: name ?? common.place(id) })) : [],
      wish.places ?? [],
    ),
    doors: withPicked(doors, doorValues(wish.doors)),
    notDoors: withPicked(doors, doorValues(wish.notDoors)),
    people: withPicked(people, wish.people ?? [], unknown),
    notPeople: withPicked(people, wish.notPeople ?? [], unknown),
    hours: mode,
    ...(hours !== undefined && !isWhole && { from: hours.from, to: hours.to }),
    days: hours?.days ?? [],
    after: wish.after ?? USUAL_AFTER,
    names: wish.names ?? NAMES_SHOWN[0],
    // The picker knows people alone; user groups stay as they are.
    notify: notify.filter((one) => !isGroup(one)),
    ...(wish.topics.length > 0 && {
      sentence: subscriptionInWords({ ...wish, channel, id: known?.id ?? '' }, naming, 'asker'),
    }),
  };
}

/** What is picked can be kept, also where the bot does not know it any more. */
function withPicked(choices: readonly Choice[], picked: readonly string[], unknown?: string): Picking {
  const missing = picked.filter((value) => !choices.some((one) => one.value === value));
  return { choices: [...choices, ...missing.map((value) => ({ value, label: unknown ?? value }))], picked };
}
