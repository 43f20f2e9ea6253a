import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { PEOPLE } from '../src/sandbox/slack/people.ts';
import { ALERTS, FAST, HANA, OPS, type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const stages: Stage[] = [];
/** The whole bot, running. */
async function aBot(): Promise<Stage> {
  const one = await stage();
  stages.push(one);
  await one.startBot({}, { pace: { ...FAST, refusedRetryMs: 60_000 } });
  return one;
}
after(async () => {
  for (const one of stages) await one.end();
});

/** What somebody who types `/clue test-alert` in the channel reads at last. */
async function test({ slack }: Stage, channel: string = ALERTS, user: string = HANA): Promise<string> {
  const run = await slack.type({ user, channel, text: '/clue test-alert' });
  await run.answered();
  if (run.visible.some(({ text }) => text.includes('Asking CLUe'))) await run.answered({ timeoutMs: 50_000 });
  return run.visible.map(({ text }) => text).join('\n');
}

const ALL_WELL =
  /^✅ The test alert stands above, .* after you asked\.\n• CLUe answered: \d+ ms\n• saved: \d+ ms\n• posted by Slack: .*\n• read back from the channel: \d+ ms, once$/;
const testCards = ({ cards }: Stage, channel?: string) => cards(channel).filter(({ text }) => text.startsWith('🧪'));

describe('/clue test-alert, through the whole bot', () => {
  it('goes to the channel once, marked, and every step is reported to the asker alone', async () => {
    const one = await aBot();
    assert.match(await test(one), ALL_WELL);
    const [card, ...others] = testCards(one);
    assert.equal(others.length, 0);
    assert.match(card?.text ?? '', /^🧪 Test alert: nothing happened at any door · asked for by <@U0HANA> · /);
    assert.match(await one.ask('/clue status'), /^🟢 All is well.*no card since the start/s);
    assert.deepEqual(one.cards(OPS), []);
  });

  it('stands once also where Slack’s answer to the post is lost', async () => {
    const one = await aBot();
    one.slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
    assert.match(await test(one), ALL_WELL);
    assert.equal(testCards(one).length, 1);
  });

  it('is asked for once in ten seconds by one person, and by others meanwhile', async () => {
    const one = await aBot();
    assert.match(await test(one), ALL_WELL);
    assert.match(await test(one, OPS), /^⏳ You asked for a test alert moments ago\. Ask again in \d/);
    assert.match(await test(one, OPS, PEOPLE.member.id), ALL_WELL);
    assert.equal(testCards(one).length + testCards(one, OPS).length, 2);
  });

  it('is one at a time in a channel', async () => {
    const one = await aBot();
    one.slack.faults.set({ method: 'chat.postMessage', kind: 'slow', ms: 600, times: 1 });
    const first = test(one);
    await eventually('it is on its way', () => testCards(one).length === 1);
    assert.match(await test(one, ALERTS, PEOPLE.member.id), /^⏳ A test alert is under way in this channel/);
    assert.match(await first, ALL_WELL);
    assert.equal(testCards(one).length, 1);
  });

  it('says how to invite the bot where it is no member, and works as soon as it is invited', async () => {
    const one = await aBot();
    const answer = await test(one, 'C0GENERAL');
    assert.match(answer, /^⛔ No alert can arrive in this channel: the bot is no member here\..*`\/invite`/s);
    assert.match(await one.ask('/clue status'), /^🟢 All is well/, 'nobody is to be told there');
    one.slack.invite('C0GENERAL');
    assert.match(await test(one, 'C0GENERAL', PEOPLE.member.id), ALL_WELL);
    assert.equal(testCards(one, 'C0GENERAL').length, 1, 'the one that was refused does not come after all');
    assert.deepEqual(one.cards(OPS), []);
  });

  it('tells OPS_CHANNEL too where the channel is one that hears alerts', async () => {
    const one = await aBot();
    one.slack.remove(ALERTS);
    assert.match(await test(one), /^⛔ No alert can arrive in this channel/);
    await eventually('the card about it', () => /Alerts do not reach/.test(one.cards(OPS)[0]?.text ?? ''));
    assert.match(await one.ask('/clue status'), /^🟡 Alerts do not reach every channel/);
  });

  it('goes on where CLUe is away, and says so', async () => {
    const one = await aBot();
    one.clue.away(true);
    const answer = await test(one);
    assert.match(answer, /^⚠️ The test alert stands above, .*, but CLUe gives the bot no rows/);
    assert.match(answer, /• CLUe answered: no, for .* CLUe cannot be reached/);
    assert.equal(testCards(one).length, 1);
  });

  it('reaches a talk with the bot, and says that it cannot be read back there', async () => {
    const one = await aBot();
    const talk = one.slack.directMessage(HANA).id;
    one.slack.faults.set({ method: 'conversations.history', kind: 'error', error: 'missing_scope', channel: talk });
    assert.match(await test(one, talk), /^⚠️ The test alert stands above, .*cannot read it back.*`missing_scope`/s);
    assert.equal(testCards(one, talk).length, 1);
  });
});
