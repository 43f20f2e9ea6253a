import { asCode } from '../../messages/escape.ts';
import { saying } from '../../messages/layout.ts';
import { drawForm } from '../../messages/wishes/form.ts';
import { drawSubscribed } from '../../messages/wishes/subscribed.ts';
import { type Named, namesInWishes, namesOffered, naming, namingNobody } from '../access/names-given.ts';
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
    if (!reading.ok) return naming(unclearWish(call, subscribe, reading), namesOffered(reading.unclear));
    const done = await subscribeTo({ channel, userId: asker.userId, ports, now, say }, reading.wish);
    return naming(drawSubscribed(done, namingOf(ports, say)), namesInWishes([done.subscription]));
  },
};

async function openForm({ channel, ports, say, trigger }: Call): Promise<Named> {
  const view = drawForm(formView({ channel, ports, say }));
  const isOpen = trigger !== undefined && (await ports.forms.open(trigger, view));
  const examples = subscribe.examples.slice(1).map((one) => asCode(one));
  const message = saying(isOpen ? say.wishes.formOpen : say.wishes.formNotOpen, ...examples);
  // The form offers everybody to pick from.
  return naming(message, isOpen ? peopleAt(ports.places.places()).length : 0);
}
