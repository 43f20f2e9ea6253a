import type { MissingRows } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import type { Message } from '../message.ts';
import { count, list } from '../names.ts';
import { lengthOfTime, moment } from '../time.ts';
import { card, doorOf } from './frame.ts';

/** A device's own count shows that rows of it have not reached the bot; once over, how many came and how many never did. */
export function drawMissingRows(facts: MissingRows, view: CardView): Message {
  const { place, device, doors, missing, most, first, last, since, until } = facts;
  const names = list(doors.map((door) => doorOf(view, place, door)));
  const at = names === '' ? inText(view.nameOfPlace(place)) : `${names}, ${inText(view.nameOfPlace(place))}`;
  const numbers = first === last ? `its entry ${first}` : `its entries ${first} to ${last}`;
  if (until !== undefined) {
    const came = most - missing;
    return card({
      icon: missing === 0 ? '✅' : '⚪',
      head:
        missing === 0
          ? `All rows of the device at ${at} have arrived`
          : `${count(missing, 'row')} of the device at ${at} never arrived`,
      smallPrint: [
        `device ${inText(device)}, ${numbers}`,
        `missed since ${moment(since, view.timeZone)}, for ${lengthOfTime(until - since)}`,
        ...(came > 0 ? [`${count(came, 'row')} came late and ${came === 1 ? 'is' : 'are'} told`] : []),
      ],
    });
  }
  return card({
    icon: '⛔',
    head: `${count(missing, 'row')} of the device at ${at} ${missing === 1 ? 'is' : 'are'} missing`,
    story:
      'What they tell is not known yet. Look whether the device has power and a network; it sends them when it can.',
    smallPrint: [`device ${inText(device)}, ${numbers}`, `since ${moment(since, view.timeZone)}`],
  });
}
