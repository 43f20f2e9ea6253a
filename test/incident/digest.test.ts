import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, doorId, type Instant, instant, placeId } from '../../src/door/ids.ts';
import { countPlace, digestOf, type PastDigest } from '../../src/incident/digest.ts';
import { placesHeard } from '../../src/incident/digest-desk.ts';
import { channelValue } from '../../src/store/values.ts';
import {
  aChannel,
  BERLIN,
  before,
  DUE,
  enters,
  HOUR,
  hear,
  made,
  NINE,
  NOTHING,
  TOKYO,
} from '../support/digest-spec.ts';
import { ALERTS } from '../support/place-spec.ts';
import { authenticated, authFailed, EBISU, JACK, relayOff, relayOn, SHIBUYA } from '../support/rows.ts';

describe('a digest', () => {
  it('counts entries, people, failures per door and the longest unlocked spell, from its beginning until before its end', () => {
    const rows = [
      ...enters(EBISU, before(24 * HOUR)),
      ...enters(EBISU, before(10 * HOUR), 90_000),
      ...enters(JACK, before(10 * HOUR - 120_000)),
      authFailed(before(5 * HOUR)),
      authFailed(before(1)),
      // Not of this day: the day before, and the moment at which it ends.
      ...enters(JACK, before(24 * HOUR + 1_000)),
      ...enters(JACK, DUE),
      authFailed(DUE),
    ];
    const { entries, people, failures, doors, longest, busiest } = made(before(HOUR), rows);
    assert.deepEqual([entries, people, failures], [3, 2, 2]);
    assert.deepEqual(doors, [{ place: SHIBUYA, door: doorId('181'), entries: 3, failures: 2 }]);
    assert.equal((longest?.until ?? 0) - (longest?.since ?? 0), 90_000);
    assert.deepEqual(busiest, { from: before(10 * HOUR), entries: 2 });
  });

  it('an entry whose relay answers after its end is told once, on the side of its authentication', () => {
    const rows = [authenticated(EBISU, before(1_000)), relayOn(after(DUE, 1_000)), relayOff(after(DUE, 4_000))];
    assert.equal(made(before(HOUR), rows).entries, 1);
    assert.equal(made(after(DUE, HOUR), rows).entries, 0);
  });

  it('a door that is unlocked still counts until its end, also where that began long before', () => {
    const spell = { place: SHIBUYA, door: doorId('181'), since: before(30 * HOUR) };
    assert.deepEqual(made(before(HOUR), enters(EBISU, before(HOUR)), { open: [spell] }).longest, spell);
  });

  it('a door unlocked across its moment is told as long as it was, in the digest in which it was locked again', () => {
    const door = doorId('181');
    const span = { since: before(24 * HOUR), until: DUE, isThirdPartyDoor: () => false, open: [] };
    const since = before(10 * 60_000);
    const first = countPlace(SHIBUYA, [relayOn(since)], span);
    assert.equal(first.longest, undefined);
    assert.deepEqual(first.unlocked, [{ place: SHIBUYA, door, since }]);
    const day = { ...span, since: DUE, until: after(DUE, 24 * HOUR), carried: first.unlocked };
    const rows = [relayOff(after(DUE, 11 * HOUR)), ...enters(EBISU, after(DUE, 12 * HOUR))];
    const second = countPlace(SHIBUYA, rows, day);
    assert.deepEqual(second.longest, { place: SHIBUYA, door, since, until: after(DUE, 11 * HOUR) });
    assert.deepEqual(second.unlocked, []);
    // Another door's rows end nothing, and where no row tells of an end the bot's own eyes have to.
    const elsewhere = countPlace(SHIBUYA, [relayOff(after(DUE, HOUR), { door: '182' })], day);
    assert.deepEqual([elsewhere.longest, elsewhere.unlocked], [undefined, []]);
    const still = countPlace(SHIBUYA, [], { ...day, open: first.unlocked });
    assert.deepEqual([still.longest, still.unlocked], [first.unlocked[0], first.unlocked]);
  });

  it('has twelve points for a week, by the time of day on all of its days, and seven days beside them', () => {
    const rows = [
      ...enters(EBISU, before(24 * HOUR)),
      ...enters(EBISU, before(3 * 24 * HOUR)),
      ...enters(JACK, before(3 * 24 * HOUR + HOUR / 2)),
      ...enters(JACK, before(4 * 24 * HOUR + 9 * HOUR + 1)),
    ];
    // 20 November 2026 is a Friday; the week's digest is due on Friday at nine.
    const week = made(before(HOUR), rows, { weekday: 5 });
    assert.equal(week.span, 'week');
    const hourOf = (moment: Instant) => TOKYO.wall(moment).minute / 60;
    const filled = week.points.flatMap(({ from, entries }) => (entries === 0 ? [] : [[hourOf(from), entries]]));
    assert.deepEqual(
      week.points.map(({ from }) => hourOf(from)),
      [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22],
    );
    assert.deepEqual(filled, [
      [8, 3],
      [22, 1],
    ]);
    assert.deepEqual(
      week.days?.map(({ entries }) => entries),
      [0, 0, 1, 1, 1, 0, 1],
    );
    assert.equal(made(before(HOUR), rows).days, undefined);
  });

  it('has twelve times of day also in a week in which the clock jumps over one of them', () => {
    // Summer time begins in Berlin on 29 March 2026 at 02:00, a Sunday.
    const sunday = instant(Date.parse('2026-03-29T12:00:00Z'));
    const week = made(sunday, enters(EBISU, after(sunday, -HOUR)), { zone: BERLIN, weekday: 1 });
    assert.deepEqual(
      week.points.map(({ from }) => BERLIN.wall(from).minute / 120),
      Array.from({ length: 12 }, (_, index) => index),
    );
    // 11:00 by universal time is 13:00 in Berlin's summer.
    assert.equal(week.points[6]?.entries, 1);
    assert.equal(week.days?.length, 7);
  });

  it('has twelve points for a day, and for a day of 25 hours', () => {
    assert.equal(made(before(HOUR), enters(EBISU, before(HOUR))).points.length, 12);
    // Summer time ends in Berlin on 25 October 2026, at 03:00.
    const zone = BERLIN;
    const due = zone.next(NINE, instant(Date.parse('2026-10-25T01:00:00Z')));
    const plan = { minute: NINE, dueAt: due, from: after(due, -25 * HOUR) };
    const count = countPlace(SHIBUYA, enters(EBISU, after(due, -HOUR / 2)), {
      since: plan.from,
      until: due,
      isThirdPartyDoor: () => false,
      open: [],
    });
    const long = digestOf({ plan, zone, counts: [count], past: [], ...NOTHING, unread: [], cut: [], malformed: 0 });
    assert.equal(long.points.length, 12);
    assert.equal(long.points.at(-1)?.entries, 1);
  });

  it('says what is usual for a door from the fourth digest of its span on', () => {
    const past = (failures: number, span: PastDigest['span'] = 'day'): PastDigest => ({
      span,
      until: DUE,
      doors: [{ place: SHIBUYA, door: doorId('181'), failures }],
    });
    const rows = [authFailed(before(HOUR))];
    const usual = (list: readonly PastDigest[]) => made(before(2 * HOUR), rows, { past: list }).doors[0]?.usual;
    assert.equal(usual([past(4), past(9), past(9, 'week')]), undefined);
    assert.equal(usual([past(4), past(90), past(5)]), 5);
    assert.equal(usual([past(4), { ...past(0), doors: [] }, { ...past(0), doors: [] }]), 0);
  });
});

describe('a channel’s desk', () => {
  it('saves a digest and moves its plan on in one step; heard again, it changes nothing', () => {
    const facts = made(before(HOUR), [authFailed(before(HOUR))]);
    const { state, effects } = hear(aChannel(), { kind: 'digest-made', unlocked: [], facts });
    assert.equal(effects.length, 1);
    assert.deepEqual([state.digest?.from, state.digest?.dueAt], [DUE, after(DUE, 24 * HOUR)]);
    assert.equal(hear(state, { kind: 'digest-made', unlocked: [], facts }).state, state);
    assert.deepEqual(channelValue.parse(JSON.parse(JSON.stringify(state))), state);
    // Somebody turned digests off while it was being made.
    const { digest: _, ...off } = aChannel();
    assert.equal(hear(off, { kind: 'digest-made', unlocked: [], facts }).state, off);
  });

  it('keeps its digest when it looks whether many are told by one', () => {
    const { state } = hear(aChannel(), { kind: 'digest-made', unlocked: [], facts: made(before(HOUR), []) });
    const look = hear(state, { kind: 'crowd', waiting: [], members: [], isCrowded: false });
    assert.equal(look.state, state);
  });

  it('remembers eight digests of a span, and none that was read in part', () => {
    let state = aChannel();
    for (let day = 0; day < 12; day += 1) {
      const { dueAt = DUE, from = DUE } = state.digest ?? {};
      const facts = { ...made(before(HOUR), [authFailed(before(HOUR))]), since: from, until: dueAt };
      const unread = day === 11 ? [SHIBUYA] : [];
      state = hear(state, { kind: 'digest-made', unlocked: [], facts: { ...facts, unread } }, dueAt).state;
    }
    assert.equal(state.digestMemory?.past.length, 8);
    assert.equal(state.digestMemory?.past.at(-1)?.until, after(DUE, 10 * 24 * HOUR));
  });

  it('skips one that is too old, and the next one knows', () => {
    const { state } = hear(aChannel(), { kind: 'digest-skipped', dueAt: DUE }, after(DUE, 13 * HOUR));
    assert.deepEqual(state.digest, {
      minute: NINE,
      from: DUE,
      dueAt: after(DUE, 24 * HOUR),
      skipped: DUE,
    });
    const facts = digestOf({
      plan: state.digest ?? assert.fail(),
      zone: TOKYO,
      counts: [],
      past: [],
      ...NOTHING,
      unread: [],
      cut: [],
      malformed: 0,
    });
    assert.equal(facts.skipped, DUE);
    assert.equal(hear(state, { kind: 'digest-made', unlocked: [], facts }).state.digest?.skipped, undefined);
  });
});

it('a channel’s digest is of the places it hears of, and of all where one wish names none', () => {
  const all = [SHIBUYA, placeId('179')];
  const wish = { channel: ALERTS, id: 'a', topics: ['failures'] } as const;
  const ofDoor = { ...wish, doors: [{ place: SHIBUYA, door: doorId('181') }] };
  assert.deepEqual(placesHeard([], all), all);
  assert.deepEqual(placesHeard([ofDoor], all), [SHIBUYA]);
  assert.deepEqual(placesHeard([ofDoor, wish], all), all);
});
