import { after } from '../../../door/ids.ts';
import { namesPeople } from '../../../incident/names-shown.ts';
import { saying } from '../../messages/layout.ts';
import type { Reader } from '../../messages/reader.ts';
import { drawRehearsal } from '../../messages/rehearsal.ts';
import { type Shown, subscriptionShown } from '../../messages/rehearsal-button.ts';
import { drawUnread } from '../../messages/scope.ts';
import { type Named, naming as namesIn, namesInWishes, namingNobody } from '../access/names-given.ts';
import type { CommandPorts } from '../ports.ts';
import { namingOf } from '../wishes/naming.ts';
import type { RehearsalRequest } from './run.ts';

const DAY_MS = 86_400_000;

export type RehearsedOptions = Pick<RehearsalRequest, 'onProgress' | 'signal'> & {
  readonly shown: Shown;
  /** Days of the past, from now on. */
  readonly days: number;
  readonly ports: Pick<CommandPorts, 'places' | 'rehearsals' | 'timeZone' | 'names'>;
  readonly reader: Reader;
};

/** Runs a wish over the past, and says what it would have told. Problems with CLUe are told in the answer. */
export async function rehearsed(options: RehearsedOptions): Promise<Named> {
  const { shown, days, ports, reader, onProgress, signal } = options;
  const { now, say } = reader;
  const subscription = subscriptionShown(shown);
  const places = ports.places.places();
  const named = subscription.places ?? subscription.doors?.map((door) => door.place);
  const asked = places.filter((place) => named === undefined || named.includes(place.id));
  const done = await ports.rehearsals.run({
    subscription,
    places: asked.map((place) => place.id),
    from: after(now, -days * DAY_MS),
    to: now,
    onProgress,
    ...(signal !== undefined && { signal }),
  });
  if (!done.ok) return namingNobody(saying(say.rehearsal.busy));
  const { rehearsal, unread, cut } = done;
  const viewOf = (id: string) => places.find((one) => one.id === id) ?? { id };
  const naming = namingOf(ports, say);
  const [failure, ...others] = unread.map(({ place, problem }) => ({ place: viewOf(place), problem }));
  if (failure !== undefined && unread.length === asked.length) {
    return namingNobody(drawUnread([failure, ...others], naming, reader));
  }
  const isNaming = (shown.wish.names ?? 'full') !== 'none';
  const message = drawRehearsal({
    rehearsal,
    days,
    shown,
    unread: failure === undefined ? [] : [failure, ...others],
    cut: cut.map(viewOf),
    naming,
    reader,
  });
  const loud = isNaming ? rehearsal.loudest.filter(namesPeople).length : 0;
  // What would have been told of somebody tells of their days.
  return namesIn(message, loud + namesInWishes([shown.wish]), shown.wish.people);
}
