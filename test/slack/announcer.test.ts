import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { WebClient } from '@slack/web-api';
import { type Instant, instant, after as later } from '../../src/door/ids.ts';
import { nextStep, type Part, withOutcome } from '../../src/incident/card.ts';
import { channelId, type Failures, type Incident, type IncidentId, incidentId } from '../../src/incident/incident.ts';
import { createLog } from '../../src/log.ts';
import { openRooms } from '../../src/rooms.ts';
import { type SandboxSlack, startSlack } from '../../src/sandbox/slack/start.ts';
import { type Crowd, createAnnouncer, type Pace } from '../../src/slack/announcer.ts';
import { metadataOf } from '../../src/slack/card-key.ts';
import type { CardRef, Cards } from '../../src/slack/card-steps.ts';
import { drawCard } from '../../src/slack/messages/card.ts';
import type { Message } from '../../src/slack/messages/message.ts';
import { catalogueOf } from '../../src/slack/messages/words/catalogue.ts';
import { FAST } from '../support/bot.ts';
import { eventually } from '../support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

const T0 = instant(1_795_000_000_000);
const ALERTS = channelId('C0ALERTS');

/** A Slack, an announcer, and a desk in memory whose incidents are changed by hand. */
async function announcing(
  options: {
    readonly draw?: (message: Message) => Message;
    readonly pace?: Partial<Pace>;
    /** What is told happened before the bot was started. */
    readonly isOlder?: { readonly isSevere: boolean };
  } = {},
) {
  const slack: SandboxSlack = rooms.add(await startSlack({ rates: 'off' }), (it) => it.stop());
  const incidents = new Map<IncidentId, Incident<Failures>>();
  const logged: string[] = [];
  let skewMs = 0;
  const now = (): Instant => instant(Date.now() + skewMs);
  const cards: Cards & Crowd = {
    severity: () => 'notable',
    gather: async () => {},
    step: (ref, at) => {
      const incident = incidents.get(ref.incident);
      const card = incident?.cards.find((one) => one.channel === ref.channel);
      return incident && card ? nextStep(incident, card, at) : { do: 'nothing' };
    },
    draw: (ref) => {
      const incident = incidents.get(ref.incident);
      if (incident === undefined) return undefined;
      const message = drawCard({
        incident,
        nameOfPlace: (place) => place,
        showPlace: false,
        nameOfDoor: () => 'testDoor',
        say: catalogueOf('en'),
        toldAt: T0,
        timeZone: 'UTC',
      });
      const { revision, openedAt } = incident;
      const older = options.isOlder === undefined ? {} : { happenedAt: instant(0), ...options.isOlder };
      return { message: options.draw?.(message) ?? message, revision, openedAt, ...older };
    },
    report: async (ref, outcome) => {
      const incident = incidents.get(ref.incident);
      if (incident) incidents.set(incident.id, withOutcome(incident, ref.channel, outcome, now()));
    },
  };
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 1_000,
    logger: createLog({ level: 'error', secrets: [], destination: { write: () => {} } }).bolt('test'),
  });
  const log = (message: string): void => void logged.push(message);
  const announcer = rooms.add(
    createAnnouncer({
      client,
      cards,
      log: { info: log, warn: log, error: log },
      now,
      pace: { ...FAST, refusedRetryMs: 50, ...options.pace },
    }),
    (it) => it.stop(),
  );
  const refOf = (name: string, channel = ALERTS): CardRef => ({
    desk: 'place/178',
    incident: incidentId(name),
    channel,
  });
  return {
    slack,
    announcer,
    logged,
    /** An earlier run of the bot told this. */
    toldBefore: async (name: string, text: string, part: Part = 'card', thread?: string): Promise<string> => {
      const metadata = metadataOf({ incident: incidentId(name), part, generation: 0 }, 7);
      const post = { channel: ALERTS, text, metadata };
      const { ts } =
        thread === undefined
          ? await client.chat.postMessage(post)
          : await client.chat.postMessage({ ...post, thread_ts: thread, reply_broadcast: true });
      return ts ?? '';
    },
    callsOf: (method: string) => slack.journal().filter((call) => call.method === method).length,
    /** Time passes at once for whoever asks the clock. */
    skip: (ms: number) => {
      skewMs += ms;
    },
    /** An incident has so many failures now. */
    tell: (name: string, count: number, change: Partial<Incident<Failures>> = {}) => {
      const id = incidentId(name);
      const old = incidents.get(id);
      incidents.set(id, {
        id,
        lastReason: 'grew',
        openedAt: T0,
        seenAfterMs: 0,
        seenAt: T0,
        cards: [{ channel: ALERTS, told: 0, generation: 0 }],
        ...old,
        facts: { kind: 'failures', count, firstAt: T0, lastAt: later(T0, count * 1_000), entries: [] },
        revision: (old?.revision ?? 0) + 1,
        ...change,
      });
      announcer.tell(refOf(name));
    },
    texts: () => slack.messages(ALERTS).map((message) => message.text),
    until: (what: string, check: (texts: readonly string[]) => boolean) =>
      slack.waitFor(() => check(slack.messages(ALERTS).map((message) => message.text)), { what, timeoutMs: 10_000 }),
  };
}

const says = (count: number) => (text: string | undefined) =>
  text?.includes(`${count} authentication failure`) ?? false;

describe('the announcer', { concurrency: true }, () => {
  it('posts once and edits that message from then on', async () => {
    const { tell, until, texts } = await announcing();
    tell('a', 1);
    await until('the first', ([text]) => says(1)(text));
    tell('a', 2);
    tell('a', 14);
    await until('the last state', ([text]) => says(14)(text));
    assert.equal(texts().length, 1);
  });

  it('waits out a 429 and tells the state of then, in one message', async () => {
    const { tell, until, texts, slack } = await announcing();
    slack.faults.set({ method: 'chat.postMessage', kind: 'rate-limited', retryAfterS: 1, times: 1 });
    tell('a', 1);
    tell('a', 9);
    await until('the message', ([text]) => says(9)(text));
    assert.equal(texts().length, 1);
  });

  it('adopts a message whose answer was lost', async () => {
    const { tell, until, texts, slack, logged } = await announcing();
    slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
    tell('a', 1);
    await until('the message', (all) => all.length === 1);
    tell('a', 2);
    await until('edited, not doubled', ([text]) => says(2)(text));
    assert.equal(texts().length, 1);
    assert.ok(logged.some((line) => line.includes('stands in the channel')));
  });

  it('deletes the younger twin when a post that seemed lost turns up late', async () => {
    const { tell, until, slack, announcer, skip } = await announcing();
    // Slack carries the post out long after the bot has given it up and looked for it twice.
    slack.faults.set({ method: 'chat.postMessage', kind: 'late-commit', ms: 1_600, times: 1 });
    tell('a', 1);
    await until('the twins', (all) => all.length === 2);
    const [older] = slack.messages(ALERTS);
    skip(120_000);
    announcer.tell({ desk: 'place/178', incident: incidentId('a'), channel: ALERTS });
    await until('one is left', (all) => all.length === 1);
    assert.equal(slack.messages(ALERTS)[0]?.ts, older?.ts);
  });

  it('sends the plain text, with the same facts, when Slack refuses the layout', async () => {
    const broken: Message['blocks'] = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_001) } }];
    const { tell, until, slack, logged } = await announcing({ draw: (message) => ({ ...message, blocks: broken }) });
    tell('a', 3);
    await until('the plain form', ([text]) => says(3)(text));
    assert.deepEqual(slack.messages(ALERTS)[0]?.blocks ?? [], []);
    assert.ok(logged.some((line) => line.includes('refused a layout')));
  });

  it('keeps a card for a channel it is not in, says why, and posts it once it is invited', async () => {
    const { tell, until, texts, slack, announcer } = await announcing();
    slack.remove('C0ALERTS');
    tell('a', 1);
    await slack.waitFor(() => announcer.troubles().length === 1, { what: 'the trouble' });
    assert.equal(announcer.troubles()[0]?.word, 'not_in_channel');
    slack.invite('C0ALERTS');
    await until('the card', ([text]) => says(1)(text));
    await eventually('the end of the trouble', () => announcer.troubles().length === 0);
    assert.equal(texts().length, 1);
  });

  it('posts a deleted card again while its incident is open, and lets it rest when it is closed', async () => {
    const { tell, until, slack, texts } = await announcing();
    tell('a', 1);
    await until('the card', (all) => all.length === 1);
    slack.deleteMessage('C0ALERTS', slack.messages(ALERTS)[0]?.ts ?? '');
    tell('a', 2);
    await until('the card anew', ([text]) => says(2)(text));
    slack.deleteMessage('C0ALERTS', slack.messages(ALERTS)[0]?.ts ?? '');
    tell('a', 3, { closedAt: T0 });
    tell('b', 1);
    await until('another card', ([text]) => says(1)(text));
    assert.equal(texts().length, 1);
  });

  it('tries again through 500s and resets until Slack takes it, once', async () => {
    const { tell, until, texts, slack } = await announcing();
    slack.faults.set({ kind: 'http-500', times: 2 });
    slack.faults.set({ kind: 'reset', times: 2 });
    tell('a', 5);
    await until('the card', ([text]) => says(5)(text));
    assert.equal(texts().length, 1);
  });

  it('does not wait an hour when the clock is put back by one', async () => {
    const { tell, until, texts, skip } = await announcing({ pace: { postEveryMs: 100, updateCardEveryMs: 100 } });
    tell('a', 1);
    await until('the first', (all) => all.length === 1);
    skip(-3_600_000);
    tell('b', 2);
    tell('a', 3);
    await until('the second card and news of the first', (all) => all.some(says(2)) && all.some(says(3)));
    assert.equal(texts().length, 2);
  });

  it('adopts a message whose answer was lost though its own clock is hours ahead of Slack’s', async () => {
    const { tell, until, texts, slack, skip } = await announcing();
    skip(5 * 3_600_000);
    slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
    tell('a', 1);
    await until('the message', (all) => all.length === 1);
    tell('a', 2);
    await until('edited, not doubled', ([text]) => says(2)(text));
    assert.equal(texts().length, 1);
  });

  it('finds its message behind two hundred others', async () => {
    const { tell, until, texts, slack } = await announcing();
    slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
    slack.faults.set({ method: 'conversations.history', kind: 'http-500', times: 1 });
    tell('a', 1);
    await until('the message', (all) => all.length === 1);
    for (let count = 0; count < 250; count += 1) {
      await new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl }).chat.postMessage({
        channel: ALERTS,
        text: 'small talk',
      });
    }
    tell('a', 2);
    await until('edited, not doubled', (all) => all.some(says(2)));
    assert.equal(texts().filter((text) => text !== 'small talk').length, 1);
  });

  it('tells the others when Slack refuses one message for good', async () => {
    const long: Message = { text: 'x'.repeat(50_000), blocks: [] };
    const { tell, until, texts, slack } = await announcing({
      draw: (message) => (says(1)(message.text) ? long : message),
      pace: { refusedRetryMs: 60_000 },
    });
    tell('a', 1);
    slack.faults.set({ method: 'chat.postMessage', kind: 'error', error: 'msg_too_long', times: 1 });
    tell('b', 2);
    tell('c', 3);
    await until('the other two', (all) => all.some(says(2)) && all.some(says(3)));
    assert.equal(texts().length, 2);
  });

  it('holds up no alert when a search must wait', async () => {
    const { tell, until, slack } = await announcing();
    slack.faults.set({ method: 'conversations.history', kind: 'rate-limited', retryAfterS: 60 });
    slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
    tell('a', 1);
    await until('the message', (all) => all.length === 1);
    await slack.waitFor(() => slack.journal().some((call) => call.method === 'conversations.history'), {
      what: 'a search',
    });
    tell('b', 2);
    await until('the other card', (all) => all.some(says(2)));
  });

  it('looks for the post that Slack did not answer before it posts another into the same outage', async () => {
    const { tell, until, slack } = await announcing();
    const end = slack.faults.set({ kind: 'http-503' });
    for (let count = 1; count <= 10; count += 1) tell(`incident ${count}`, count);
    const calls = (method: string) => slack.journal().filter((call) => call.method === method).length;
    await slack.waitFor(() => calls('conversations.history') > 0, { what: 'a search' });
    assert.equal(calls('chat.postMessage'), 1);
    end();
    await until('all ten, once Slack is back', (all) => all.length === 10);
  });

  it('brings what an earlier run told and forgot up to date, and looks for it once per channel', async () => {
    const { tell, until, texts, toldBefore, callsOf } = await announcing({ isOlder: { isSevere: false } });
    await toldBefore('a', 'told before');
    tell('a', 3);
    tell('b', 2);
    tell('c', 5);
    await until('all three', (all) => [2, 3, 5].every((count) => all.some(says(count))));
    tell('a', 4);
    await until('news of the first', (all) => all.some(says(4)));
    assert.deepEqual([texts().length, callsOf('conversations.history')], [3, 1]);
  });

  it('does not look for what happened after it was started', async () => {
    const { tell, until, callsOf } = await announcing();
    tell('a', 1);
    await until('the card', ([text]) => says(1)(text));
    assert.equal(callsOf('conversations.history'), 0);
  });

  it('rings again for what is severe, unless the thread that stands has rung for it', async () => {
    const { tell, until, texts, toldBefore } = await announcing({ isOlder: { isSevere: true } });
    await toldBefore('a', 'told before');
    const thread = await toldBefore('b', 'told before, too');
    await toldBefore('b', 'somebody was let in', 'let-in', thread);
    tell('a', 5);
    tell('b', 6);
    await until('both', (all) => all.some(says(5)) && all.some(says(6)));
    assert.deepEqual(
      texts().filter((text) => text.includes('told before')),
      ['told before'],
    );
  });

  it('posts although the history cannot be read, and asks for it three times at most', async () => {
    const { tell, until, slack, callsOf } = await announcing({ isOlder: { isSevere: false } });
    slack.faults.set({ method: 'conversations.history', kind: 'http-500' });
    for (let count = 1; count <= 5; count += 1) tell(`incident ${count}`, count);
    await until('all five', (all) => all.length === 5);
    assert.equal(callsOf('conversations.history'), 3);
  });
});
