import type { ModalView } from '@slack/types';
import type { Instant } from '../../door/ids.ts';
import { isReasonMissing } from '../commands/access/release.ts';
import { type Asker, wordsFor } from '../commands/asker.ts';
import type { CommandPorts } from '../commands/ports.ts';
import { USUAL_DAYS } from '../commands/rehearse/rehearse.ts';
import { rehearsed } from '../commands/rehearse/rehearsed.ts';
import { namingOf } from '../commands/wishes/naming.ts';
import { REHEARSE_PICKED } from '../messages/action-ids.ts';
import { drawAsking } from '../messages/asking.ts';
import { saying } from '../messages/layout.ts';
import { drawProgress } from '../messages/rehearsal.ts';
import { shownBy } from '../messages/rehearsal-button.ts';
import { drawFormDone } from '../messages/wishes/form.ts';
import { drawRehearsedForm } from '../messages/wishes/rehearsed-form.ts';
import { subscribedInWords } from '../messages/wishes/subscribed.ts';
import { type FilledForm, readFilled, type Submitted } from './fill-wish-form.ts';
import { subscribeOnce } from './subscribe-as-shown.ts';

/** What the form says right after its button was pressed. */
export const drawRehearsing = (asker: Asker, ports: Pick<CommandPorts, 'locale'>): ModalView => {
  const say = wordsFor(asker, ports.locale);
  return drawRehearsedForm(drawAsking(say), say);
};

/** Rehearses what is picked in the form, and says what it would have told. */
export async function rehearsePicked(
  filled: FilledForm,
  ports: CommandPorts,
  now: Instant,
  onProgress: (view: ModalView) => void,
): Promise<ModalView> {
  const form = await readFilled(filled, ports);
  const words = wordsFor(filled.asker, ports.locale);
  if (form === undefined) return drawRehearsedForm(saying(words.wishes.form.tooOld), words);
  const { channel, known, asker, say, wish, errors } = form;
  if (wish.topics.length === 0) return drawRehearsedForm(saying(say.wishes.form.nothingPicked), say);
  const [wrong, ...others] = Object.values(errors);
  if (wrong !== undefined) return drawRehearsedForm(saying(`⚠️ ${wrong}`, ...others), say);
  const shown = { channel, wish };
  if (isReasonMissing(wish.people ?? [], { asker, ports }))
    return drawRehearsedForm(saying(say.access.reasonNeeded), say);
  const { message: answer, named } = await rehearsed({
    shown,
    days: USUAL_DAYS,
    ports,
    reader: { now, timeZone: ports.timeZone, say },
    onProgress: (how) => onProgress(drawRehearsedForm(drawProgress(how, say), say)),
  });
  if (named !== undefined && named.rows > 0) {
    await ports.audit.note({ user: asker.userId, asked: REHEARSE_PICKED, channel, ...named });
  }
  // A subscription that is being changed is saved in its form.
  return drawRehearsedForm(answer, say, known === undefined ? shown : undefined);
}

/** Has the channel hear what the form showed. */
export function submitShown(
  { metadata, asker }: Pick<FilledForm, 'metadata' | 'asker'>,
  ports: CommandPorts,
  now: Instant,
): Submitted {
  const say = wordsFor(asker, ports.locale);
  const shown = shownBy(metadata);
  // The form below has done its work, too.
  const view = (paragraphs: readonly string[]): ModalView => ({
    ...drawFormDone(paragraphs, say, false),
    clear_on_close: true,
  });
  if (asker.kind !== 'member' || shown === undefined) {
    const tooOld = view([say.wishes.form.tooOld]);
    return { kind: 'saving', meanwhile: tooOld, done: Promise.resolve(tooOld) };
  }
  const done = subscribeOnce(shown, { userId: asker.userId, ports, now, say }).then((subscribed) =>
    view(subscribedInWords(subscribed, namingOf(ports, say))),
  );
  return { kind: 'saving', meanwhile: view([say.wishes.form.saving]), done };
}
