import { drawDoor } from '../../messages/answers/door.ts';
import { drawUnclearAsked } from '../../messages/answers/unclear-asked.ts';
import type { Message } from '../../messages/message.ts';
import { type Command, readerOf } from '../command.ts';
import type { DoorHabits } from '../ports.ts';
import { deskOf } from './desk.ts';
import { gather } from './gather.ts';
import { understand } from './listed.ts';
import { rowOf } from './passage-rows.ts';
import { lastHours } from './spans.ts';

const PASSAGES = 10;
const NOTHING_LEARNED: DoorHabits = { unexplained: 'unknown', busiest: [] };

/** One door: how it stands, what is usual there, and its last passages. */
export const door: Command = {
  name: 'door',
  takesDoor: true,
  examples: ['/clue door "Front door"'],
  run: async (call): Promise<Message> => {
    const understood = understand(call, door, { time: false });
    if ('blocks' in understood) return understood;
    const { door: asked, scope } = understood;
    const { ports, now } = call;
    const places = ports.places.places();
    if (asked === undefined) return drawUnclearAsked({ kind: 'which-door' }, door, call.say);
    const { place } = asked;
    const memory = ports.memory.of(place.id)?.doors.find(({ id }) => id === asked.door.id);
    const gathered = await gather(understood, lastHours(24, now), deskOf(call));
    const known = {
      door: asked.door,
      place,
      showPlace: places.length > 1,
      ...(memory?.stands !== undefined && { stands: memory.stands }),
      habits: memory?.habits ?? NOTHING_LEARNED,
    };
    // What CLUe does not tell of the last day is no reason to hide what is known of the door.
    if ('failure' in gathered) {
      if (memory === undefined) return gathered.failure;
      const problem = ports.memory.of(place.id)?.problem;
      const unread = problem === undefined ? [] : [{ place, problem }];
      return drawDoor({ ...known, rows: [], malformed: 0, cuts: [], unread, remembered: [] }, readerOf(call));
    }
    const { passages, names, ...lacks } = gathered;
    const rows = passages.slice(0, PASSAGES).map((one) => rowOf(one, names));
    return drawDoor({ ...lacks, ...known, showPlace: scope.showPlace, rows }, readerOf(call));
  },
};
