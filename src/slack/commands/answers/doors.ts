import { drawDoors } from '../../messages/answers/doors.ts';
import { type Command, readerOf } from '../command.ts';
import { takesNothing } from '../unclear-answer.ts';

/** All doors at a glance, from memory: CLUe is not asked. */
export const doors: Command = {
  name: 'doors',
  shows: 'states',
  least: 'viewer',
  examples: ['/clue doors'],
  run: async (call) => {
    const refused = takesNothing(call, doors);
    if (refused !== undefined) return refused;
    const places = call.ports.places.places().map((place) => ({ place, memory: call.ports.memory.of(place.id) }));
    return drawDoors(
      {
        showPlace: places.length > 1,
        doors: places.flatMap(({ place, memory }) =>
          (memory?.doors ?? []).flatMap(({ id, name, stands }) =>
            id === undefined
              ? []
              : [{ door: { id, ...(name !== undefined && { name }) }, place, ...(stands !== undefined && { stands }) }],
          ),
        ),
        away: places.flatMap(({ place, memory }) =>
          memory?.problem === undefined
            ? []
            : [
                {
                  place,
                  problem: memory.problem,
                  ...(memory.knownAt !== undefined && { knownAt: memory.knownAt }),
                },
              ],
        ),
      },
      readerOf(call),
    );
  },
};
