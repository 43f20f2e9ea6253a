import { languageOf } from '../../incident/language.ts';
import { readWords } from '../commands/arguments.ts';
import type { Asker } from '../commands/asker.ts';
import type { CommandPorts } from '../commands/ports.ts';
import { readSubscription } from '../commands/rehearse/read-subscription.ts';
import { asCode } from '../messages/escape.ts';
import { saying } from '../messages/layout.ts';
import type { Message } from '../messages/message.ts';
import { drawOldButton } from '../messages/old-button.ts';
import { drawRefusal } from '../messages/refusal.ts';
import { shownBy } from '../messages/rehearsal-button.ts';
import { catalogueOf } from '../messages/words/catalogue.ts';

export type ShownPress = { readonly value: string; readonly asker: Asker };

/** Has the channel hear what was rehearsed in it. Pressed twice, it is one subscription. */
export async function subscribeAsShown({ value, asker }: ShownPress, ports: CommandPorts): Promise<Message> {
  if (asker.kind !== 'member') return drawRefusal(asker.kind);
  const shown = shownBy(value);
  if (shown === undefined) return drawOldButton();
  const { channel, wish } = shown;
  const { rehearsal } = catalogueOf(languageOf(asker.locale));
  const reading = readSubscription(readWords(wish), { channel, places: ports.places.places() });
  // The door it was for may have gone meanwhile.
  if (!reading.ok) return saying(rehearsal.unclear(asCode(reading.word)));
  const desk = await ports.channels.of(channel);
  const { id: _, ...wished } = reading.subscription;
  const known = desk.state().subscriptions.find(({ id: __, ...one }) => JSON.stringify(one) === JSON.stringify(wished));
  if (known === undefined) await desk.send({ kind: 'subscribe', subscription: { ...wished, id: idOf(wished) } });
  return saying(rehearsal.subscribed(asCode(wish === '' ? wished.topics.join(' ') : wish)));
}

/** A short id made of the wish itself: pressed by two at once, the button makes one subscription. */
function idOf(wish: object): string {
  let hash = 2_166_136_261;
  for (const character of JSON.stringify(wish))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return `s${hash.toString(36)}`;
}
