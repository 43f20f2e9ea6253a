import type { DoorEvent } from '../../../door/event.ts';
import type { PersonId } from '../../../door/ids.ts';
import { isAtLeast } from '../../../incident/access.ts';
import { withoutPeople } from '../../../incident/names-shown.ts';
import type { Asker } from '../asker.ts';
import type { CommandPorts, DoorMemory, Log, PlaceView } from '../ports.ts';

/**
 * The rest of the bot as somebody may see it: for operators and admins all of it, for anybody else without people, save the
 * one that they are themselves.
 */
export function portsFor(asker: Asker, ports: CommandPorts): CommandPorts {
  if (asker.kind !== 'member') return withoutNames(ports);
  return isAtLeast(asker.role, 'operator') ? ports : withoutNames(ports, ports.access.personOf(asker.userId));
}

/**
 * The rest of the bot with nobody in it: what a command never gets to know it cannot tell. Each port stands here by name, so
 * that one which is added is decided about.
 *
 * @param self who is shown all the same: the asker's own rows.
 */
export function withoutNames(ports: CommandPorts, self?: PersonId): CommandPorts {
  const { log, rows, waits, places, memory, incidents, rehearsals, ...others } = ports;
  const { health, login, testAlert, channels, forms, access, audit, files } = others;
  const aliases: Aliases = new Map();
  return {
    log: namelessLog(log, self, aliases),
    rows: namelessRows(rows, self, aliases),
    places: { places: () => places.places().map((place) => namelessPlace(place, self)) },
    memory: {
      of: (place) => {
        const known = memory.of(place);
        return known && { ...known, doors: known.doors.map((one) => namelessDoor(one, self)) };
      },
    },
    rehearsals: {
      run: async (request) => {
        const answer = await rehearsals.run(request);
        return answer.ok ? { ...answer, rehearsal: withoutPeople(answer.rehearsal) } : answer;
      },
    },
    // They know people by Slack's ids alone, or not at all.
    waits,
    incidents,
    health,
    login,
    testAlert,
    channels,
    forms,
    access,
    audit,
    files,
    names: 'left-out',
    timeZone: ports.timeZone,
    locale: ports.locale,
  };
}

function namelessLog(log: Log, self: PersonId | undefined, aliases: Aliases): Log {
  return {
    page: async (request, signal) => {
      const answer = await log.page(request, signal);
      if (!answer.ok) return answer;
      return {
        ...answer,
        value: { ...answer.value, events: answer.value.events.map((one) => namelessRow(one, self, aliases)) },
      };
    },
  };
}

function namelessRows(rows: CommandPorts['rows'], self: PersonId | undefined, aliases: Aliases): CommandPorts['rows'] {
  const without = (events: readonly DoorEvent[]): readonly DoorEvent[] =>
    events.map((one) => namelessRow(one, self, aliases));
  return {
    read: async ({ isEnough, key, ...request }) => {
      const answer = await rows.read({
        ...request,
        ...(isEnough !== undefined && { isEnough: (events) => isEnough(without(events)) }),
        // Whoever sees nobody may need more rows than somebody who asks the same.
        ...(key !== undefined && { key: `${key} without names, but ${self ?? 'nobody'}` }),
      });
      if (answer.kind !== 'read') return answer;
      const places = answer.places.map((one) => (one.ok ? { ...one, events: without(one.events) } : one));
      return { ...answer, places };
    },
  };
}

/** People by a number each, in one answer or for as long as one may look: the same row is read again on another page. */
type Aliases = Map<string, string>;

/** That there was somebody stays, and whether it was the same one: whom a verdict is about depends on it. */
export function namelessRow<Row extends Pick<DoorEvent, 'person'>>(
  event: Row,
  self: PersonId | undefined,
  aliases: Aliases,
): Row {
  const { person } = event;
  if (person === undefined || (self !== undefined && person.id === self)) return event;
  const key = person.id ?? person.name;
  if (key === undefined) return { ...event, person: {} };
  const alias = aliases.get(key) ?? String(aliases.size + 1);
  aliases.set(key, alias);
  return { ...event, person: { alias } };
}

function namelessDoor({ stands, ...door }: DoorMemory, self: PersonId | undefined): DoorMemory {
  if (stands === undefined) return door;
  const { last, relay } = stands;
  return {
    ...door,
    stands: {
      ...(last !== undefined && { last: namelessRow(last, self, new Map()) }),
      ...(relay !== undefined && { relay: namelessRow(relay, self, new Map()) }),
    },
  };
}

const namelessPlace = (place: PlaceView, self: PersonId | undefined): PlaceView => ({
  ...place,
  people: place.people.filter(({ id }) => id === self),
  personName: (id) => (id === self ? place.personName(id) : undefined),
});
