import { drawInside, type InsideRow } from '../../messages/answers/inside.ts';
import { personKey } from '../../messages/names.ts';
import { naming, namingNobody } from '../access/names-given.ts';
import { type Command, readerOf } from '../command.ts';
import { deskOf } from './desk.ts';
import { gather } from './gather.ts';
import { understand } from './listed.ts';
import { rowOf } from './passage-rows.ts';
import { lastHours } from './spans.ts';

/** Nobody is thought to be still there after so long. */
const HOURS = 12;

/** Who came in and may still be there. */
export const inside: Command = {
  name: 'inside',
  shows: 'names',
  least: 'viewer',
  examples: ['/clue inside'],
  run: async (call) => {
    const { ports, now } = call;
    const understood = understand(call, inside, { time: false });
    if ('message' in understood) return understood;
    const gathered = await gather(understood, lastHours(HOURS, now), deskOf(call));
    if ('failure' in gathered) return namingNobody(gathered.failure);
    const { passages, names, ...lacks } = gathered;
    const entries = passages.filter(({ passage }) => passage.kind === 'let-in').map((one) => rowOf(one, names));
    const people = [...Map.groupBy(entries, ({ person }) => personKey(person))].flatMap(
      ([key, own]): readonly InsideRow[] => {
        const [last] = own;
        if (key === undefined || last?.person === undefined) return [];
        return [{ person: last.person, at: last.at, door: last.door, place: last.place, times: own.length }];
      },
    );
    const message = drawInside(
      {
        ...lacks,
        scope: understood.scope,
        hours: HOURS,
        people,
        unnamed: entries.filter(({ person }) => personKey(person) === undefined).length,
        ...(ports.names === 'left-out' && { namesLeftOut: true }),
      },
      readerOf(call),
    );
    return naming(message, people.length);
  },
};
