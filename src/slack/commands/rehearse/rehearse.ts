import { after } from '../../../door/ids.ts';
import { TOPICS } from '../../../incident/topic.ts';
import { asCode } from '../../messages/escape.ts';
import { saying } from '../../messages/layout.ts';
import type { Message } from '../../messages/message.ts';
import { drawProgress, drawRehearsal } from '../../messages/rehearsal.ts';
import { drawUnread } from '../../messages/scope.ts';
import type { Word } from '../arguments.ts';
import type { Call, Command } from '../command.ts';
import { knownNames } from '../known-names.ts';
import { readSubscription } from './read-subscription.ts';

/** Days that are rehearsed where no time is named, and at most. */
const USUAL_DAYS = 7;
const MOST_DAYS = 30;
const DAY_MS = 86_400_000;

/** Tries a subscription on the past, and tells what it would have told. */
export const rehearse: Command = {
  name: 'rehearse',
  usage: '[kinds] [door:… place:…] [after:3] [hours:22:00-07:00] [last 7d|30d]',
  summary: 'what a subscription would have told in the past days, and what other wishes would change',
  examples: ['/clue rehearse', '/clue rehearse failures after:2 last 30d', '/clue rehearse unlocks hours:22:00-07:00'],
  run: async (call) => {
    const { channel, ports, say, words } = call;
    const { days, wish } = daysAsked(words);
    const reading = readSubscription(wish, { channel, places: ports.places.places() });
    if (days === undefined || !reading.ok) {
      const word = reading.ok ? (words.find((one) => one.text.toLowerCase() === 'last')?.typed ?? '') : reading.word;
      return saying(
        say.rehearsal.unclear(asCode(word)),
        say.rehearsal.grammar(
          TOPICS.map((topic) => asCode(topic)),
          MOST_DAYS,
        ),
        ...rehearse.examples.map((one) => asCode(one)),
      );
    }
    return answer(call, reading.subscription, days, wish);
  },
};

async function answer(
  { channel, ports, say, now, progress, signal }: Call,
  subscription: Parameters<typeof ports.rehearsals.run>[0]['subscription'],
  days: number,
  wish: readonly Word[],
): Promise<Message> {
  const { timeZone } = ports;
  const places = ports.places.places();
  const named = subscription.places ?? subscription.doors?.map((door) => door.place);
  const asked = places.filter((place) => named === undefined || named.includes(place.id));
  const done = await ports.rehearsals.run({
    subscription,
    places: asked.map((place) => place.id),
    from: after(now, -days * DAY_MS),
    to: now,
    onProgress: (how) => progress(drawProgress(how, say)),
    ...(signal !== undefined && { signal }),
  });
  if (!done.ok) return saying(say.rehearsal.busy);
  const { rehearsal, unread, cut } = done;
  const viewOf = (id: string) => places.find((one) => one.id === id) ?? { id };
  const [failure, ...others] = unread.map(({ place, problem }) => ({ place: viewOf(place), problem }));
  if (failure !== undefined && unread.length === asked.length) {
    return drawUnread([failure, ...others], { showPlace: places.length > 1, now, timeZone });
  }
  const names = knownNames(places, []);
  return drawRehearsal({
    rehearsal,
    days,
    shown: { channel, wish: wish.map((word) => word.typed).join(' ') },
    topics: subscription.topics,
    unread: unread.map(({ place }) => viewOf(place)),
    cut: cut.map(viewOf),
    nameOfDoor: (place, door) => names.door(place, door).name,
    nameOfPlace: (place) => names.place(place).name,
    showPlace: places.length > 1,
    timeZone,
    say,
  });
}

/** `last 30d`, wherever it stands, and the other words; no days where they cannot be read. */
function daysAsked(words: readonly Word[]): { readonly days?: number; readonly wish: readonly Word[] } {
  const at = words.findIndex(({ text, quoted, key }) => key === undefined && !quoted && text.toLowerCase() === 'last');
  if (at === -1) return { days: USUAL_DAYS, wish: words };
  const wish = words.filter((_, index) => index !== at && index !== at + 1);
  const days = Number(/^(\d{1,3})d$/i.exec(words[at + 1]?.text ?? '')?.[1] ?? Number.NaN);
  return days >= 1 && days <= MOST_DAYS ? { days, wish } : { wish };
}
