import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after } from '../../src/door/ids.ts';
import { withAnswer } from '../../src/incident/answers.ts';
import { isUnfinished, nextStep, type Outcome, withOutcome } from '../../src/incident/card.ts';
import type { Failures } from '../../src/incident/door-facts.ts';
import { type Incident, incidentId } from '../../src/incident/incident.ts';
import { houseValue } from '../../src/store/values.ts';
import { entry } from '../slack/messages/given.ts';
import { ALERTS } from '../support/place-spec.ts';
import { at } from '../support/rows.ts';

const T0 = at('09:00:00');

/** An incident with one untold card for the alerts channel. */
const untold: Incident<Failures> = {
  id: incidentId('failures/178/181/1'),
  facts: { kind: 'failures', count: 1, firstAt: T0, lastAt: T0, entries: [] },
  revision: 1,
  lastReason: 'opened',
  openedAt: T0,
  seenAfterMs: 0,
  seenAt: T0,
  cards: [{ channel: ALERTS, told: 0, generation: 0 }],
};

const hear = (incident: Incident, ...outcomes: readonly Outcome[]): Incident =>
  outcomes.reduce((one, outcome) => withOutcome(one, ALERTS, outcome, T0), incident);

const step = (incident: Incident, now = T0) => {
  const [card] = incident.cards;
  assert.ok(card);
  return nextStep(incident, card, now);
};

describe('a card', () => {
  it('is posted, then rests until its incident has news, then is updated', () => {
    assert.deepEqual(step(untold), { do: 'post', generation: 0, revision: 1 });
    const posted = hear(untold, { kind: 'posting' }, { kind: 'posted', ts: '1.1', revision: 1 });
    assert.deepEqual(step(posted), { do: 'nothing' });
    assert.deepEqual(step({ ...posted, revision: 2 }), { do: 'update', ts: '1.1', generation: 0, revision: 2 });
  });

  it('whose post began but never ended is looked for from ten minutes before', () => {
    const posting = hear(untold, { kind: 'posting' });
    assert.deepEqual(step(posting), { do: 'find', part: 'card', generation: 0, from: after(T0, -600_000) });
  });

  it('that was not found is posted anew, and a twin is looked for two minutes later', () => {
    const lost = hear(untold, { kind: 'posting' }, { kind: 'not-found' });
    assert.equal(step(lost).do, 'post');
    const again = hear(lost, { kind: 'posting' }, { kind: 'posted', ts: '2.2', revision: 1 });
    assert.deepEqual(step(again), { do: 'wait', until: after(T0, 120_000) });
    assert.deepEqual(step(again, after(T0, 120_000)), {
      do: 'check-twins',
      part: 'card',
      ts: '2.2',
      generation: 0,
      from: after(T0, -600_000),
    });
    assert.deepEqual(step(hear(again, { kind: 'twins-checked', ts: '2.2' }), after(T0, 120_000)), { do: 'nothing' });
  });

  it('whose older twin was kept is brought up to date there: no edit ever reached that one', () => {
    const lost = hear(untold, { kind: 'posting' }, { kind: 'not-found' }, { kind: 'posting' });
    const told = hear({ ...lost, revision: 2 }, { kind: 'posted', ts: '2.2', revision: 2 });
    const kept = hear(told, { kind: 'twins-checked', ts: '1.1' });
    assert.deepEqual(step(kept), { do: 'update', ts: '1.1', generation: 0, revision: 2 });
    assert.deepEqual(step(hear(kept, { kind: 'updated', revision: 2 })), { do: 'nothing' });
  });

  it('that another one told meanwhile is looked for once more, where its post may turn up late', () => {
    const told = hear(untold, { kind: 'posting' }, { kind: 'not-found' }, { kind: 'told-elsewhere', revision: 1 });
    assert.deepEqual(step(told), { do: 'wait', until: after(T0, 120_000) });
    const due = step(told, after(T0, 120_000));
    assert.deepEqual([due.do, 'ts' in due], ['check-twins', false]);
    assert.deepEqual(step(hear(told, { kind: 'twins-checked' }), after(T0, 120_000)), { do: 'nothing' });
    const found = hear(told, { kind: 'twins-checked', ts: '1.1' });
    assert.deepEqual(step(found), { do: 'update', ts: '1.1', generation: 0, revision: 1 });
  });

  it('found with an older revision is brought up to date', () => {
    const found = hear({ ...untold, revision: 3 }, { kind: 'posting' }, { kind: 'posted', ts: '1.1', revision: 1 });
    assert.deepEqual(step(found), { do: 'update', ts: '1.1', generation: 0, revision: 3 });
  });

  it('that somebody deleted is posted again while its incident is open, and rests when it is closed', () => {
    const posted = hear(untold, { kind: 'posting' }, { kind: 'posted', ts: '1.1', revision: 1 });
    const news = { ...posted, revision: 2 };
    assert.deepEqual(step(hear(news, { kind: 'vanished' })), { do: 'post', generation: 1, revision: 2 });
    assert.deepEqual(step(hear({ ...news, closedAt: T0 }, { kind: 'vanished' })), { do: 'nothing' });
  });

  it('of an incident taken in by another is not posted when nobody ever heard of it', () => {
    const merged = { ...untold, mergedInto: incidentId('failures/178/181/0'), revision: 2 };
    assert.deepEqual(step(merged), { do: 'nothing' });
    assert.equal(step(hear(merged, { kind: 'posting' })).do, 'find');
  });

  it('hears an outcome twice and does not tell less than it told', () => {
    const posted = hear(
      { ...untold, revision: 5 },
      { kind: 'posted', ts: '1.1', revision: 5 },
      { kind: 'updated', revision: 3 },
    );
    assert.deepEqual(step(posted), { do: 'nothing' });
  });
});

describe('a reply in a card’s thread', () => {
  const note = { part: 'let-in', revision: 3, seenAt: T0 } as const;
  const said: Incident<Failures> = { ...untold, revision: 3, notes: [note] };
  const inThread = (incident: Incident, ...outcomes: readonly Outcome[]): Incident =>
    outcomes.reduce((one, outcome) => withOutcome(one, ALERTS, outcome, T0, 'let-in'), incident);
  const posted = hear(untold, { kind: 'posting' }, { kind: 'posted', ts: '1.1', revision: 1 });
  const owing = { ...posted, revision: 3, notes: [note] };

  it('is owed where the card was posted before the news, and rings before the card is edited', () => {
    assert.deepEqual(step(owing), { do: 'reply', part: 'let-in', to: '1.1', generation: 0 });
    const replied = inThread(owing, { kind: 'posting' }, { kind: 'posted', ts: '2.2', revision: 3 });
    assert.equal(step(replied).do, 'update');
    assert.deepEqual(step(hear(replied, { kind: 'updated', revision: 3 })), { do: 'nothing' });
  });

  it('is not owed where the first post told the news already', () => {
    const first = hear(said, { kind: 'posting' }, { kind: 'posted', ts: '1.1', revision: 3 });
    assert.deepEqual(step(first), { do: 'nothing' });
  });

  it('whose answer was lost is looked for in the thread', () => {
    const doubtful = inThread(owing, { kind: 'posting' });
    assert.deepEqual(step(doubtful), {
      do: 'find',
      part: 'let-in',
      generation: 0,
      from: after(T0, -600_000),
      thread: '1.1',
    });
    const again = inThread(
      doubtful,
      { kind: 'not-found' },
      { kind: 'posting' },
      { kind: 'posted', ts: '2.2', revision: 3 },
    );
    const quiet = hear(again, { kind: 'updated', revision: 3 });
    assert.deepEqual(step(quiet), { do: 'wait', until: after(T0, 120_000) });
    assert.equal(step(quiet, after(T0, 120_000)).do, 'check-twins');
    assert.deepEqual(step(inThread(quiet, { kind: 'twins-checked', ts: '2.2' }), after(T0, 120_000)), {
      do: 'nothing',
    });
  });

  describe('that names somebody whom the channel’s readers may not see any more', () => {
    const replied = hear(inThread(owing, { kind: 'posting' }, { kind: 'posted', ts: '2.2', revision: 3 }), {
      kind: 'updated',
      revision: 3,
    });
    const named: Incident<Failures> = {
      ...untold,
      ...replied,
      facts: { ...untold.facts, entries: [entry('EBISU', T0)] },
    };
    const redrawn = (incident: Incident<Failures>): Incident =>
      withAnswer([incident], { kind: 'redraw', channel: ALERTS, closedToo: true }, T0).incidents[0] ?? assert.fail();
    const edit = { do: 'update', part: 'let-in', ts: '2.2', generation: 0, revision: 4 };

    it('is edited, beside its card, and then rests', () => {
      const owed = redrawn(named);
      const own = hear(owed, { kind: 'updated', revision: 4 });
      assert.deepEqual(step(own), edit);
      assert.ok(isUnfinished(own, own.cards[0] ?? assert.fail()));
      const done = inThread(own, { kind: 'updated', revision: 4 });
      assert.deepEqual(step(done), { do: 'nothing' });
      assert.deepEqual(step({ ...done, revision: 5 }), { do: 'update', ts: '1.1', generation: 0, revision: 5 });
    });

    it('is edited also where its post was under way, unless that told it as it is now', () => {
      const posting: Incident<Failures> = { ...named, ...inThread(owing, { kind: 'posting' }), facts: named.facts };
      const owed = hear(redrawn(posting), { kind: 'updated', revision: 4 });
      assert.deepEqual(step(inThread(owed, { kind: 'posted', ts: '2.2', revision: 3 })), edit);
      assert.deepEqual(step(inThread(owed, { kind: 'posted', ts: '2.2', revision: 4 })), { do: 'nothing' });
    });

    it('is edited where its older twin was kept: no edit ever reached that one', () => {
      const kept = inThread(named, { kind: 'twins-checked', ts: '1.9' });
      assert.deepEqual(step(kept), { ...edit, ts: '1.9', revision: 3 });
    });

    it('is let be where somebody deleted it', () => {
      const gone = inThread(hear(redrawn(named), { kind: 'updated', revision: 4 }), { kind: 'vanished' });
      assert.deepEqual(step(gone), { do: 'nothing' });
    });

    it('is edited though its incident names nobody any more', () => {
      assert.equal(step(redrawn({ ...named, facts: untold.facts })).do, 'update');
    });

    it('is remembered by the store', () => {
      const { facts: _, ...rest } = redrawn(named);
      const house = { incidents: [{ ...rest, facts: { kind: 'test', by: 'U0HANA', since: T0 } }], unseen: [] };
      assert.deepEqual(houseValue.parse(JSON.parse(JSON.stringify(house))), house);
    });
  });

  it('is not owed any more when its card was deleted: the new card tells it', () => {
    const anew = hear(owing, { kind: 'vanished' });
    assert.equal(step(anew).do, 'post');
    const told = hear(anew, { kind: 'posting' }, { kind: 'posted', ts: '3.3', revision: 3 });
    assert.deepEqual(step(told), { do: 'nothing' });
  });

  it('of a card that a gathering told is owed to nobody', () => {
    const gathered = hear(said, { kind: 'told-elsewhere', revision: 3 });
    assert.deepEqual(step(gathered), { do: 'nothing' });
    assert.equal(isUnfinished(gathered, gathered.cards[0] ?? assert.fail()), false);
  });
});
