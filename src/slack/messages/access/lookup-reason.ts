import type { ModalView } from '@slack/types';
import { type ChannelId, channelId } from '../../../incident/incident.ts';
import { type Language, languageOf } from '../../../incident/language.ts';
import { LOOKUP_REASON_MODAL } from '../action-ids.ts';
import type { Filled } from '../dismissal-modal.ts';
import { plain } from '../layout.ts';
import { partsOf } from '../parts.ts';
import type { Catalogue } from '../words/catalogue.ts';

const REASON = 'reason';
/** Slack's limit of what a modal remembers. */
const MOST_METADATA = 3_000;

/** The question that waits for a reason: what was typed after `/clue`, and where. */
export type Waiting = { readonly channel: ChannelId; readonly text: string };
/** The same, with the language that it was asked in. */
export type Waited = Waiting & { readonly language: Language };

/** Asks why somebody is looked up; none for a question that is too long to be remembered. */
export function drawLookupReason({ channel, text }: Waiting, { access, common }: Catalogue): ModalView | undefined {
  const metadata = JSON.stringify([channel, text, common.locale]);
  if (metadata.length > MOST_METADATA) return undefined;
  const words = access.reason;
  return {
    type: 'modal',
    callback_id: LOOKUP_REASON_MODAL,
    private_metadata: metadata,
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.cancel),
    blocks: [
      {
        type: 'input',
        block_id: REASON,
        label: plain(words.why),
        hint: plain(words.hint),
        element: { type: 'plain_text_input', action_id: REASON, max_length: 300, min_length: 3 },
      },
    ],
  };
}

/** What waits; undefined for what no version of the bot asked. */
export function waitingFor(metadata: string): Waited | undefined {
  const [channel, text, locale] = partsOf(metadata);
  if (typeof channel !== 'string' || typeof text !== 'string') return undefined;
  return { channel: channelId(channel), text, language: languageOf(typeof locale === 'string' ? locale : 'en') };
}

/** The reason that was given; undefined where it is blank. */
export function reasonIn(filled: Filled): string | undefined {
  const reason = filled[REASON]?.[REASON]?.value?.trim();
  return reason === undefined || reason === '' ? undefined : reason;
}

/** Where an error beside the reason is shown. */
export const REASON_FIELD = REASON;
