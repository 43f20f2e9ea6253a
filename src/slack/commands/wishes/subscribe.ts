import { asCode } from '../../messages/escape.ts';
import { saying } from '../../messages/layout.ts';
import type { Message } from '../../messages/message.ts';
import { drawForm } from '../../messages/wishes/form.ts';
import { drawSubscribed } from '../../messages/wishes/subscribed.ts';
import type { Call, Command } from '../command.ts';
import { isDirect, subscribeTo } from './change.ts';
import { formView } from './form-view.ts';
import { namingOf } from './naming.ts';
import { readWish, WISH_SHAPE } from './read-wish.ts';
import { unclearWish } from './unclear.ts';

/** Has this channel hear something, as it is typed, or as it is picked in a form. */
export const subscribe: Command = {
  name: 'subscribe',
  examples: [
    '/clue subscribe',
    '/clue subscribe failures let-in-after-failures door:Front hours:22:00-07:00',
    '/clue subscribe unlocks outside:09:00-18:00 days:mon-fri names:initials',
  ],
  shape: WISH_SHAPE,
  run: async (call) => {
    const { channel, ports, say, words, asker, now } = call;
    if (isDirect(channel)) return saying(say.wishes.direct);
    if (words.length === 0) return openForm(call);
    const reading = readWish(words, { places: ports.places.places(), asker: asker.userId });
    if (!reading.ok) return unclearWish(call, subscribe, reading);
    const done = await subscribeTo({ channel, userId: asker.userId, ports, now, say }, reading.wish);
    return drawSubscribed(done, namingOf(ports, say));
  },
};

async function openForm({ channel, ports, say, trigger }: Call): Promise<Message> {
  const view = drawForm(formView({ channel, ports, say }));
  const isOpen = trigger !== undefined && (await ports.forms.open(trigger, view));
  const examples = subscribe.examples.slice(1).map((one) => asCode(one));
  return saying(isOpen ? say.wishes.formOpen : say.wishes.formNotOpen, ...examples);
}
