import type { DoorEvent, Person } from '../door/event.ts';

/** Every page is parsed anew, with its own copy of every door's name; thousands of rows share the few that differ. */
export function createSharer(): (event: DoorEvent) => DoorEvent {
  const place = pool<DoorEvent['place']>();
  const code = pool<string>();
  const door = pool<NonNullable<DoorEvent['door']>>();
  const doorName = pool<string>();
  const device = pool<NonNullable<DoorEvent['device']>>();
  const people = new Map<string, Person>();
  const person = (one: Person): Person => {
    const key = JSON.stringify([one.id, one.name]);
    const known = people.get(key) ?? one;
    people.set(key, known);
    return known;
  };
  return (event) => ({
    ...event,
    place: place(event.place),
    code: code(event.code),
    ...(event.door !== undefined && { door: door(event.door) }),
    ...(event.doorName !== undefined && { doorName: doorName(event.doorName) }),
    ...(event.device !== undefined && { device: device(event.device) }),
    ...(event.person !== undefined && { person: person(event.person) }),
  });
}

function pool<Text extends string>(): (text: Text) => Text {
  const texts = new Map<Text, Text>();
  return (text) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
}
