import { byTime, type DoorEvent, type Person } from './event.ts';
import type { DoorId, EventId, Instant } from './ids.ts';

/** How long the relay may take to answer an authentication, in milliseconds. */
export const RELAY_ANSWERS_WITHIN_MS = 5_000;

type At = {
  /** When it began: the authentication, or the relay where nobody authenticated. Device time. */
  readonly at: Instant;
  readonly door?: DoorId;
  readonly doorName?: string;
  readonly person?: Person;
  /** The rows it is made of, oldest first. */
  readonly rows: readonly EventId[];
  /** The raw code of its first row. */
  readonly code: string;
};

/** What happened to one person at one door, or to a door without a person. */
export type Passage =
  /** Authenticated, and the relay answered in time: this person could enter. */
  | (At & { readonly kind: 'let-in'; readonly unlockedAt: Instant; readonly relay: EventId })
  /** The device refused. */
  | (At & { readonly kind: 'refused' })
  /** CLUe accepted, the third party did not: this person did not enter. */
  | (At & { readonly kind: 'refused-by-third-party' })
  /** Authenticated, and the relay did not answer. */
  | (At & { readonly kind: 'not-unlocked' })
  /** The relay went on with nobody before it: exit button, schedule, remote command, or something worse. */
  | (At & { readonly kind: 'unlocked-without-person'; readonly relay: EventId })
  /** Authenticated a moment ago; the relay may still answer. */
  | (At & { readonly kind: 'pending' });

type Attempt = {
  readonly first: DoorEvent;
  readonly rows: EventId[];
  person: Person | undefined;
  thirdParty: 'silent' | 'accepted' | 'refused';
  lastAt: Instant;
  relay: DoorEvent | undefined;
};

/**
 * Reads the events of ONE door as passages, oldest first. Order and doublings of the input do not matter.
 *
 * @param now the moment of judgement: an authentication younger than five seconds is still `pending`.
 * @param thirdPartyDoor whether this door is known to have shown VENDOR_* rows before these events.
 */
export function passagesOfDoor(events: readonly DoorEvent[], now: Instant, thirdPartyDoor = false): readonly Passage[] {
  const sorted = [...new Map(events.map((event) => [event.id, event])).values()].sort(byTime);
  const withThirdParty = thirdPartyDoor || sorted.some(isThirdParty);
  const attempts = attemptsOf(sorted);
  const passages: Passage[] = [];
  for (const event of sorted) {
    if (event.kind === 'auth-failed') passages.push({ kind: 'refused', ...frame(event, [event.id], event.person) });
    if (event.kind !== 'unlocked') continue;
    const attempt = whomItAnswers(event, attempts);
    if (attempt === undefined) {
      passages.push({ kind: 'unlocked-without-person', ...frame(event, [event.id], event.person), relay: event.id });
    } else {
      attempt.relay = event;
    }
  }
  for (const attempt of attempts) passages.push(judge(attempt, now, withThirdParty));
  return passages.sort((a, b) => a.at - b.at);
}

/** Reads events of any number of doors as passages, oldest first. Rows that name no door count as one door. */
export function passagesOf(
  events: readonly DoorEvent[],
  now: Instant,
  isThirdPartyDoor: (door: DoorId | undefined) => boolean = () => false,
): readonly Passage[] {
  const doors = Map.groupBy(events, (event) => `${event.place}/${event.door ?? ''}`);
  return [...doors.values()]
    .flatMap((ofDoor) => passagesOfDoor(ofDoor, now, isThirdPartyDoor(ofDoor[0]?.door)))
    .sort((a, b) => a.at - b.at);
}

function attemptsOf(sorted: readonly DoorEvent[]): Attempt[] {
  const attempts: Attempt[] = [];
  for (const event of sorted) {
    if (event.kind === 'authenticated') {
      attempts.push(newAttempt(event, 'silent'));
    } else if (event.kind === 'third-party-accepted' || event.kind === 'third-party-refused') {
      const verdict = event.kind === 'third-party-accepted' ? 'accepted' : 'refused';
      const attempt = whomItJudges(event, attempts);
      if (attempt === undefined) {
        attempts.push(newAttempt(event, verdict));
      } else {
        attempt.thirdParty = verdict;
        attempt.rows.push(event.id);
        attempt.lastAt = event.at;
        attempt.person = { ...event.person, ...attempt.person };
      }
    }
  }
  return attempts;
}

function newAttempt(event: DoorEvent, thirdParty: Attempt['thirdParty']): Attempt {
  return { first: event, rows: [event.id], person: event.person, thirdParty, lastAt: event.at, relay: undefined };
}

/** The third party speaks of the same person's latest attempt, or of the latest one if it names nobody. */
function whomItJudges(event: DoorEvent, attempts: readonly Attempt[]): Attempt | undefined {
  const open = begunShortlyBefore(event, attempts).filter(
    (attempt) =>
      attempt.thirdParty === 'silent' &&
      attempt.first.kind === 'authenticated' &&
      event.at - attempt.first.at <= RELAY_ANSWERS_WITHIN_MS,
  );
  const named = keyOf(event.person);
  if (named === undefined) return open.at(-1);
  return (
    open.findLast((attempt) => keyOf(attempt.person) === named) ??
    open.findLast((attempt) => keyOf(attempt.person) === undefined)
  );
}

/** A relay answers whom the third party accepted last; else who authenticated last. Never whom it refused. */
function whomItAnswers(relay: DoorEvent, attempts: readonly Attempt[]): Attempt | undefined {
  const open = begunShortlyBefore(relay, attempts).filter(
    (attempt) =>
      attempt.relay === undefined &&
      attempt.thirdParty !== 'refused' &&
      relay.at - attempt.lastAt <= RELAY_ANSWERS_WITHIN_MS,
  );
  const accepted = open.filter((attempt) => attempt.thirdParty === 'accepted' && attempt.lastAt <= relay.at);
  return latest(accepted, ({ lastAt }) => lastAt) ?? open.at(-1);
}

/** The one with the latest moment; of several with the same, the last. */
function latest<One>(ones: readonly One[], when: (one: One) => Instant): One | undefined {
  return ones.reduce<One | undefined>(
    (best, one) => (best === undefined || when(one) >= when(best) ? one : best),
    undefined,
  );
}

/** The attempts, oldest first, that an event could still belong to: an authentication and the third party take 5 s each. */
function begunShortlyBefore(event: DoorEvent, attempts: readonly Attempt[]): readonly Attempt[] {
  let [end, above] = [0, attempts.length];
  while (end < above) {
    const middle = (end + above) >>> 1;
    if ((attempts[middle]?.first.at ?? 0) <= event.at) end = middle + 1;
    else above = middle;
  }
  let start = end;
  while (start > 0 && event.at - (attempts[start - 1]?.first.at ?? 0) <= 2 * RELAY_ANSWERS_WITHIN_MS) start -= 1;
  return attempts.slice(start, end);
}

function judge(attempt: Attempt, now: Instant, withThirdParty: boolean): Passage {
  const { first, relay } = attempt;
  if (relay !== undefined) {
    const rows = [...attempt.rows, relay.id];
    return { kind: 'let-in', ...frame(first, rows, attempt.person), unlockedAt: relay.at, relay: relay.id };
  }
  const at = frame(first, attempt.rows, attempt.person);
  if (attempt.thirdParty === 'refused') return { kind: 'refused-by-third-party', ...at };
  const age = now - attempt.lastAt;
  if (age >= 0 && age < RELAY_ANSWERS_WITHIN_MS) return { kind: 'pending', ...at };
  if (withThirdParty && attempt.thirdParty === 'silent') return { kind: 'refused-by-third-party', ...at };
  return { kind: 'not-unlocked', ...at };
}

function frame(event: DoorEvent, rows: readonly EventId[], person: Person | undefined): At {
  return {
    at: event.at,
    ...(event.door !== undefined && { door: event.door }),
    ...(event.doorName !== undefined && { doorName: event.doorName }),
    ...(person !== undefined && { person }),
    rows,
    code: event.code,
  };
}

function isThirdParty(event: DoorEvent): boolean {
  return event.kind === 'third-party-accepted' || event.kind === 'third-party-refused';
}

/** What tells two people apart; undefined for a row that says nothing about who it was. */
const keyOf = (person: Person | undefined): string | undefined => person?.id ?? person?.name ?? person?.alias;
