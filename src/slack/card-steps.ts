import type { WebClient } from '@slack/web-api';
import { type Instant, instant } from '../door/ids.ts';
import type { Outcome, Part, Search, Step } from '../incident/card.ts';
import type { ChannelId, IncidentId } from '../incident/incident.ts';
import { type CallFailure, sortFailure } from './call-outcome.ts';
import { type CardKey, findByKey, metadataOf } from './card-key.ts';
import { createEarlierPosts } from './earlier-posts.ts';
import type { Message } from './messages/message.ts';
import type { Tally } from './tally.ts';

/** One card: which desk owns its incident, and which channel it is for. */
export type CardRef = { readonly desk: string; readonly incident: IncidentId; readonly channel: ChannelId };

/** An incident in words, and which revision of it that is. */
export type Drawn = {
  readonly message: Message;
  readonly revision: number;
  /** When the bot first saw it; absent where another message told of it before. */
  readonly openedAt?: Instant;
  /** When the row that it was opened for was made, by the device's clock. */
  readonly happenedAt?: Instant;
  readonly isSevere?: boolean;
};

/** What the Slack edge asks of the desks. */
export interface Cards {
  /** What the card needs now. */
  step(ref: CardRef, now: Instant): Step;
  /** The incident as it is now, in words, or news of it for the card's thread; undefined when it is forgotten. */
  draw(ref: CardRef, part: Part): Drawn | undefined;
  /** Saves what came of a step. Rejects when saving failed. */
  report(ref: CardRef, outcome: Outcome, part: Part): Promise<void>;
}

export interface AnnouncerLog {
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

export type CardStepsOptions = {
  readonly client: WebClient;
  readonly cards: Cards;
  readonly log: AnnouncerLog;
  readonly tally: Pick<Tally, 'told' | 'avoided'>;
  /** When this run of the bot began. */
  readonly startedAt: Instant;
  /** Finds out what must be known before a card is drawn. Never rejects. */
  readonly beforeDrawing?: (ref: CardRef) => Promise<void>;
};

/** How a step went. What it achieved is already saved with the card's desk. */
export type StepResult =
  | { readonly kind: 'done' }
  /** A post's answer was lost: look for it at once. */
  | { readonly kind: 'doubtful' }
  /** A search found nothing yet. */
  | { readonly kind: 'look-again' }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

export type DueStep = Exclude<Step, { do: 'nothing' | 'wait' }>;

const DONE: StepResult = { kind: 'done' };

/** Carries out one step of one card: the calls to Slack, and the reports to the card's desk. */
export function createCardSteps(options: CardStepsOptions) {
  const { client, cards, log, tally, beforeDrawing = async () => {} } = options;
  const earlier = createEarlierPosts(options);

  /** Posts a card, or a reply in the thread `to`, which rings in the channel too. */
  const post = async (ref: CardRef, part: Part, generation: number, to?: string): Promise<StepResult> => {
    await beforeDrawing(ref);
    // Saved before the call: should the bot die now, it will look for this message before it posts again.
    await cards.report(ref, { kind: 'posting' }, part);
    const drawn = cards.draw(ref, part);
    if (drawn === undefined) {
      await cards.report(ref, { kind: 'not-posted' }, part);
      return { kind: 'failed', failure: { kind: 'gone' } };
    }
    const answer = await send(ref, drawn.message, (message) => {
      const post = {
        channel: ref.channel,
        ...message,
        metadata: metadataOf(keyOf(ref, part, generation), drawn),
        unfurl_links: false,
        unfurl_media: false,
      };
      if (to === undefined) return client.chat.postMessage(post);
      return client.chat.postMessage({ ...post, thread_ts: to, reply_broadcast: true });
    });
    if (answer.ok && answer.value.ts !== undefined) {
      tally.told(ref, firstSeen(ref, part, generation));
      await cards.report(ref, { kind: 'posted', ts: answer.value.ts, revision: drawn.revision }, part);
      return DONE;
    }
    const failure: CallFailure = answer.ok ? { kind: 'unclear', detail: 'no ts in the answer' } : answer.failure;
    if (failure.kind === 'unclear') {
      log.warn('the answer to a post was lost; looking for it in the channel', { ...ref, detail: failure.detail });
      return { kind: 'doubtful' };
    }
    await cards.report(ref, { kind: 'not-posted' }, part);
    if (failure.kind !== 'gone') return { kind: 'failed', failure };
    await vanished(ref);
    return DONE;
  };

  /** Posts, unless an earlier run of the bot did and forgot: then what stands is taken for its own. */
  const postOnce = async (ref: CardRef, part: Part, generation: number, to?: string): Promise<StepResult> => {
    const ts = await earlier.standing(ref, { part, generation }, cards.draw(ref, part));
    if (ts === undefined) return await post(ref, part, generation, to);
    log.info('a message that was forgotten stands in the channel', { ...ref, part, ts });
    tally.avoided(ref);
    // Whatever a card says there, less is known of it than now: an edit follows.
    await cards.report(ref, { kind: 'posted', ts, revision: 0 }, part);
    return DONE;
  };

  /** When the bot first saw the incident, where this message is the first that tells of it. */
  const firstSeen = (ref: CardRef, part: Part, generation: number): Instant | undefined =>
    part === 'card' && generation === 0 ? cards.draw(ref, part)?.openedAt : undefined;

  const vanished = async (ref: CardRef, part: Part = 'card'): Promise<void> => {
    log.info(part === 'card' ? 'a card was deleted by somebody' : 'a reply was deleted by somebody', ref);
    await cards.report(ref, { kind: 'vanished' }, part);
  };

  const update = async (ref: CardRef, step: Extract<Step, { do: 'update' }>): Promise<StepResult> => {
    await beforeDrawing(ref);
    const { part = 'card' } = step;
    // A reply whose news is none any more says what its card says.
    const drawn = cards.draw(ref, part) ?? cards.draw(ref, 'card');
    if (drawn === undefined) return DONE;
    const answer = await send(ref, drawn.message, (message) =>
      client.chat.update({
        channel: ref.channel,
        ts: step.ts,
        ...message,
        metadata: metadataOf(keyOf(ref, part, step.generation), drawn),
      }),
    );
    if (answer.ok) {
      await cards.report(ref, { kind: 'updated', revision: drawn.revision }, part);
      return DONE;
    }
    if (answer.failure.kind !== 'gone') return { kind: 'failed', failure: answer.failure };
    await vanished(ref, part);
    return DONE;
  };

  const find = async (ref: CardRef, step: Extract<Step, { do: 'find' }>, searches: number): Promise<StepResult> => {
    const found = await search(ref, step);
    if (!found.ok && !cannotBeRead(found.failure)) return { kind: 'failed', failure: found.failure };
    const [first] = found.ok ? found.value : [];
    if (first !== undefined) {
      log.info('a message whose answer was lost stands in the channel', { ...ref, part: step.part, ts: first.ts });
      tally.avoided(ref);
      tally.told(ref, firstSeen(ref, step.part, step.generation), instant(Number(first.ts) * 1_000));
      await cards.report(ref, { kind: 'posted', ts: first.ts, revision: first.revision }, step.part);
      return DONE;
    }
    if (searches === 0 && found.ok) return { kind: 'look-again' };
    await cards.report(ref, { kind: 'not-found' }, step.part);
    return DONE;
  };

  /** A twin that turned up late is deleted: the younger one, and the one without replies first. */
  const checkTwins = async (ref: CardRef, step: Extract<Step, { do: 'check-twins' }>): Promise<StepResult> => {
    const found = await search(ref, step);
    if (!found.ok && !cannotBeRead(found.failure)) return { kind: 'failed', failure: found.failure };
    const twins = found.ok ? found.value : [];
    const keep = twins.find((twin) => twin.replies > 0)?.ts ?? twins[0]?.ts ?? step.ts;
    for (const twin of twins.filter((one) => one.ts !== keep)) {
      const answer = await attempt(() => client.chat.delete({ channel: ref.channel, ts: twin.ts }));
      if (!answer.ok && answer.failure.kind !== 'gone') return { kind: 'failed', failure: answer.failure };
      log.info('a late twin of a card was deleted', { ...ref, part: step.part, ts: twin.ts });
      tally.avoided(ref);
    }
    await cards.report(ref, { kind: 'twins-checked', ...(keep !== undefined && { ts: keep }) }, step.part);
    return DONE;
  };

  const search = (ref: CardRef, { part, generation, from, thread }: Search) =>
    attempt(() => findByKey(client, { channel: ref.channel, key: keyOf(ref, part, generation), from, thread }));

  /** Sends a message; where Slack refuses its layout, the plain text, which carries the same facts. */
  const send = async <Value>(ref: CardRef, message: Message, call: (message: Sendable) => Promise<Value>) => {
    const answer = await attempt(() => call({ text: message.text, blocks: [...message.blocks] }));
    if (answer.ok || answer.failure.kind !== 'layout-refused') return answer;
    log.error('Slack refused a layout; the plain text goes out', { ...ref, detail: answer.failure.detail });
    return await attempt(() => call({ text: message.text, blocks: [] }));
  };

  return {
    /**
     * @param searches how often this card was searched for already since its post became doubtful.
     * @throws when a desk could not save; then the card goes on from what was saved last.
     */
    perform: (ref: CardRef, step: DueStep, searches: number): Promise<StepResult> => {
      switch (step.do) {
        case 'post':
          return postOnce(ref, 'card', step.generation);
        case 'reply':
          return postOnce(ref, step.part, step.generation, step.to);
        case 'update':
          return update(ref, step);
        case 'find':
          return find(ref, step, searches);
        case 'check-twins':
          return checkTwins(ref, step);
      }
    },
  };
}

type Sendable = { readonly text: string; blocks: Message['blocks'][number][] };

const keyOf = (ref: CardRef, part: Part, generation: number): CardKey => ({ incident: ref.incident, part, generation });

/** A history that is closed to us is no reason to withhold an alert. */
const cannotBeRead = (failure: CallFailure): boolean => failure.kind === 'refused';

type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: CallFailure };

async function attempt<Value>(call: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, failure: sortFailure(error) };
  }
}
