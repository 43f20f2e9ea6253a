import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { after, describe, it } from 'node:test';
import { openRooms } from '../../src/rooms.ts';
import { FAST, OPS, type Stage, stage } from '../support/bot.ts';
import { eventually } from '../support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

/** A port that was free a moment ago. */
async function aPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

/** A stage for a bot that can be asked whether it is alive, and says after seconds, not a minute, that Slack is away. */
async function aStage(afterMs = 1_000) {
  const port = await aPort();
  const one = rooms.add(await stage({ env: { HEALTH_PORT: port } }), (it) => it.end());
  const overrides = { pace: FAST, lookout: { afterMs, sayEveryMs: 600_000 } };
  const question = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  };
  const untilReady = (status: number) =>
    eventually(`/readyz is ${status}`, async () => (await question('/readyz')).status === status);
  return { ...one, port, overrides, question, untilReady };
}

const opsCards = (one: Stage): readonly string[] => one.cards(OPS).map((card) => card.text);

describe('a bot whose Slack goes away and comes back', { concurrency: true }, () => {
  it('says so on standard error and at /readyz, and tells it in one card once it can', async () => {
    // Long enough for the bot to find out that Slack does not answer by another way either.
    const one = await aStage(4_000);
    await one.startBot({}, one.overrides);
    await one.untilReady(200);

    one.slack.away(true);
    await one.untilReady(503);
    const { body } = await one.question('/readyz');
    assert.deepEqual(
      body.reasons.map((reason: { readonly reason: string }) => reason.reason),
      ['slack-away'],
    );
    assert.ok(Date.now() - Date.parse(body.reasons[0].since) < 20_000, body.reasons[0].since);
    assert.equal((await one.question('/healthz')).status, 200, 'a restart would not help');
    await eventually('the sentence', () => one.alarms.length === 1);
    assert.match(one.alarms[0] ?? '', /^The bot has had no connection to Slack for \d s: alerts wait.*\n$/);
    assert.ok(one.logged.some((line) => line.includes('"level":"error"') && line.includes('no connection to Slack')));

    one.slack.away(false);
    await one.untilReady(200);
    await eventually('the second sentence', () => one.alarms.length === 2);
    assert.match(one.alarms[1] ?? '', /^Slack is back after \d+ s/);
    await eventually('the card', () => /reaches the bot again/.test(opsCards(one)[0] ?? ''));
    assert.equal(opsCards(one).length, 1);
    const { body: well } = await one.question('/readyz');
    assert.ok(well.secondsSinceBeat < 3, `the beat is heard: ${well.secondsSinceBeat} s`);
    const text = JSON.stringify(well);
    for (const name of ['Shibuya', 'xoxb', one.env.CLUE_PHONE ?? '']) assert.ok(!text.includes(name), text);
  });

  it('stays ready where only its socket is away, and says on standard error what that costs', async () => {
    const one = await aStage(5_000);
    await one.startBot({}, one.overrides);
    await one.untilReady(200);
    one.slack.faults.set({ method: 'apps.connections.open', kind: 'http-503' });
    one.slack.refreshSockets();
    await eventually('the sentence', () => one.alarms.length === 1);
    assert.match(one.alarms[0] ?? '', /alerts still arrive, but commands and buttons are not answered/);
    const { status, body } = await one.question('/readyz');
    assert.deepEqual([status, body.notes[0].reason, body.slack], [200, 'slack-away', 'away']);
  });

  it('ends the card of an earlier run that never saw Slack come back', async () => {
    const one = await aStage();
    const first = await one.startBot({}, one.overrides);
    one.slack.away(true);
    await eventually('the sentence', () => one.alarms.length === 1);
    await first.stop();
    const { app } = await one.openBot({}, { ...one.overrides, lookout: { afterMs: 60_000, sayEveryMs: 600_000 } });
    await app.start();
    assert.deepEqual(opsCards(one), []);
    one.slack.away(false);
    await app.ready();
    await eventually('the card is at its end', () => /reaches the bot again/.test(opsCards(one)[0] ?? ''));
    assert.equal(opsCards(one).length, 1);
    assert.equal(one.alarms.length, 1, 'the new run had nothing to say aloud');
  });
});

describe('a bot whose CLUe is away', () => {
  it('is alive, and not ready until it has read its place', async () => {
    const one = await aStage();
    const isBack = one.clue.faults.add({ kind: 'http', status: 503, path: '/v1/events' });
    await one.startBot({}, one.overrides);
    const { status, body } = await one.question('/readyz');
    assert.deepEqual([status, body.reasons.length, body.reasons[0].reason], [503, 1, 'place-unseen']);
    assert.equal((await one.question('/healthz')).status, 200);
    isBack();
    await one.untilReady(200);
    assert.ok((await one.question('/readyz')).body.places['178'].secondsSinceGoodPoll < 10);
  });
});

describe('a bot that CLUe refuses', () => {
  it('is not ready, and says why', async () => {
    const one = await aStage();
    await one.startBot({ CLUE_PASSWORD: 'not-the-password' }, one.overrides);
    await eventually('the reason', async () => {
      const { body } = await one.question('/readyz');
      return body.reasons[0]?.reason === 'login-refused';
    });
    const text = JSON.stringify((await one.question('/readyz')).body);
    assert.ok(!text.includes('not-the-password'), text);
  });
});

describe('a health port that is taken', () => {
  it('is a sentence in the log, and keeps nobody from watching', async () => {
    const one = await aStage();
    const other = createServer().listen(Number(one.port), '127.0.0.1');
    await once(other, 'listening');
    await one.startBot({}, one.overrides);
    await eventually('the place is read', () => one.logged.some((line) => line.includes('"watching"')));
    assert.ok(one.logged.some((line) => line.includes('The port of HEALTH_PORT is taken by another program')));
    assert.match(await one.ask('/clue status'), /Shibuya store/);
    other.close();
  });
});
