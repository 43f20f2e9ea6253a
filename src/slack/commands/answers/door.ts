import { drawDoor } from '../../messages/answers/door.ts';
import { isNamed } from '../../messages/names.ts';
import { naming, namingNobody } from '../access/names-given.ts';
import { type Command, readerOf } from '../command.ts';
import type { DoorHabits } from '../ports.ts';
import { deskOf } from './desk.ts';
import { gather } from './gather.ts';
import { askBack, understand } from './listed.ts';
import { rowOf } from './passage-rows.ts';
import { lastHours } from './spans.ts';

const PASSAGES = 10;
const NOTHING_LEARNED: DoorHabits = { unexplained: 'unknown', busiest: [] };

/** One door: how it stands, what is usual there, and its last passages. */
export const door: Command = {
  name: 'door',
  shows: 'names',
  least: 'viewer',
  takesDoor: true,
  examples: ['/clue door "Front door"'],
  run: async (call) => {
    const understood = understand(call, door, { time: false });
    if ('message' in understood) return understood;
    const { door: asked, scope } = understood;
    const { ports, now } = call;
    if (asked === undefined) return askBack({ kind: 'which-door' }, call, door);
    const { place } = asked;
    const memory = ports.memory.of(place.id)?.doors.find(({ id }) => id === asked.door.id);
    const gathered = await gather(understood, lastHours(24, now), deskOf(call));
    const { stands } = memory ?? {};
    const known = {
      door: asked.door,
      place,
      showPlace: scope.showPlace,
      ...(stands !== undefined && { stands }),
      habits: memory?.habits ?? NOTHING_LEARNED,
    };
    const lastNamed = isNamed(stands?.last?.person) ? 1 : 0;
    // What CLUe does not tell of the last day is no reason to hide what is known of the door.
    if ('failure' in gathered) {
      const problem = ports.memory.of(place.id)?.problem;
      if (memory === undefined || problem === undefined) return namingNobody(gathered.failure);
      const lacks = { malformed: 0, cuts: [], unread: [{ place, problem }], freshness: [] };
      return naming(drawDoor({ ...known, ...lacks, rows: [] }, readerOf(call)), lastNamed);
    }
    const { passages, names, ...lacks } = gathered;
    const rows = passages.slice(0, PASSAGES).map((one) => rowOf(one, names));
    const named = rows.filter(({ person }) => isNamed(person)).length;
    return naming(drawDoor({ ...lacks, ...known, rows }, readerOf(call)), named + lastNamed);
  },
};
