import type { MissingRows } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import type { Message } from '../message.ts';
import { count, list } from '../names.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import { atPlace, card, doorOf } from './frame.ts';

/** A device's own count shows that rows of it have not reached the bot; once over, how many came and how many never did. */
export function drawMissingRows(facts: MissingRows, view: CardView): Message {
  const { place, device, doors, missing, most, since, until } = facts;
  const { timeZone } = view;
  const names = list(
    doors.map((door) => doorOf(view, place, door)),
    view.say,
  );
  const where = atPlace(names === '' ? `device ${inText(device)}` : names, place, view);
  const numbers = numbersOf(facts);
  if (until === undefined) {
    return card({
      icon: '⛔',
      head: `${count(missing, 'row')} of ${where} ${missing === 1 ? 'has' : 'have'} not reached the bot`,
      story:
        'What happened there may not be told yet. Look whether the device has power and a network; it sends its rows when it can.',
      smallPrint: [`missed since ${moment(since, timeZone)}`, numbers],
    });
  }
  const span = `missed from ${moment(since, timeZone)} to ${momentAfter(since, until, timeZone)} (${lengthOfTime(until - since, view.say)})`;
  const came = most - missing;
  const late = `${count(came, 'row')} came late and ${came === 1 ? 'is' : 'are'} told, as late as ${came === 1 ? 'it is' : 'they are'}`;
  if (missing > 0) {
    return card({
      icon: '⚪',
      head: `${count(missing, 'row')} of ${where} never reached the bot`,
      story: `What ${missing === 1 ? 'it tells' : 'they tell'} stays unknown. The bot waits for ${missing === 1 ? 'it' : 'them'} no longer.`,
      smallPrint: [span, ...(came > 0 ? [late] : []), numbers],
    });
  }
  return card({
    icon: '✅',
    head: `All rows of ${where} have reached the bot`,
    smallPrint: [span, ...(came > 0 ? [late] : []), numbers],
  });
}

/** By the device's own count, which is what its maker asks for. */
function numbersOf({ device, first, last }: MissingRows): string {
  const numbers = first === last ? `entry ${first}` : `entries ${first} to ${last}`;
  return `device ${inText(device)}, ${numbers} of its own log`;
}
