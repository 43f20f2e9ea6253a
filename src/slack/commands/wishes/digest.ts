import { fold } from '../../../asking/match.ts';
import type { Word } from '../../../asking/words.ts';
import { openZone, type Weekday } from '../../../door/zone.ts';
import { type DigestPlan, digestPlan } from '../../../incident/digest.ts';
import { saying } from '../../messages/layout.ts';
import { moment } from '../../messages/time.ts';
import type { UnclearWish } from '../../messages/wishes/unclear-wish.ts';
import { digestInWords } from '../../messages/wishes/when.ts';
import type { Command } from '../command.ts';
import { isDirect, tellChannel } from './change.ts';
import { readClock, readDay } from './clock.ts';
import { OFF } from './quiet.ts';
import { unclearWish } from './unclear.ts';

/** When this channel is told what happened at its doors. */
export const digest: Command = {
  name: 'digest',
  shows: 'nothing',
  least: 'viewer',
  examples: ['/clue digest daily 09:00', '/clue digest weekly mon 09:00', '/clue digest off'],
  run: async (call) => {
    const { channel, ports, say, words, asker, now } = call;
    const { wishes } = say;
    if (isDirect(channel)) return saying(wishes.direct);
    const desk = await ports.channels.of(channel);
    const { timeZone } = ports;
    const inWords = (plan: DigestPlan | undefined): string =>
      plan === undefined
        ? wishes.noDigest
        : wishes.digest(digestInWords(plan, timeZone, say), moment(plan.dueAt, timeZone));
    const [first, ...others] = words;
    if (first === undefined) return saying(inWords(desk.state().digest));
    const isOff = OFF.includes(fold(first.text)) && others.length === 0;
    const reading = isOff ? undefined : readDigest(words);
    if (reading !== undefined && 'unclear' in reading) return unclearWish(call, digest, reading);
    const plan =
      reading === undefined
        ? undefined
        : digestPlan(reading.minute, reading.weekday, { now, zone: openZone(timeZone) });
    await desk.send({ kind: 'digest', ...(plan !== undefined && { plan }) });
    const change = { channel, userId: asker.userId, ports, now, say };
    const notes = await tellChannel(change, desk, undefined, (channelWords, who) =>
      plan === undefined
        ? channelWords.wishes.saysNoDigest(who)
        : channelWords.wishes.saysDigest(who, digestInWords(plan, timeZone, channelWords)),
    );
    return saying(inWords(plan), ...notes);
  },
};

const DAILY = ['daily', 'everyday', '毎日', '매일'];
const WEEKLY = ['weekly', '毎週', '매주'];

type Digest = { readonly minute: number; readonly weekday?: Weekday };

/** Reads `daily 09:00`, `weekly mon 09:00`, and the same in less words: `09:00`, `mon 9:00`. */
export function readDigest(words: readonly Word[]): Digest | { readonly unclear: UnclearWish } {
  let minute: number | undefined;
  let weekday: Weekday | undefined;
  let often: 'daily' | 'weekly' | undefined;
  for (const { text, typed } of words) {
    const name = fold(text);
    const [time, day] = [readClock(name), readDay(name)];
    const frequency = DAILY.includes(name) ? 'daily' : WEEKLY.includes(name) ? 'weekly' : undefined;
    if (time !== undefined && minute === undefined) minute = time % 1_440;
    else if (day !== undefined && weekday === undefined) weekday = day;
    else if (frequency !== undefined && often === undefined) often = frequency;
    else return { unclear: { kind: 'not-a-digest', word: typed } };
  }
  const isWeekly = often === 'weekly' || weekday !== undefined;
  const isWrong = (often === 'daily' && isWeekly) || (isWeekly && weekday === undefined);
  if (minute === undefined || isWrong) {
    return { unclear: { kind: 'not-a-digest', word: words.map((word) => word.typed).join(' ') } };
  }
  return { minute, ...(weekday !== undefined && { weekday }) };
}
