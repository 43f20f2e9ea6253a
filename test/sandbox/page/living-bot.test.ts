import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { startDemo } from '../../../src/sandbox/demo.ts';
import type { PageState } from '../../../src/sandbox/page/state.ts';
import { type APage, type AWindow, aPage, channelOf } from './a-page.ts';

/** The whole demo without its story, and a window onto it. */
async function aDemo(t: TestContext): Promise<{ readonly page: APage; readonly window: AWindow }> {
  const env = { POLL_CRON: '* * * * * *' };
  const demo = await startDemo({ story: 'none', env });
  t.after(demo.stop);
  const page = await aPage(t, { demo });
  return { page, window: page.open() };
}

const read = ({ demo }: APage): Promise<void> =>
  new Promise((resolve) => {
    const stop = demo.clue.place(178).whenRead(() => {
      stop();
      resolve();
    });
  });
const alerts = (state: PageState) => channelOf(state, 'C0ALERTS').messages;
const sees = (text: string) => (state: PageState) => alerts(state).some((message) => message.text.includes(text));
const answered = (text: RegExp) => (state: PageState) =>
  state.workspace.ephemerals.some((message) => text.test(message.text));
const refuse = (page: APage) => page.do({ do: 'door', place: 178, door: 182, what: 'refuse-once' });
/** So many failures that the channel hears of them without having asked for every one. */
const refuseFourTimes = async (page: APage): Promise<void> => {
  for (let count = 0; count < 4; count += 1) await refuse(page);
};

describe('a bot and somebody at its page', { concurrency: true }, () => {
  it('alert, answer, die and live again, and lose nothing', async (t) => {
    const { page, window } = await aDemo(t);
    await read(page);
    await refuseFourTimes(page);
    const alert = await window.until('the alert', sees('4 authentication failures'));
    assert.deepEqual([alert.bot.running, alert.refusals], [true, []]);
    await page.do({ do: 'type', user: 'U0HANA', channel: 'C0ALERTS', text: '/clue help' });
    await window.until('an answer', answered(/\/clue recent/));

    await page.do({ do: 'bot', what: 'kill' });
    await window.until('a dead bot', ({ bot }) => !bot.running);
    await page.do({ do: 'type', user: 'U0HANA', channel: 'C0ALERTS', text: '/clue help' });
    assert.match((await page.state()).workspace.failures.at(-1)?.shown ?? '', /dispatch_failed/);
    await refuse(page);
    await page.do({ do: 'bot', what: 'start' });
    await window.until('a living bot', ({ bot }) => bot.running);
    const grown = await window.until('the alert to grow', sees('5 authentication failures'));
    assert.equal(alerts(grown).length, 1);
    assert.ok(alerts(grown)[0]?.edited !== undefined);

    await page.do({ do: 'clue', state: 'session-expired' });
    assert.equal((await page.state()).faults.clue, 'session-expired');
    await window.until('the bot to have signed in again', ({ faults }) => faults.clue === 'well');
  });

  it('meet what goes wrong, and each fault has its end', async (t) => {
    const { page, window } = await aDemo(t);
    await read(page);
    await page.do({ do: 'slack', state: 'rate-limited' });
    await refuseFourTimes(page);
    await page.demo.slack.waitFor(() => page.demo.slack.refusals > 0, { what: 'a call that was refused' });
    assert.deepEqual([alerts(await page.state()), (await page.state()).refusals], [[], []]);
    await page.do({ do: 'slack', state: 'well' });
    await window.until('the alert', sees('4 authentication failures'));

    await page.do({ do: 'clue', state: 'account-locked' });
    await window.until('the card about the account', (state) => channelOf(state, 'C0OPS').messages.length > 0);
    await page.do({ do: 'clue', state: 'well' });
    await page.do({ do: 'type', user: 'U0HANA', channel: 'C0OPS', text: '/clue login' });
    await window.until('the login', answered(/CLUe は再びログインを受け付けました/));
  });
});
