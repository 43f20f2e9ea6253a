import { drawInside, type InsideRow } from '../../messages/answers/inside.ts';
import { personKey } from '../../messages/names.ts';
import { type Command, readerOf } from '../command.ts';
import { matchDoor } from '../door-match.ts';
import { match } from '../match.ts';
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
  examples: ['/clue inside'],
  run: async (call) => {
    const { ports, now } = call;
    const understood = understand({ ...call, words: asPlace(call) }, inside, { time: false });
    if ('blocks' in understood) return understood;
    const gathered = await gather(understood, lastHours(HOURS, now), deskOf(call));
    if ('failure' in gathered) return gathered.failure;
    const { passages, names, ...lacks } = gathered;
    const entries = passages.filter(({ passage }) => passage.kind === 'let-in').map((one) => rowOf(one, names));
    const people = [...Map.groupBy(entries, ({ person }) => personKey(person))].flatMap(
      ([key, own]): readonly InsideRow[] => {
        const [last] = own;
        if (key === undefined || last?.person === undefined) return [];
        return [{ person: last.person, at: last.at, door: last.door, place: last.place, times: own.length }];
      },
    );
    return drawInside(
      {
        ...lacks,
        scope: { ...understood.scope, showPlace: ports.places.places().length > 1 },
        hours: HOURS,
        people,
        unnamed: entries.filter(({ person }) => personKey(person) === undefined).length,
      },
      readerOf(call),
    );
  },
};

/** `/clue inside Shibuya` names a place, unless it is a door's name alone. */
function asPlace({ words, ports }: Pick<Parameters<Command['run']>[0], 'words' | 'ports'>) {
  const places = ports.places.places();
  const loose = words.filter(({ key }) => key === undefined);
  const name = loose.map(({ text }) => text).join(' ');
  if (name === '' || match(name, places).kind === 'none' || matchDoor(name, places).kind === 'one') return words;
  const typed = loose.map((word) => word.typed).join(' ');
  return [...words.filter(({ key }) => key !== undefined), { text: name, key: 'place', quoted: false, typed } as const];
}
