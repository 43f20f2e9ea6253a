import { asCode } from '../../messages/escape.ts';
import { saying } from '../../messages/layout.ts';
import { drawForm } from '../../messages/wishes/form.ts';
import { drawSubscribed } from '../../messages/wishes/subscribed.ts';
import { type Named, namesInWishes, naming, namingNobody, offering, withheld } from '../access/names-given.ts';
import { isReasonMissing } from '../access/release.ts';
import type { Call, Command } from '../command.ts';
import { isDirect, subscribeTo } from './change.ts';
import { formView } from './form-view.ts';
import { peopleAt } from './known.ts';
import { namingOf } from './naming.ts';
import { readWish, WISH_SHAPE } from './read-wish.ts';
import { unclearWish } from './unclear.ts';

/** Has this channel hear something, as it is typed, or as it is picked in a form. */
export const subscribe: Command = {
  name: 'subscribe',
  shows: 'names',
  least: 'viewer',
  examples: [
    '/clue subscribe',
    '/clue subscribe failures let-in-after-failures door:Front hours:22:00-07:00',
    '/clue subscribe unlocks outside:09:00-18:00 days:mon-fri names:initials',
  ],
  shape: WISH_SHAPE,
  run: async (call) => {
    const { channel, ports, say, words, asker, now } = call;
    if (isDirect(channel)) return namingNobody(saying(say.wishes.direct));
    if (words.length === 0) return openForm(call);
    const reading = readWish(words, { places: ports.places.places(), asker: asker.userId });
    if (!reading.ok) return offering(unclearWish(call, subscribe, reading), reading.unclear);
    const { people = [] } = reading.wish;
    if (isReasonMissing(people, call)) return withheld(people);
    const done = await subscribeTo({ channel, userId: asker.userId, ports, now, say }, reading.wish);
    return naming(drawSubscribed(done, namingOf(ports, say)), namesInWishes([done.subscription]), people);
  },
};

async function openForm(call: Call): Promise<Named> {
  const { channel, ports, say, trigger } = call;
  // The form offers everybody to pick from, so it is kept before it is opened.
  const rows = peopleAt(ports.places.places()).length;
  if (trigger !== undefined && rows > 0 && !(await isNoted(call, rows))) {
    return namingNobody(saying(`⚠️ ${say.access.notNoted}`));
  }
  const view = drawForm(formView({ channel, ports, say }));
  const isOpen = trigger !== undefined && (await ports.forms.open(trigger, view));
  const examples = subscribe.examples.slice(1).map((one) => asCode(one));
  const message = saying(isOpen ? say.wishes.formOpen : say.wishes.formNotOpen, ...examples);
  return naming(message, 0);
}

async function isNoted({ asker, channel, typed, reason, ports }: Call, rows: number): Promise<boolean> {
  const entry = { user: asker.userId, asked: typed, rows, channel, ...(reason !== undefined && { reason }) };
  return await ports.audit.note(entry).then(
    () => true,
    () => false,
  );
}
