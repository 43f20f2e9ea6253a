import type { Instant } from '../../door/ids.ts';
import { namesInWishes } from '../commands/access/names-given.ts';
import { type Asker, wordsFor } from '../commands/asker.ts';
import type { CommandPorts } from '../commands/ports.ts';
import { tellChannel } from '../commands/wishes/change.ts';
import { formView } from '../commands/wishes/form-view.ts';
import { peopleAt } from '../commands/wishes/known.ts';
import { namingOf } from '../commands/wishes/naming.ts';
import { answerSubscriptions } from '../commands/wishes/subscriptions.ts';
import { removeFrom } from '../commands/wishes/unsubscribe.ts';
import type { Message } from '../messages/message.ts';
import { drawOldButton } from '../messages/old-button.ts';
import { drawRefusal } from '../messages/refusal.ts';
import { CHANGE_WISH, END_MUTE, REMOVE_WISH, wishTarget } from '../messages/wishes/buttons.ts';
import { drawForm } from '../messages/wishes/form.ts';
import { mutedInWords } from '../messages/wishes/list.ts';

export type WishPress = {
  /** Which button. */
  readonly action: string;
  readonly value: string;
  readonly asker: Asker;
  /** Slack's leave to open a form before whoever pressed. */
  readonly trigger: string;
};

/** A button beside what a channel wishes for: gives the list as it is then; undefined where a form was opened instead. */
export async function pressWish(press: WishPress, ports: CommandPorts, now: Instant): Promise<Message | undefined> {
  const { action, value, asker, trigger } = press;
  const say = wordsFor(asker, ports.locale);
  if (asker.kind !== 'member') return drawRefusal(asker.kind, say);
  const target = wishTarget(value);
  if (target === undefined) return drawOldButton(say);
  const { channel, id } = target;
  const desk = await ports.channels.of(channel);
  const { subscriptions, mutes } = desk.state();
  const change = { channel, userId: asker.userId, ports, now, say };
  const list = async (...notes: readonly string[]): Promise<Message> => {
    await noteNames(press, ports, namesInWishes(desk.state().subscriptions), asker.userId);
    return await answerSubscriptions({ channel, ports, say, now }, notes);
  };
  const known = subscriptions.find((one) => one.id === id);
  switch (action) {
    case CHANGE_WISH: {
      if (known === undefined) return list(say.wishes.gone);
      // The form offers everybody to pick from.
      await noteNames(press, ports, peopleAt(ports.places.places()).length, asker.userId);
      const isOpen = await ports.forms.open(trigger, drawForm(formView({ channel, ports, say, known })));
      return isOpen ? undefined : list(say.wishes.formNotOpen);
    }
    case REMOVE_WISH: {
      if (known === undefined) return list(say.wishes.gone);
      const { text } = await removeFrom(change, [{ subscription: known, topics: known.topics }]);
      return list(text);
    }
    case END_MUTE: {
      const mute = mutes.find((one) => one.id === id && one.until > now);
      if (mute === undefined) return list(say.wishes.gone);
      await desk.send({ kind: 'unmute', id, by: asker.userId });
      // Two may press at once: the first of them ended it, and has said so.
      const ended = desk.state().mutes.find((one) => one.id === id);
      if (ended?.endedBy !== undefined && ended.endedBy !== asker.userId) return list(say.wishes.gone);
      return list(
        ...(await tellChannel(change, desk, undefined, (words, who) =>
          words.wishes.saysUnmuted(who, mutedInWords(mute, namingOf(ports, words))),
        )),
      );
    }
    default:
      return drawOldButton(say);
  }
}

/** Keeps that somebody was shown names. Rejects where it cannot be kept: then nothing is shown. */
async function noteNames({ action, value }: WishPress, ports: CommandPorts, rows: number, user: string): Promise<void> {
  if (rows > 0 && ports.names === 'shown') await ports.audit.note({ user, asked: `${action} ${value}`, rows });
}
