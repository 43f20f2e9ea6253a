import type { ModalView } from '@slack/types';
import { VERDICTS, type Verdict } from '../../incident/incident.ts';
import { DISMISSAL_MODAL } from './action-ids.ts';
import { plain } from './layout.ts';
import type { Catalogue } from './words/catalogue.ts';

const WHY = 'why';

/** What a modal holds when it is sent: by block_id and action_id, each as Slack gives it in `state.values`. */
export type Filled = Readonly<Record<string, Readonly<Record<string, FilledField>>>>;
export type FilledField = {
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_date_time?: number | null;
  readonly selected_user?: string | null;
  readonly value?: string | null;
};

/** Asks why an incident is none. `metadata` comes back with the answer. */
export function drawDismissalModal(metadata: string, say: Catalogue): ModalView {
  const words = say.answersToCards.dismissal;
  return {
    type: 'modal',
    callback_id: DISMISSAL_MODAL,
    private_metadata: metadata,
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.cancel),
    blocks: [
      {
        type: 'input',
        block_id: WHY,
        label: plain(words.why),
        hint: plain(words.hint),
        element: {
          type: 'radio_buttons',
          action_id: WHY,
          options: VERDICTS.map((value) => ({ text: plain(words.reasons[value]), value })),
        },
      },
    ],
  };
}

/** What was answered; undefined for what no version of the bot asked. */
export function verdictOf(filled: Filled): Verdict | undefined {
  const value = filled[WHY]?.[WHY]?.selected_option?.value;
  return VERDICTS.find((one) => one === value);
}
