import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, doorId, type Instant, placeId } from '../../src/door/ids.ts';
import { notesOf, tellNotes, withNotes } from '../../src/incident/digest-notes.ts';
import { type Incident, incidentId } from '../../src/incident/incident.ts';
import { channelValue } from '../../src/store/values.ts';
import { burstAt } from '../support/candidates.ts';
import { aChannel, before, DUE, HOUR, hear, made } from '../support/digest-spec.ts';
import { ALERTS } from '../support/place-spec.ts';
import { SHIBUYA } from '../support/rows.ts';

describe('what a digest notes of incidents', () => {
  const told = [{ channel: ALERTS, told: 1, generation: 0 }];
  const severe: Incident = {
    id: incidentId('failures/178/181/1'),
    facts: { kind: 'failures', count: 9, firstAt: before(HOUR), lastAt: before(HOUR), entries: [{ at: before(HOUR) }] },
    place: SHIBUYA,
    door: doorId('181'),
    revision: 1,
    lastReason: 'opened',
    openedAt: before(HOUR),
    seenAfterMs: 0,
    seenAt: before(HOUR),
    cards: told,
  };
  const { place: _, door: __, ...house } = severe;
  const blind: Incident = {
    ...house,
    id: incidentId('blind/1'),
    facts: {
      kind: 'blind',
      problem: { kind: 'timeout', afterMs: 1 },
      places: [SHIBUYA],
      still: [SHIBUYA],
      since: before(25 * HOUR),
    },
  };
  const asked = { channel: ALERTS, places: [SHIBUYA], from: before(24 * HOUR) };
  const noted = (incidents: readonly Incident[], known: Parameters<typeof withNotes>[0] = []) =>
    withNotes(known, notesOf('place/178', incidents, asked));
  const tell = (...incidents: readonly Incident[]) => tellNotes(noted(incidents), asked.from, DUE);

  it('severe ones that nobody answered, and those that somebody called none', () => {
    const by = { user: 'U1', at: before(HOUR) };
    assert.equal(tell(severe).unanswered, 1);
    assert.equal(tell({ ...severe, taken: by }).unanswered, 0);
    const { unanswered, dismissed } = tell({ ...severe, dismissed: { ...by, why: 'known' } });
    assert.deepEqual([unanswered, dismissed.known], [0, 1]);
    assert.equal(tell({ ...severe, cards: [] }).unanswered, 0);
  });

  it('blind spells as long as they lie in it, of its own places', () => {
    assert.deepEqual(tell(blind).blind, { spells: 1, ms: 24 * HOUR });
    const short = {
      ...blind.facts,
      kind: 'session-refused',
      why: 'other',
      since: before(HOUR),
      until: before(HOUR / 2),
    } as const;
    assert.deepEqual(tell({ ...blind, facts: short }).blind, { spells: 1, ms: HOUR / 2 });
    const elsewhere = notesOf('house', [blind], { ...asked, places: [placeId('179')] });
    assert.deepEqual(withNotes([], elsewhere), []);
  });

  it('what mutes hid, by door and topic, each incident once', () => {
    const doorOf = (door: number) => ({ place: SHIBUYA, door: doorId(String(door)) });
    const mutes = [
      { id: 'm1', door: doorOf(1) },
      { id: 'm2', door: doorOf(2), topic: 'failures' },
    ] as const;
    let state = aChannel();
    for (const mute of mutes) {
      const whole = { ...mute, severity: 'notable', since: before(3 * HOUR), until: before(HOUR), by: 'U1' } as const;
      state = hear(state, { kind: 'mute', mute: whole }, before(3 * HOUR)).state;
    }
    const waiting = [1, 2, 2].map((door, index) => {
      const change = {
        incident: incidentId(`failures/${index}`),
        openedAt: before(2 * HOUR),
        severity: 'notable',
      } as const;
      return burstAt(door, change);
    });
    const crowd = { kind: 'crowd', waiting, members: [], isCrowded: false } as const;
    state = hear(state, crowd, before(2 * HOUR)).state;
    assert.deepEqual(tell(...state.incidents).muted, [
      { door: doorOf(2), topic: 'failures', incidents: 2 },
      { door: doorOf(1), incidents: 1 },
    ]);
  });

  it('what mutes hid on its own side of the moment at which it is due, though the mute goes on', () => {
    const door = { place: SHIBUYA, door: doorId('1') };
    const mute = {
      id: 'm',
      door,
      severity: 'notable',
      since: before(3 * HOUR),
      until: after(DUE, HOUR),
      by: 'U1',
    } as const;
    let state = hear(aChannel(), { kind: 'mute', mute }, before(3 * HOUR)).state;
    const hide = (index: number, openedAt: Instant) => {
      const waiting = [burstAt(1, { incident: incidentId(`failures/${index}`), openedAt, severity: 'notable' })];
      state = hear(state, { kind: 'crowd', waiting, members: [], isCrowded: false }, openedAt).state;
    };
    for (let index = 0; index < 8; index += 1) hide(index, before(HOUR - index * 60_000));
    const muted = (incidents: number) => [{ door, incidents }];
    const first = noted(state.incidents);
    assert.deepEqual(tellNotes(first, asked.from, DUE).muted, muted(8));
    hide(8, DUE);
    const second = noted(state.incidents, first);
    assert.deepEqual(tellNotes(second, asked.from, DUE).muted, muted(8));
    // The summary may be forgotten before the next digest is due.
    const told = hear(hear(state, { kind: 'digest-noted', notes: second }).state, {
      kind: 'digest-made',
      unlocked: [],
      facts: made(before(HOUR), []),
    }).state;
    assert.deepEqual(channelValue.parse(JSON.parse(JSON.stringify(told))), told);
    const notes = told.digestMemory?.notes ?? [];
    const next = after(DUE, 24 * HOUR);
    assert.deepEqual(tellNotes(notes, DUE, next).muted, muted(1));
    const again = withNotes(notes, notesOf('place/178', state.incidents, { ...asked, from: DUE }));
    assert.deepEqual(tellNotes(again, DUE, next).muted, muted(1));
  });

  it('nothing of what was taken back, or what later rows disproved', () => {
    const by = { user: 'U1', at: before(HOUR) };
    const dismissed = noted([{ ...severe, dismissed: { ...by, why: 'noise' } }]);
    assert.equal(tellNotes(dismissed, asked.from, DUE).dismissed.noise, 1);
    const undone = tellNotes(noted([severe], dismissed), asked.from, DUE);
    assert.deepEqual([undone.dismissed.noise, undone.unanswered], [0, 1]);
    for (const change of [{ isUnfounded: true }, { mergedInto: incidentId('failures/178/181/2') }] as const) {
      assert.equal(tell({ ...severe, ...change }).unanswered, 0);
      assert.equal(tellNotes(noted([{ ...severe, ...change }], noted([severe])), asked.from, DUE).unanswered, 0);
    }
  });

  it('survives that the desk forgets, is brought up to date, and is kept as it is where nothing is new', () => {
    const first = noted([severe]);
    assert.equal(noted([], first), first);
    assert.equal(noted([severe], first), first);
    const notes = noted([{ ...severe, taken: { user: 'U1', at: DUE } }], first);
    assert.equal(notes.length, 1);
    assert.equal(tellNotes(notes, asked.from, DUE).unanswered, 0);
    const { state } = hear(aChannel(), { kind: 'digest-noted', notes: first });
    assert.equal(hear(state, { kind: 'digest-noted', notes: first }).state, state);
    // Told once: the next digest begins without it.
    const next = hear(state, { kind: 'digest-made', unlocked: [], facts: made(before(HOUR), []) }).state;
    assert.deepEqual(next.digestMemory?.notes, []);
  });
});
