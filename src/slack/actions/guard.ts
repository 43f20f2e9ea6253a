import type { Instant } from '../../door/ids.ts';
import { isAtLeast } from '../../incident/access.ts';
import { portsFor, withoutNames } from '../commands/access/nameless.ts';
import { release } from '../commands/access/release.ts';
import { type Asker, wordsFor } from '../commands/asker.ts';
import type { CommandPorts } from '../commands/ports.ts';
import type { Message } from '../messages/message.ts';
import { drawRefusal } from '../messages/refusal.ts';
import type { ButtonHandler, Buttons, ModalHandler, Modals, Pressed } from './pressed.ts';

export type GuardOptions = {
  readonly asker: (userId: string) => Promise<Asker>;
  readonly commands: CommandPorts;
  readonly now: () => Instant;
  /** Writes to one person. */
  readonly write: (user: string, message: Message) => Promise<void>;
};

/** A button that asks who pressed it before it does anything. Bolt hears no other. */
export type GuardedButton = {
  readonly isGuarded: true;
  readonly isSlow?: boolean;
  readonly run: (pressed: Pressed) => Promise<Message | undefined>;
};
export type GuardedButtons = Readonly<Record<string, GuardedButton>>;

/** A modal after which nothing follows that its sender may not do. Bolt hears no other. */
export type GuardedModal = { readonly isGuarded: true; readonly judge: ModalHandler };
export type GuardedModals = Readonly<Record<string, GuardedModal>>;

/** Every button behind one door: who may press it, what they get to see, and what is kept of it. */
export function guardButtons(buttons: Buttons, options: GuardOptions): GuardedButtons {
  return Object.fromEntries(Object.entries(buttons).map(([id, button]) => [id, guardButton(id, button, options)]));
}

/** One button, or another thing that is done to a message, behind that door. */
export function guardButton(id: string, button: ButtonHandler, { asker, commands, now }: GuardOptions): GuardedButton {
  const { isSlow } = button;
  return {
    isGuarded: true,
    ...(isSlow !== undefined && { isSlow }),
    run: async (pressed) => {
      const who = await asker(pressed.userId);
      const say = wordsFor(who, commands.locale);
      if (who.kind !== 'member') return drawRefusal(who.kind, say);
      if (!isAtLeast(who.role, button.least)) return drawRefusal('not-admin', say);
      const by = { ...pressed, asker: who, say, now: now() };
      if (button.shows !== 'names') return await button.run({ ...by, ports: withoutNames(commands) });
      const answer = await button.run({ ...by, ports: portsFor(who, commands) });
      if (answer === undefined) return undefined;
      const { channel, value } = pressed;
      const asked = `${id} ${value}`.trim();
      return await release({
        answer,
        asker: who,
        asked,
        ports: commands,
        say,
        ...(channel !== undefined && { channel }),
      });
    },
  };
}

/** Every modal behind the same door: its sender may have lost their role since it was opened. */
export function guardModals(modals: Modals, options: GuardOptions): GuardedModals {
  return Object.fromEntries(
    Object.entries(modals).map(([id, modal]) => [id, { isGuarded: true, judge: guardModal(modal, options) } as const]),
  );
}

function guardModal({ least, judge }: Modals[string], { asker, commands, write }: GuardOptions): ModalHandler {
  return (submitted) => {
    const judged = judge(submitted);
    if (!judged.ok) return judged;
    return {
      ...judged,
      run: async () => {
        const who = await asker(submitted.userId);
        const isIn = who.kind === 'member' && isAtLeast(who.role, least);
        if (isIn) return await judged.run();
        const refusal = drawRefusal(who.kind === 'member' ? 'not-admin' : who.kind, wordsFor(who, commands.locale));
        await write(submitted.userId, refusal);
      },
    };
  };
}
