import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, type Instant } from '../../src/door/ids.ts';
import { keepLookout } from '../../src/watch/keep-lookout.ts';
import { LOOKOUT_PACE, type LookoutState, look, type SlackNews } from '../../src/watch/lookout.ts';
import { eventually } from '../support/eventually.ts';
import { at } from '../support/rows.ts';

const BEGIN = at('09:00:00');

/** A lookout on a clock of its own. The house saves what it is told unless it cannot. */
function aLookout() {
  let state: LookoutState = {};
  let tick = 0;
  let leapMs = 0;
  let isThere = false;
  let takesMessages = false;
  let saves = true;
  const said: string[] = [];
  const told: SlackNews[] = [];
  const second = (): void => {
    const now = after(BEGIN, tick + leapMs);
    const next = look(state, { isThere, takesMessages, tick, now }, LOOKOUT_PACE);
    state = next.state;
    if (next.say !== undefined) said.push(next.say);
    if (next.tell !== undefined) {
      told.push(next.tell);
      if (saves) state = { ...state, told: next.tell.kind };
    }
    tick += 1_000;
  };
  return {
    said,
    told,
    passes: (seconds: number): void => {
      for (let i = 0; i < seconds; i += 1) second();
    },
    slackComes: () => {
      isThere = true;
    },
    slackGoes: () => {
      isThere = false;
    },
    webApiAnswers: () => {
      takesMessages = true;
    },
    clockLeaps: (ms: number) => {
      leapMs += ms;
    },
    cannotSave: (cannot: boolean) => {
      saves = !cannot;
    },
  };
}

/** Slack was there, and goes. */
function left() {
  const lookout = aLookout();
  lookout.slackComes();
  lookout.passes(5);
  lookout.slackGoes();
  return lookout;
}

describe('the lookout for Slack', () => {
  it('tells at the first look that Slack is there, for an earlier run may have left the trouble open', () => {
    const lookout = aLookout();
    lookout.slackComes();
    lookout.passes(10);
    assert.deepEqual(lookout.told, [{ kind: 'back' }]);
    assert.deepEqual(lookout.said, []);
  });

  it('keeps quiet about a refresh, however often there is one', () => {
    const lookout = left();
    for (let i = 0; i < 5; i += 1) {
      lookout.passes(60);
      lookout.slackComes();
      lookout.passes(1);
      lookout.slackGoes();
    }
    assert.deepEqual(lookout.said, []);
    assert.deepEqual(lookout.told, [{ kind: 'back' }]);
  });

  it('says after a minute that Slack is away, tells the house since when, and repeats it every ten minutes', () => {
    const lookout = left();
    lookout.passes(60);
    assert.deepEqual(lookout.said, []);
    lookout.passes(1);
    assert.deepEqual(lookout.told, [{ kind: 'back' }, { kind: 'away', since: at('09:00:05') }]);
    assert.deepEqual(lookout.said, [
      "The bot has had no connection to Slack for 1 min: alerts wait, and commands and buttons are not answered. It goes on trying; if this stays, look at this machine's network and at status.slack.com.",
    ]);
    lookout.passes(599);
    assert.equal(lookout.said.length, 1);
    lookout.passes(1);
    assert.match(lookout.said[1] ?? '', /^The bot has had no connection to Slack for 11 min:/);
    assert.equal(lookout.told.length, 2);
  });

  it('says that Slack is back, and after how long', () => {
    const lookout = left();
    lookout.passes(3 * 3_600 + 5 * 60);
    lookout.slackComes();
    lookout.passes(3);
    assert.equal(lookout.said.at(-1), 'Slack is back after 3 h 5 min: what waited is told now.');
    assert.deepEqual(lookout.told.at(-1), { kind: 'back' });
    assert.equal(lookout.told.length, 3);
    lookout.slackGoes();
    lookout.passes(61);
    assert.match(lookout.said.at(-1) ?? '', /for 1 min:/);
  });

  it('counts a bot that was never connected as away since its start', () => {
    const lookout = aLookout();
    lookout.passes(61);
    assert.deepEqual(lookout.told, [{ kind: 'away', since: BEGIN }]);
    assert.equal(lookout.said.length, 1);
  });

  it('does not cry wolf when the clock leaps, nor wait an hour when it is put back', () => {
    const lookout = left();
    lookout.passes(30);
    lookout.clockLeaps(3_600_000);
    lookout.passes(30);
    assert.deepEqual(lookout.said, []);
    lookout.clockLeaps(-7_200_000);
    lookout.passes(1);
    assert.equal(lookout.said.length, 1);
  });

  it('tells the house again at the next second what could not be saved, and says it once', () => {
    const lookout = left();
    lookout.cannotSave(true);
    lookout.passes(64);
    assert.equal(lookout.told.filter(({ kind }) => kind === 'away').length, 4);
    lookout.cannotSave(false);
    lookout.passes(5);
    assert.equal(lookout.told.filter(({ kind }) => kind === 'away').length, 5);
    assert.equal(lookout.said.length, 1);
  });

  it('says that alerts still arrive where Slack takes messages without a socket', () => {
    const lookout = left();
    lookout.webApiAnswers();
    lookout.passes(61);
    assert.match(lookout.said[0] ?? '', /alerts still arrive, but commands and buttons are not answered/);
  });
});

describe('the lookout at work', () => {
  it('looks by itself, tells again what could not be saved, and complains of that once', async () => {
    const alarms: string[] = [];
    const errors: string[] = [];
    let tries = 0;
    const lookout = keepLookout({
      isConnected: () => false,
      takesMessages: async () => false,
      tell: async () => {
        tries += 1;
        if (tries < 3) throw new Error('the disk is full');
      },
      log: { alarm: (message) => alarms.push(message), error: (message) => errors.push(message) },
      now: (): Instant => BEGIN,
      pace: { afterMs: 0, sayEveryMs: 600_000 },
    });
    await eventually('it is saved at last', () => tries === 3);
    await lookout.stop();
    assert.deepEqual(lookout.sight(), { kind: 'away', since: BEGIN, takesMessages: false });
    assert.deepEqual([alarms.length, errors.length], [1, 1]);
  });
});
