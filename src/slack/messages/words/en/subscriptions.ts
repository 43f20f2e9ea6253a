import type { Weekday } from '../../../../door/zone.ts';
import type { NamesShown } from '../../../../incident/subscription.ts';
import type { Topic } from '../../../../incident/topic.ts';

/** What a sentence about a subscription is made of; lists are joined already. */
export type SubscriptionParts = {
  readonly kinds: string;
  readonly doors?: string;
  readonly places?: string;
  readonly people?: string;
  readonly notDoors?: string;
  readonly notPeople?: string;
  readonly when?: string;
  readonly names: NamesShown;
  /** Mentions, joined, and how many there are. */
  readonly notify?: { readonly who: string; readonly amount: number };
};

/** A stretch of the day or the week, as it is said. */
export type HoursParts = {
  /** `22:00` and `07:00`; absent where whole days are meant. */
  readonly clock?: { readonly from: string; readonly to: string };
  /** `Mon to Fri`; absent where every day is meant. */
  readonly days?: string;
  readonly outside: boolean;
  readonly zone: string;
};

const WEEKDAYS: Readonly<Record<Weekday, string>> = {
  1: 'Mon',
  2: 'Tue',
  3: 'Wed',
  4: 'Thu',
  5: 'Fri',
  6: 'Sat',
  7: 'Sun',
};

/** A kind as it is picked from a list, as it stands in a sentence, and what else people call it when they type. */
type TopicWords = { readonly label: string; readonly phrase: string; readonly also: readonly string[] };

const topics: Readonly<Record<Topic, TopicWords>> = {
  failures: { label: 'Authentication failures', phrase: 'failures', also: ['failure', 'failed', 'refused', 'fails'] },
  'let-in-after-failures': {
    label: 'Let in after failures',
    phrase: 'who was let in after failures',
    also: ['let in', 'entry after failures', 'entered after failures'],
  },
  'walk-around': {
    label: 'Failures at several doors',
    phrase: 'failures at several doors one after the other',
    also: ['walkaround', 'walking around', 'several doors'],
  },
  'refused-by-third-party': {
    label: 'Refused by the third party',
    phrase: 'refusals by the third party',
    also: ['third party', 'third party refused', 'third party refusals', 'refused by third'],
  },
  'not-unlocked': {
    label: 'Authenticated, and not unlocked',
    phrase: 'authentications that no unlock followed',
    also: ['stayed locked', 'did not unlock'],
  },
  unlocks: { label: 'Every unlock', phrase: 'every unlock', also: ['unlock', 'unlocked', 'every unlock'] },
  entries: { label: 'Every entry', phrase: 'every entry', also: ['entry', 'entered', 'every entry', 'who entered'] },
  unexplained: {
    label: 'Unlocked with nobody authenticated',
    phrase: 'unlocks with nobody authenticated',
    also: ['nobody', 'nobody authenticated', 'exit button'],
  },
  'left-unlocked': {
    label: 'Doors left unlocked',
    phrase: 'doors left unlocked',
    also: ['still unlocked', 'unlocked too long', 'left open', 'held open'],
  },
  'first-in': { label: 'First entry of the day', phrase: 'the day’s first entry', also: ['first entry', 'first'] },
  'last-entry': { label: 'Last entry of the day', phrase: 'the day’s last entry', also: ['last', 'last out'] },
  blind: { label: 'What the bot cannot see', phrase: 'what the bot is blind to', also: ['blindness', 'bot health'] },
};

/** What a channel wishes for, in sentences. */
export const subscriptions = {
  topics,
  /** Failures of a burst, from so many on. */
  failuresFrom: (after: number): string => (after <= 1 ? 'every failure' : `failures from ${after} on`),
  everything: ['everything', 'all', 'all kinds'],
  usual: ['usual', 'default', 'the usual'],
  weekday: (day: Weekday): string => WEEKDAYS[day],
  dayRange: (from: string, to: string): string => `${from} to ${to}`,
  dayList: (days: readonly string[]): string =>
    days.length <= 1 ? (days[0] ?? '') : `${days.slice(0, -1).join(', ')} and ${days.at(-1)}`,
  hours: ({ clock, days, outside, zone }: HoursParts): string => {
    const time = clock === undefined ? '' : `${clock.from}–${clock.to}`;
    if (clock === undefined) return `${outside ? 'not on' : 'on'} ${days ?? 'any day'} (${zone})`;
    return `${outside ? 'outside ' : ''}${days === undefined ? '' : `${days} `}${time} ${zone}`;
  },
  sentence: (parts: SubscriptionParts): string => {
    const { kinds, doors, places, people, notDoors, notPeople, when, names, notify } = parts;
    const what = [
      `${kinds.charAt(0).toUpperCase()}${kinds.slice(1)}`,
      ...(doors === undefined ? [] : [`at ${doors}`]),
      ...(places === undefined ? [] : [`in ${places}`]),
      ...(notDoors === undefined ? [] : [`not at ${notDoors}`]),
      ...(people === undefined ? [] : [`only with ${people}`]),
      ...(notPeople === undefined ? [] : [`without ${notPeople}`]),
      ...(when === undefined ? [] : [when]),
    ].join(', ');
    const how = [
      ...(names === 'initials' ? ['names as initials'] : []),
      ...(names === 'none' ? ['no names'] : []),
      ...(notify === undefined
        ? []
        : [`${notify.who} ${notify.amount === 1 ? 'is' : 'are'} named when nobody answers`]),
    ];
    return `${[what, ...how].join('; ')}.`;
  },
};

export type SubscriptionWords = typeof subscriptions;
