import type { MissingRows } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import type { Message } from '../message.ts';
import { list } from '../names.ts';
import { moment } from '../time.ts';
import { atPlace, card, doorOf, lasted } from './frame.ts';

/** A device's own count shows that rows of it have not reached the bot; once over, how many came and how many never did. */
export function drawMissingRows(facts: MissingRows, view: CardView): Message {
  const { place, device, doors, missing, most, first, last, since, until } = facts;
  const { timeZone, say } = view;
  const words = say.troubles.missing;
  const names = doors.map((door) => doorOf(view, place, door));
  const where = atPlace(names.length === 0 ? words.device(inText(device)) : list(names, say, 5, 'doors'), place, view);
  // By the device's own count, which is what its maker asks for.
  const numbers = words.numbers(inText(device), first, last);
  if (until === undefined) {
    return card({
      icon: '⛔',
      head: words.head(missing, where),
      story: words.story,
      smallPrint: [words.since(moment(since, timeZone)), numbers],
    });
  }
  const came = most - missing;
  const smallPrint = [words.was(...lasted(since, until, view)), ...(came > 0 ? [words.came(came)] : []), numbers];
  return missing > 0
    ? card({ icon: '⚪', head: words.never(missing, where), story: words.unknown(missing), smallPrint })
    : card({ icon: '✅', head: words.all(where), smallPrint });
}
