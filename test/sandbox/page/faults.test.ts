import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Doing } from '../../../src/sandbox/page/state.ts';
import { ask, login, refusal, tokensOf } from '../clue/caller.ts';
import { call } from '../slack/raw-client.ts';
import { type APage, aPage } from './a-page.ts';

type ClueState = Extract<Doing, { readonly do: 'clue' }>['state'];
type SlackState = Extract<Doing, { readonly do: 'slack' }>['state'];

const setClue = (page: APage, state: ClueState) => page.do({ do: 'clue', state });
const setSlack = (page: APage, state: SlackState) => page.do({ do: 'slack', state });
const faults = async (page: APage) => (await page.state()).faults;
/** The bot's post, as far as its caller can know of it. */
const post = async ({ demo }: APage, text: string): Promise<string> => {
  const posted = await call(demo.slack, 'chat.postMessage', { channel: 'C0ALERTS', text }).catch(() => undefined);
  return posted === undefined ? 'no answer' : `${posted.status} ${posted.body.ok}`;
};

describe('CLUe', () => {
  it('is down, and well again', async (t) => {
    const page = await aPage(t);
    await setClue(page, 'away');
    await assert.rejects(login(page.demo.clue));
    assert.deepEqual(await faults(page), { clue: 'away', slack: 'well' });
    await setClue(page, 'well');
    assert.equal((await login(page.demo.clue)).status, 200);
  });

  it('is slow, until something else is wrong with it', async (t) => {
    const page = await aPage(t);
    await setClue(page, 'slow');
    assert.deepEqual(
      page.demo.clue.faults.active().map(({ kind }) => kind),
      ['slow'],
    );
    await setClue(page, 'account-locked');
    assert.deepEqual(page.demo.clue.faults.active(), []);
  });

  it('has a session that expired, until somebody signs in again', async (t) => {
    const page = await aPage(t);
    const { access } = await tokensOf(page.demo.clue);
    await setClue(page, 'session-expired');
    assert.equal(refusal(await ask(page.demo.clue, access)), '401 a1028');
    assert.equal((await faults(page)).clue, 'session-expired');
    const { access: again } = await tokensOf(page.demo.clue);
    assert.equal((await ask(page.demo.clue, again)).status, 200);
    assert.equal((await faults(page)).clue, 'well');
  });

  it('has locked the account, its sessions too, until it is well', async (t) => {
    const page = await aPage(t);
    const { access } = await tokensOf(page.demo.clue);
    await setClue(page, 'account-locked');
    assert.equal(refusal(await ask(page.demo.clue, access)), '401 a1028');
    assert.equal(refusal(await login(page.demo.clue)), '403 a1014');
    await setClue(page, 'well');
    assert.equal((await login(page.demo.clue)).status, 200);
  });
});

describe('Slack', () => {
  it('answers 429 and then 500, one thing at a time, and is well again', async (t) => {
    const page = await aPage(t);
    await setSlack(page, 'rate-limited');
    assert.equal(await post(page, 'first'), '429 false');
    await setSlack(page, 'http-500');
    assert.equal(await post(page, 'second'), '500 false');
    await setSlack(page, 'well');
    assert.equal(await post(page, 'third'), '200 true');
    assert.deepEqual(
      page.demo.slack.messages('C0ALERTS').map(({ text }) => text),
      ['third'],
    );
  });

  it('loses the answers to posts: they stand all the same, and history tells of them', async (t) => {
    const page = await aPage(t);
    await setSlack(page, 'lost-answer');
    assert.equal(await post(page, 'only once'), 'no answer');
    const { body } = await call(page.demo.slack, 'conversations.history', { channel: 'C0ALERTS' });
    assert.deepEqual(
      (body.messages as readonly { readonly text: string }[]).map(({ text }) => text),
      ['only once'],
    );
  });

  it('is away, and back', async (t) => {
    const page = await aPage(t);
    await setSlack(page, 'away');
    assert.equal(await post(page, 'into the dark'), 'no answer');
    await setSlack(page, 'well');
    assert.equal(await post(page, 'into the light'), '200 true');
  });

  it('shows in red what it refuses of the bot, but not what it was asked to refuse', async (t) => {
    const page = await aPage(t);
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '' } }];
    await call(page.demo.slack, 'chat.postMessage', { channel: 'C0ALERTS', text: 'x', blocks });
    await setSlack(page, 'rate-limited');
    await post(page, 'too much');
    const { refusals } = await page.state();
    assert.deepEqual(
      refusals.map(({ method, error }) => [method, error]),
      [['chat.postMessage', 'invalid_blocks']],
    );
    assert.match(refusals[0]?.messages.join() ?? '', /must be more than 0 characters.*\/blocks\/0\/text\/text/);
  });
});
