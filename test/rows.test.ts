import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ALERTS, HANA, type Stage, stage } from './support/bot.ts';
import { type CountingProxy, countBefore } from './support/counting-proxy.ts';
import { eventually } from './support/eventually.ts';

// Rows for answers, through the whole bot.

const DAY_MS = 86_400_000;
const stages: Stage[] = [];
const proxies: CountingProxy[] = [];
after(async () => {
  for (const one of stages) await one.end();
  for (const one of proxies) await one.stop();
});

/** A bot at a CLUe with so many rows of ten days ago, a second apart, and so many of today. */
async function aBot({ old = 0, recent = 0, maxPageSize = 1_000 } = {}) {
  const one = await stage({ hears: 'usual', clue: { maxPageSize } });
  stages.push(one);
  const proxy = await countBefore(one.clue.url);
  proxies.push(proxy);
  const noon = new Date(Date.now() - 10 * DAY_MS).setUTCHours(3, 0, 0, 0);
  const day = new Date(noon).toISOString().slice(0, 10);
  const add = (eventAt: number, eventType = 'DEV_FACE_AUTH_FAIL') =>
    one.clue.place(178).append({ eventAt, eventType, doorId: 181, deviceId: 902 });
  for (let index = 0; index < old; index += 1) add(noon + index * 1_000);
  for (let index = 0; index < recent; index += 1) add(Date.now() - (recent - index) * 60_000);
  const app = await one.startBot({ CLUE_API_URL: proxy.url });
  return { one, proxy, app, day, noon, add };
}

const isFilled = (one: Stage) =>
  eventually('an answer from memory', async () => /As of \d+ s ago/.test(await one.ask('/clue recent')));

describe('fifty people who ask at once', () => {
  it('are all answered, with four requests to CLUe at a time', async (t) => {
    const { one, proxy, day } = await aBot({ old: 6_000, recent: 6_500, maxPageSize: 500 });
    await eventually('today in memory', async () => /As of/.test(await one.ask('/clue who-entered')));
    const before = proxy.asked();
    const texts = [
      '/clue recent',
      '/clue who-entered',
      '/clue recent 50',
      `/clue who-entered ${day}`,
      '/clue who-entered 7d',
    ];
    const slowest = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const begun = performance.now();
        const answer = await one.ask(texts[index % texts.length] ?? '');
        assert.match(answer, /newest|nobody entered/);
        return performance.now() - begun;
      }),
    );
    t.diagnostic(`the slowest took ${Math.round(Math.max(...slowest))} ms; bench/answers.ts measures it`);
    assert.ok(proxy.most() <= 4, `${proxy.most()} requests at a time`);
    // The day of ten days ago is 12 pages, and the last seven days 13, once for all ten who ask: twice, where those fall
    // on both sides of a moment. Everything else is in memory.
    const asked = proxy.asked() - before;
    assert.ok(asked >= 25 && asked <= 40, `${asked} requests`);
  });
});

describe('a time that is over', () => {
  it('is read once, across a restart too, and has what came late', async () => {
    const { one, proxy, app, day, noon, add } = await aBot({ old: 20, recent: 6_500 });
    await isFilled(one);
    assert.match(await one.ask(`/clue who-entered ${day}`), /nobody entered/);
    const before = proxy.asked();
    assert.match(await one.ask(`/clue who-entered ${day}`), /nobody entered/);
    assert.equal(proxy.asked(), before);
    await app.stop();
    add(noon + 30_000, 'DEV_FACE_AUTH_SUCCESS');
    add(noon + 30_050, 'DEV_DOOR_RELAY_ON');
    await one.startBot({ CLUE_API_URL: proxy.url });
    assert.match(await one.ask(`/clue who-entered ${day}`), /1 entry/);
    assert.match(await one.ask(`/clue who-entered ${day}`), /1 entry/);
  });
});

describe('a long answer', () => {
  it('shows how far it is, and ends when its button is pressed, within Slack’s five uses', async () => {
    const { one, day } = await aBot({ old: 2_000, recent: 6_500, maxPageSize: 50 });
    await isFilled(one);
    one.clue.faults.add({ kind: 'slow', ms: 400 });
    const run = await one.slack.type({ user: HANA, channel: ALERTS, text: `/clue who-entered ${day}` });
    const shown = (): string => run.visible.map(({ text }) => text).join('\n');
    await one.slack.waitFor(() => /Reading 2,000 rows from CLUe: page \d+ of 40, about \d+ s left/.test(shown()), {
      timeoutMs: 10_000,
      what: 'how far it is',
    });
    const [message] = run.visible;
    assert.ok(message);
    await one.slack.press({ user: HANA, channel: ALERTS, ts: message.ts, actionId: 'stop-reading' });
    await one.slack.waitFor(() => /Stopped\. I read no further\./.test(shown()), { what: 'that it was stopped' });
    assert.equal(run.visible.length, 1);
    assert.ok(run.answers.length <= 5, `${run.answers.length} uses`);
    assert.equal(one.slack.refusals, 0);
    one.clue.faults.clear();
  });
});
