import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PageState } from '../../../src/sandbox/page/state.ts';
import { aPage, channelOf, doorOf } from './a-page.ts';

const without = ({ now: _, ...state }: PageState) => state;

describe('two windows', () => {
  it('see the same, and a reload loses nothing', async (t) => {
    const page = await aPage(t);
    const [one, other] = [page.open(), page.open()];
    await page.do({ do: 'type', user: 'U0MINJUN', channel: 'C0ALERTS', text: 'Is <somebody> there?' });
    await page.do({ do: 'door', place: 178, door: 181, what: 'leave-unlocked' });
    await page.do({ do: 'slack', state: 'http-500' });
    await page.do({ do: 'read', user: 'U0HANA', channel: 'C0ALERTS', ts: '1795178700.000001' });
    const isDone = (state: PageState) => channelOf(state, 'C0ALERTS').readUpTo.U0HANA !== undefined;
    const seen = await Promise.all([one.until('the mark', isDone), other.until('the mark', isDone)]);
    const reloaded = await page.state();
    const late = await page.open().until('the state', () => true);
    assert.deepEqual(seen.map(without), [without(reloaded), without(reloaded)]);
    assert.deepEqual(without(late), without(reloaded));
    const { messages, readUpTo } = channelOf(reloaded, 'C0ALERTS');
    assert.deepEqual(
      messages.map(({ user, text }) => [user, text]),
      [['U0MINJUN', 'Is &lt;somebody&gt; there?']],
    );
    assert.deepEqual(readUpTo, { U0MINJUN: messages[0]?.ts, U0HANA: '1795178700.000001' });
    assert.deepEqual([doorOf(reloaded, 181).relay, doorOf(reloaded, 181).isHeld], ['unlocked', true]);
    assert.deepEqual(reloaded.faults, { clue: 'well', slack: 'http-500' });
  });

  it('are told of many changes together, at most ten times a second, and of the last one for sure', async (t) => {
    const page = await aPage(t);
    const { slack } = page.demo;
    const window = page.open();
    await window.until('the first state', () => true);
    const begun = performance.now();
    for (let nth = 1; nth <= 60; nth += 1) await slack.type({ user: 'U0HANA', channel: 'C0ALERTS', text: `${nth}` });
    const last = await window.until('the last word', (state) =>
      channelOf(state, 'C0ALERTS').messages.some(({ text }) => text === '60'),
    );
    const tenths = Math.ceil((performance.now() - begun) / 100);
    assert.equal(channelOf(last, 'C0ALERTS').messages.length, 60);
    assert.ok(window.seen.length <= 2 + tenths, `${window.seen.length} states in ${tenths} tenths of a second`);
    const versions = window.seen.map(({ version }) => version);
    assert.deepEqual(
      versions,
      [...new Set(versions)].sort((a, b) => a - b),
    );
  });

  it('get the newest two hundred messages of a channel', async (t) => {
    const page = await aPage(t);
    for (let nth = 1; nth <= 205; nth += 1) {
      await page.demo.slack.type({ user: 'U0HANA', channel: 'C0OPS', text: `${nth}` });
    }
    const texts = channelOf(await page.state(), 'C0OPS').messages.map(({ text }) => text);
    assert.deepEqual([texts.length, texts[0], texts.at(-1)], [200, '6', '205']);
  });

  it('are let go when the page stops', async (t) => {
    const page = await aPage(t);
    const window = page.open();
    await window.until('the first state', () => true);
    const begun = performance.now();
    await page.stop();
    assert.ok(performance.now() - begun < 1_000);
    await assert.rejects(fetch(page.url));
  });

  it('find another port where theirs is taken', async (t) => {
    const page = await aPage(t);
    const taken = Number(new URL(page.url).port);
    const second = await aPage(t, { port: taken });
    assert.notEqual(second.url, page.url);
    assert.equal((await fetch(`${second.url}/state`)).status, 200);
  });
});
