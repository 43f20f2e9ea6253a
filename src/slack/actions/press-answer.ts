import { type Named, namingNobody, withheld } from '../commands/access/names-given.ts';
import { isReasonMissing } from '../commands/access/release.ts';
import { answerAsked, lookedUp } from '../commands/answers/answer.ts';
import { askedOf } from '../commands/answers/asked.ts';
import type { AnswerDesk } from '../commands/answers/desk.ts';
import { sendFile } from '../commands/answers/export.ts';
import {
  ASK_CSV,
  ASK_FAILURES,
  ASK_NEWER,
  ASK_OLDER,
  ASK_SHARE,
  SHARE_NAMED,
  SHARE_UNNAMED,
} from '../messages/action-ids.ts';
import { drawOldButton } from '../messages/old-button.ts';
import type { ButtonHandler, PressedBy } from './pressed.ts';
import { askToShare, share } from './share-answer.ts';

/** The buttons under an answer. */
export const ANSWER_BUTTONS = [
  ASK_OLDER,
  ASK_NEWER,
  ASK_FAILURES,
  ASK_CSV,
  ASK_SHARE,
  SHARE_NAMED,
  SHARE_UNNAMED,
] as const;
export type AnswerButton = (typeof ANSWER_BUTTONS)[number];

/** Every button under an answer, by its action. Each stands behind the door that all buttons do. */
export const answerButtons = (): Readonly<Record<string, ButtonHandler>> =>
  Object.fromEntries(
    ANSWER_BUTTONS.map((button): readonly [string, ButtonHandler] => [
      button,
      { shows: 'names', least: 'viewer', isSlow: true, run: async (pressed) => await pressAnswer(button, pressed) },
    ]),
  );

/** Asks on from an answer, for whoever pressed its button alone; only what is shared is for others. */
async function pressAnswer(button: AnswerButton, pressed: PressedBy): Promise<Named> {
  const { value, channel, ports, say, asker } = pressed;
  const asked = askedOf(value, ports.places.places());
  if (asked === undefined) return namingNobody(drawOldButton(say));
  const people = lookedUp(asked);
  if (isReasonMissing(people, { asker, ports })) return withheld(people);
  const desk = deskFor(pressed, `${button} ${value}`);
  switch (button) {
    case ASK_OLDER:
    case ASK_NEWER:
    case ASK_FAILURES:
      return await answerAsked(asked, desk);
    case ASK_CSV:
      return await sendFile(asked, desk, 'csv');
    case ASK_SHARE:
    case SHARE_NAMED:
    case SHARE_UNNAMED: {
      if (channel === undefined) return namingNobody(drawOldButton(say));
      const sharing = { asked, value, channel };
      if (button === ASK_SHARE) return namingNobody(await askToShare(sharing, desk));
      return namingNobody(await share({ ...sharing, names: button === SHARE_NAMED ? 'full' : 'none' }, desk));
    }
  }
}

/** What a button, or a shortcut, answers with. */
export const deskFor = (
  { asker, ports, now, say, channel }: Pick<PressedBy, 'asker' | 'ports' | 'now' | 'say' | 'channel'>,
  typed: string,
): AnswerDesk => ({ asker, ports, now, say, typed, ...(channel !== undefined && { channel }) });
