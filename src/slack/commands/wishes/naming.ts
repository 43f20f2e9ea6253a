import type { Naming } from '../../messages/wishes/sentence.ts';
import type { Catalogue } from '../../messages/words/catalogue.ts';
import type { CommandPorts } from '../ports.ts';

/** What the bot calls doors, places and people now, in the words of whoever reads it. */
export function namingOf(ports: Pick<CommandPorts, 'places' | 'timeZone' | 'names'>, say: Catalogue): Naming {
  const places = ports.places.places();
  const placeOf = new Map(places.map((place) => [place.id, place]));
  return {
    say,
    timeZone: ports.timeZone,
    showPlace: places.length > 1,
    hidesPeople: ports.names === 'left-out',
    nameOfPlace: (id) => placeOf.get(id)?.name,
    nameOfDoor: ({ place, door }) => placeOf.get(place)?.doors.find((one) => one.id === door)?.name,
    nameOfPerson: (id) => {
      for (const place of places) {
        const name = place.personName(id);
        if (name !== undefined) return name;
      }
      return undefined;
    },
  };
}
