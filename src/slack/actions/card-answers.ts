import {
  DISMISS,
  DISMISSAL_MODAL,
  END_MUTE,
  MUTE,
  MUTE_MODAL,
  REINSTATE,
  RELEASE,
  TAKE,
} from '../messages/action-ids.ts';
import type { Message } from '../messages/message.ts';
import type { AnswerPorts } from './answer-ports.ts';
import { askWhyNot, dismissed } from './dismiss.ts';
import { askWhatToMute, endMute, muted } from './mute.ts';
import type { ButtonHandler, Buttons, Modals, Pressed } from './pressed.ts';
import { answerCard } from './take.ts';

/** Every button that answers a card, and the modals they open. */
export function cardAnswers(ports: AnswerPorts): { readonly buttons: Buttons; readonly modals: Modals } {
  const button = (run: (pressed: Pressed) => Promise<Message | undefined>): ButtonHandler => ({
    shows: 'states',
    least: 'viewer',
    run,
  });
  return {
    buttons: {
      [TAKE]: button((pressed) => answerCard('taken', pressed, ports)),
      [RELEASE]: button((pressed) => answerCard('released', pressed, ports)),
      [REINSTATE]: button((pressed) => answerCard('reinstated', pressed, ports)),
      [DISMISS]: button((pressed) => askWhyNot(pressed, ports)),
      [MUTE]: button((pressed) => askWhatToMute(pressed, ports)),
      [END_MUTE]: button((pressed) => endMute(pressed, ports)),
    },
    modals: {
      [DISMISSAL_MODAL]: { least: 'viewer', judge: dismissed(ports) },
      [MUTE_MODAL]: { least: 'viewer', judge: muted(ports) },
    },
  };
}
