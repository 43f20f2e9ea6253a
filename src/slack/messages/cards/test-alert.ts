import type { TestAlert } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import { escapeControls } from '../escape.ts';
import type { Message } from '../message.ts';
import { moment } from '../time.ts';
import { card, lateness } from './frame.ts';

/** A proof that alerts arrive, marked so that nobody runs to a door. */
export function drawTestAlert({ by, since }: TestAlert, view: CardView): Message {
  const words = view.say.troubles.test;
  return card({
    icon: '🧪',
    head: words.head,
    smallPrint: [words.by(`<@${escapeControls(by)}>`), moment(since, view.timeZone), ...lateness(view)],
  });
}
