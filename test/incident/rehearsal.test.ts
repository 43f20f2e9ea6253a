import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { DoorEvent } from '../../src/door/event.ts';
import { after, eventId, type Instant, instant } from '../../src/door/ids.ts';
import { openZone } from '../../src/door/zone.ts';
import type { DoorIncident } from '../../src/incident/decide.ts';
import type { IncidentId } from '../../src/incident/incident.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import { type PlaceState, updatePlace } from '../../src/incident/place.ts';
import { type Rehearsal, rehearse } from '../../src/incident/rehearsal.ts';
import type { Subscription } from '../../src/incident/subscription.ts';
import { TOPICS, USUAL_TOPICS } from '../../src/incident/topic.ts';
import { END, LAST_TICK, rowsInTicks, START } from '../support/happenings.ts';
import { ALERTS, aPlace, given, UTC } from '../support/place-spec.ts';
import { at, authenticated, authFailed, EBISU, guideRows, JACK, nextId, relayOff, relayOn } from '../support/rows.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const TOKYO = openZone('Asia/Tokyo');

type Told = { readonly after?: number; readonly topics?: Subscription['topics'] };
const wish = ({ after: many = 1, topics = TOPICS }: Told = {}): Subscription => ({
  channel: ALERTS,
  id: 'wish',
  topics,
  after: many,
});

/** Runs a rehearsal to its end. */
function rehearsed(
  rows: readonly DoorEvent[],
  change: Partial<Omit<Parameters<typeof rehearse>[0], 'places'>> & { readonly learned?: PlaceState } = {},
): Rehearsal {
  const { learned = aPlace(), ...rest } = change;
  const from = after(at('00:00:00'), 0);
  const run = rehearse({
    places: [{ rows, learned }],
    subscription: wish(),
    kinds: KINDS,
    zone: UTC,
    from,
    to: after(from, WEEK),
    ...rest,
  });
  for (;;) {
    const { done, value } = run.next();
    if (done === true) return value;
  }
}

const inWords = (incidents: Iterable<DoorIncident>): readonly string[] =>
  [...incidents].map((one) => `${one.door} ${JSON.stringify(one.facts)}`).sort();

/** What happens in ten minutes somewhere in a week, also across a quarter of an hour, and when each row of it becomes visible. */
const aWeek = fc.array(fc.record({ minute: fc.integer({ min: 0, max: 10_000 }), happened: rowsInTicks }), {
  minLength: 1,
  maxLength: 6,
});

/** The watcher's week: what it knew of every incident at last. */
function watched(
  initial: PlaceState,
  subscription: Subscription,
  ticks: ReadonlyMap<Instant, readonly DoorEvent[]>,
  to: Instant,
) {
  let state = initial;
  const incidents = new Map<IncidentId, DoorIncident>();
  const tick = (events: readonly DoorEvent[], now: Instant): void => {
    const subscriptions = [subscription];
    const message = { kind: 'rows-seen', events, complete: true, olderRowsExist: false, subscriptions } as const;
    state = updatePlace(state, message, now, KINDS, UTC).state;
    for (const one of state.incidents) incidents.set(one.id, one);
  };
  for (const [now, events] of [...ticks].sort(([a], [b]) => a - b)) tick([...events].reverse(), now);
  tick([], to);
  // What a late row disproved was told, and taken back.
  const stands = (one: DoorIncident) => one.mergedInto === undefined && one.isUnfounded !== true;
  return inWords([...incidents.values()].filter((one) => stands(one) && one.cards.length > 0));
}

/** The messages that ring in a channel while it is looked every five seconds, and every card is told as soon as it is due. */
function rung(rows: readonly DoorEvent[], subscription: Subscription, from: Instant, to: Instant): number {
  let state: PlaceState = { ...aPlace([], from), incidents: [] };
  const subscriptions = [subscription];
  const cards = new Set<IncidentId>();
  const replies = new Set<string>();
  for (let now = from; now <= to; now = after(now, 5_000)) {
    const events = rows.filter((row) => row.at <= now && row.at > now - 5_000).toReversed();
    const message = { kind: 'rows-seen', events, complete: true, olderRowsExist: false, subscriptions } as const;
    state = updatePlace(state, message, now, KINDS, UTC).state;
    const incidents = state.incidents.map((one) => {
      const posted = one.cards.map((card) => ({ ...card, told: one.revision, posted: card.posted ?? one.revision }));
      if (posted.length > 0 && one.mergedInto === undefined) cards.add(one.id);
      for (const { part, revision } of posted.length > 0 ? (one.notes ?? []) : []) {
        if (revision > (posted[0]?.posted ?? 0)) replies.add(`${one.id} ${part}`);
      }
      return { ...one, cards: posted };
    });
    state = { ...state, incidents };
  }
  return cards.size + replies.size;
}

describe('a rehearsal', () => {
  it('counts a reply that rings as the watcher tells it: let in after many failures, left unlocked for long, and neither', () => {
    const seconds = (time: string, ...many: readonly number[]) =>
      many.map((second) => authFailed(after(at(time), second * 1_000)));
    const letIn = (time: string) => [
      authenticated(EBISU, at(time)),
      relayOn(after(at(time), 100)),
      relayOff(after(at(time), 3_100)),
    ];
    const from = at('08:00:00');
    const to = at('10:00:00');
    const cases: readonly (readonly [Subscription['topics'], number, readonly DoorEvent[], number])[] = [
      [['failures', 'let-in-after-failures'], 1, [...seconds('09:00:00', 1, 4, 8, 12, 16), ...letIn('09:00:30')], 2],
      // Across a quarter of an hour.
      [['failures', 'let-in-after-failures'], 1, [...seconds('09:14:30', 1, 4, 8, 12, 16), ...letIn('09:15:10')], 2],
      // Told only when somebody is let in: the card says it all.
      [['let-in-after-failures'], 4, [...seconds('09:00:00', 1, 4, 8, 12, 16), ...letIn('09:00:30')], 1],
      [['failures'], 4, [...seconds('09:00:00', 1, 4, 8, 12, 16), ...letIn('09:00:30')], 2],
      [['failures'], 1, [...seconds('09:00:00', 1, 4), ...letIn('09:00:30')], 1],
      [['left-unlocked'], 1, [relayOn(at('09:01:00')), relayOff(at('09:30:00'))], 2],
      [['left-unlocked'], 1, [relayOn(at('09:01:00')), relayOff(at('09:08:00'))], 1],
    ];
    for (const [topics, many, rows, messages] of cases) {
      const subscription = wish({ topics, after: many });
      const learned = { ...aPlace([], from), incidents: [] };
      assert.equal(rung(rows, subscription, from, to), messages, `the watcher of ${topics}`);
      const found = rehearsed(rows, { learned, subscription, from, to });
      assert.equal(found.messages, messages, `the rehearsal of ${topics}`);
      assert.equal(found.incidents.length, 1);
    }
  });

  it('finds in a past week exactly what the watcher told of it, in whatever order and ticks the rows came', () => {
    fc.assert(
      fc.property(aWeek, fc.integer({ min: 1, max: 4 }), (week, many) => {
        const ticks = new Map<Instant, DoorEvent[]>();
        // Groups that meet would mix their ticks, so each has an hour of its own.
        const groups = [...new Map(week.map((one) => [Math.floor(one.minute / 60), one])).values()];
        for (const { minute, happened } of groups) {
          const shift = minute * 60_000;
          happened.rows.forEach((row, index) => {
            const seenAt = after(END, shift + ((happened.ticks[index] ?? 0) - LAST_TICK) * 5_000);
            ticks.set(seenAt, [...(ticks.get(seenAt) ?? []), { ...row, at: after(row.at, shift) }]);
          });
          // Time tells its part: nobody was let in, nobody locked the door, and the day is over.
          const midnight = Math.ceil((END + shift) / DAY) * DAY - END - shift;
          for (const later of [20_000, 60_000, 120_000, 180_000, 400_000, midnight + 121_000]) {
            const quiet = after(END, shift + later);
            ticks.set(quiet, ticks.get(quiet) ?? []);
          }
        }
        // The server numbers rows as they come.
        const numbered = new Map(
          [...ticks]
            .sort(([a], [b]) => a - b)
            .map(([now, rows]) => [now, rows.map((row) => ({ ...row, id: eventId(nextId()) }))] as const),
        );
        const learned = given(aPlace([], after(START, -DAY))).when(
          [
            authenticated(EBISU, after(START, -DAY)),
            relayOn(after(START, 100 - DAY)),
            relayOff(after(START, 3_000 - DAY)),
          ],
          after(START, 5_000 - DAY),
        ).state;
        const subscription = wish({ after: many });
        const from = after(START, -60_000);
        const to = after(from, WEEK + DAY);
        const found = rehearsed([...numbered.values()].flat(), {
          learned,
          subscription,
          from,
          to,
        });
        const live = {
          ...learned,
          watchingSince: from,
          lookedAt: from,
          days: [],
          incidents: [],
          doors: learned.doors.map((door) => ({ ...door, trail: [] })),
        };
        assert.deepEqual(inWords(found.incidents), watched(live, subscription, numbered, to));
      }),
      { numRuns: 80 },
    );
  });

  it('of the guide’s rows with the usual wish: one loud card, one calm line, and what two and three failures would bring', () => {
    const rows = guideRows();
    const times = rows.map((row) => row.at);
    const from = instant(Math.min(...times) - 1);
    const found = rehearsed(rows, {
      from,
      to: instant(Math.max(...times) + 3_600_000),
      subscription: { channel: ALERTS, id: 'usual', topics: USUAL_TOPICS },
    });
    // The card at the fourth failure, the reply when somebody was let in, and the line.
    assert.equal(found.messages, 3);
    const [loudest] = found.loudest;
    assert.ok(loudest?.facts.kind === 'failures' && loudest.facts.entries.length > 0);
    assert.equal(found.doors[0]?.alerts, found.incidents.length);
    assert.ok(found.instead.after2 !== undefined && found.instead.after3 !== undefined);
    assert.ok(found.instead.night !== undefined && found.instead.night <= found.messages);
  });

  it('gathers a day’s calm lines in one message, and many at once in one', () => {
    const misread = [1, 5, 9, 30].flatMap((hour) => {
      const time = after(at('00:00:00'), hour * 3_600_000);
      return [authFailed(time), authenticated(JACK, after(time, 5_000)), relayOn(after(time, 5_100))].concat(
        relayOff(after(time, 8_000)),
      );
    });
    const calm = rehearsed(misread, { subscription: { channel: ALERTS, id: 'usual', topics: USUAL_TOPICS } });
    assert.equal(calm.incidents.length, 4);
    assert.equal(calm.messages, 2);
    assert.deepEqual(
      calm.days.map(({ messages }) => messages),
      [1, 1],
    );

    const storm = Array.from({ length: 30 }, (_, door) =>
      authFailed(after(at('03:00:01'), door * 100), { door: `${door}` }),
    );
    const crowded = rehearsed(storm, { subscription: wish({ topics: ['failures'] }) });
    assert.equal(crowded.incidents.length, 30);
    assert.equal(crowded.messages, 1);
    assert.deepEqual(crowded.busiest, [{ from: at('03:00:00'), messages: 1 }]);
  });

  it('hears hours by the zone’s clock, to the minute', () => {
    const minute = (time: string) => authFailed(at(time));
    const rows = [minute('12:54:00'), minute('12:56:00'), minute('22:06:00'), minute('22:08:00')];
    const hours = { from: 21 * 60 + 55, to: 7 * 60 + 7 };
    const found = rehearsed(rows, { zone: TOKYO, subscription: { ...wish(), hours } });
    // 21:56 and 07:06 in Tokyo.
    assert.deepEqual(
      found.incidents.map(({ facts }) => facts.kind === 'failures' && facts.firstAt),
      [at('12:56:00'), at('22:06:00')],
    );
    assert.equal(found.instead.night, undefined);
  });

  it('names rows that came late, as far as the log knows', () => {
    const inTime = Array.from({ length: 10 }, (_, index) => authFailed(after(at('05:00:00'), index * 120_000)));
    const late = authFailed(at('01:00:00'));
    const more = Array.from({ length: 10 }, (_, index) => authFailed(after(at('05:20:00'), index * 120_000)));
    const found = rehearsed([...inTime, late, ...more]);
    assert.equal(found.late.rows, 1);
    assert.ok(found.late.mostMs > 4 * 3_600_000, String(found.late.mostMs));
    // One device whose clock runs ahead makes no other row late.
    const ahead = [authFailed(at('09:00:00')), ...inTime.map((row) => ({ ...row, id: eventId(nextId()) }))];
    assert.equal(rehearsed(ahead).late.rows, 0);
    assert.equal(rehearsed([]).messages, 0);
  });
});
