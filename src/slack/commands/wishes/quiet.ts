import { fold } from '../../../asking/match.ts';
import type { Word } from '../../../asking/words.ts';
import type { Hours } from '../../../incident/hours.ts';
import { saying } from '../../messages/layout.ts';
import type { UnclearWish } from '../../messages/wishes/unclear-wish.ts';
import { hoursInWords } from '../../messages/wishes/when.ts';
import type { Command } from '../command.ts';
import { isDirect, tellChannel } from './change.ts';
import { hoursBetween, readDays, readHours } from './clock.ts';
import { hoursOf } from './hours-of.ts';
import { WISH_SHAPE } from './read-wish.ts';
import { unclearWish } from './unclear.ts';

/** Words that end what a channel has set. */
export const OFF: readonly string[] = ['off', 'none', 'end', 'なし', 'オフ', '解除', '끄기', '해제', '없음'];

/** Hours in which what is less than severe waits for their end. */
export const quiet: Command = {
  name: 'quiet',
  shows: 'nothing',
  least: 'viewer',
  examples: ['/clue quiet 22:00-07:00', '/clue quiet 22:00-07:00 days:mon-fri', '/clue quiet off'],
  shape: WISH_SHAPE,
  run: async (call) => {
    const { channel, ports, say, words, asker, now } = call;
    const { wishes } = say;
    if (isDirect(channel)) return saying(wishes.direct);
    const desk = await ports.channels.of(channel);
    const inWords = (hours: Hours | undefined): string =>
      hours === undefined ? wishes.notQuiet : wishes.quiet(hoursInWords(hours, ports.timeZone, say));
    const [first, ...others] = words;
    if (first === undefined) return saying(inWords(desk.state().quiet));
    const isOff = OFF.includes(fold(first.text)) && others.length === 0;
    const reading = isOff ? undefined : readQuiet(words);
    if (reading !== undefined && 'unclear' in reading) return unclearWish(call, quiet, reading);
    const change = { channel, userId: asker.userId, ports, now, say };
    await desk.send({ kind: 'quiet', ...(reading !== undefined && { hours: reading.hours }) });
    const notes = await tellChannel(change, desk, undefined, (channelWords, who) =>
      reading === undefined
        ? channelWords.wishes.saysNotQuiet(who)
        : channelWords.wishes.saysQuiet(who, hoursInWords(reading.hours, ports.timeZone, channelWords)),
    );
    return saying(inWords(reading?.hours), ...notes);
  },
};

/** Reads hours and the days on which they begin. */
export function readQuiet(words: readonly Word[]): { readonly hours: Hours } | { readonly unclear: UnclearWish } {
  let clock: Pick<Hours, 'from' | 'to'> | undefined;
  const days = new Set<NonNullable<Hours['days']>[number]>();
  for (const word of words) {
    if (word.key !== undefined && !['hours', 'outside', 'days'].includes(word.key)) {
      return { unclear: { kind: 'not-hours', word: word.typed } };
    }
    const items = word.items?.map((item) => item.text) ?? word.text.split(/[,、]/);
    if (items.length === 0) return { unclear: { kind: 'nothing-after', word: word.typed } };
    for (const text of items) {
      const hours = word.key === 'days' ? undefined : readHours(text);
      const some = hours === undefined && word.key !== 'hours' && word.key !== 'outside' ? readDays(text) : undefined;
      if (hours === undefined && some === undefined) {
        return { unclear: { kind: word.key === 'days' ? 'not-days' : 'not-hours', word: word.typed } };
      }
      if (hours !== undefined && clock !== undefined) return { unclear: { kind: 'given-twice', word: word.typed } };
      for (const day of some ?? []) days.add(day);
      // Outside of 9 to 18 is 18 to 9: quiet hours have one end, at which they are told.
      if (hours !== undefined) clock = word.key === 'outside' ? hoursBetween(hours.to, hours.from) : hours;
    }
  }
  const hours = clock === undefined ? undefined : hoursOf({ clock, days, outside: false });
  if (hours === undefined || hours === 'never') {
    return { unclear: { kind: 'not-hours', word: words.map((word) => word.typed).join(' ') } };
  }
  return { hours };
}
