import type { ModalView } from '@slack/types';
import type { Instant, PersonId } from '../../door/ids.ts';
import { type ChannelId, channelId } from '../../incident/incident.ts';
import type { Subscription } from '../../incident/subscription.ts';
import { isReasonMissing } from '../commands/access/release.ts';
import { type Asker, type Member, wordsFor } from '../commands/asker.ts';
import type { CommandPorts } from '../commands/ports.ts';
import { subscribeTo } from '../commands/wishes/change.ts';
import { formView } from '../commands/wishes/form-view.ts';
import { namingOf } from '../commands/wishes/naming.ts';
import { type FormValues, readForm } from '../commands/wishes/read-form.ts';
import { partsOf } from '../messages/parts.ts';
import { drawRefusal } from '../messages/refusal.ts';
import { drawForm, drawFormDone, PARTS } from '../messages/wishes/form.ts';
import { subscribedInWords } from '../messages/wishes/subscribed.ts';
import type { Catalogue } from '../messages/words/catalogue.ts';

/** A form as somebody has filled it in so far. */
export type FilledForm = {
  readonly metadata: string;
  readonly values: FormValues;
  readonly asker: Asker;
};

export type Submitted =
  /** What is wrong, by part. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  /** Shown while it is saved, and when it is. */
  | { readonly kind: 'saving'; readonly meanwhile: ModalView; readonly done: Promise<ModalView> };

/** The form with the sentence that it means now; undefined where nobody may see it, or it is about nothing any more. */
export async function previewWish(filled: FilledForm, ports: CommandPorts): Promise<ModalView | undefined> {
  const form = await readFilled(filled, ports);
  if (form === undefined) return undefined;
  const { channel, known, say, wish } = form;
  return drawForm(formView({ channel, ports, say, wish, ...(known !== undefined && { known }) }));
}

/** Has the channel hear what was picked. */
export async function submitWish(filled: FilledForm, ports: CommandPorts, now: Instant): Promise<Submitted> {
  const { asker } = filled;
  const end = (paragraphs: readonly string[], say: Catalogue): Submitted => {
    const view = drawFormDone(paragraphs, say, false);
    return { kind: 'saving', meanwhile: view, done: Promise.resolve(view) };
  };
  const words = wordsFor(asker, ports.locale);
  if (asker.kind !== 'member') return end([drawRefusal(asker.kind, words).text], words);
  const form = await readFilled(filled, ports);
  if (form === undefined) return end([words.wishes.form.tooOld], words);
  const { channel, known, say, wish, errors } = form;
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors };
  const isChange = known !== undefined;
  // Whom it tells of already somebody gave a reason for.
  const isNews = (person: PersonId): boolean => known?.people?.includes(person) !== true;
  if (isReasonMissing((wish.people ?? []).filter(isNews), { asker, ports })) {
    return { kind: 'errors', errors: { [PARTS.people]: say.access.reasonNeeded } };
  }
  const done = subscribeTo({ channel, userId: asker.userId, ports, now, say }, wish, known?.id).then((subscribed) =>
    drawFormDone(subscribedInWords(subscribed, namingOf(ports, say)), say, isChange),
  );
  return { kind: 'saving', meanwhile: drawFormDone([say.wishes.form.saving], say, isChange), done };
}

/** What a form is about and what was picked in it so far. */
export type OpenForm = {
  readonly channel: ChannelId;
  readonly known: Subscription | undefined;
  readonly asker: Member;
  readonly say: Catalogue;
} & ReturnType<typeof readForm>;

/** Reads a form as it is now; undefined where nobody may see it, or it is about nothing any more. */
export async function readFilled(
  { metadata, values, asker }: FilledForm,
  ports: CommandPorts,
): Promise<OpenForm | undefined> {
  const about = aboutWhat(metadata);
  if (asker.kind !== 'member' || about === undefined) return undefined;
  const { channel, id } = about;
  const { subscriptions } = (await ports.channels.of(channel)).state();
  const known = subscriptions.find((one) => one.id === id);
  // Somebody removed meanwhile what was to be changed.
  if (id !== undefined && known === undefined) return undefined;
  const say = wordsFor(asker, ports.locale);
  const places = ports.places.places();
  const reading = readForm(values, { places, say, ...(known !== undefined && { known }) });
  // Slack does not let an empty one pass; one that did anyhow would never hear anything.
  const errors =
    reading.wish.topics.length > 0 ? reading.errors : { [PARTS.kinds]: say.wishes.form.kinds, ...reading.errors };
  return { channel, known, asker, say, wish: reading.wish, errors };
}

function aboutWhat(metadata: string): { readonly channel: ChannelId; readonly id: string | undefined } | undefined {
  const [channel, id] = partsOf(metadata);
  if (typeof channel !== 'string' || (typeof id !== 'string' && id !== null)) return undefined;
  return { channel: channelId(channel), id: id ?? undefined };
}
