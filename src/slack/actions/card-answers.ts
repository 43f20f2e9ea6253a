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
import type { AnswerPorts } from './answer-ports.ts';
import { askWhyNot, dismissed } from './dismiss.ts';
import { askWhatToMute, endMute, muted } from './mute.ts';
import type { Buttons, Modals } from './pressed.ts';
import { answerCard } from './take.ts';

/** Every button that answers a card, and the modals they open. */
export function cardAnswers(ports: AnswerPorts): { readonly buttons: Buttons; readonly modals: Modals } {
  return {
    buttons: {
      [TAKE]: { run: (pressed) => answerCard('taken', pressed, ports) },
      [RELEASE]: { run: (pressed) => answerCard('released', pressed, ports) },
      [REINSTATE]: { run: (pressed) => answerCard('reinstated', pressed, ports) },
      [DISMISS]: { run: (pressed) => askWhyNot(pressed, ports) },
      [MUTE]: { run: (pressed) => askWhatToMute(pressed, ports) },
      [END_MUTE]: { run: (pressed) => endMute(pressed, ports) },
    },
    modals: { [DISMISSAL_MODAL]: dismissed(ports), [MUTE_MODAL]: muted(ports) },
  };
}
