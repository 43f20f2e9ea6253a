import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DoorEvent } from '../../src/door/event.ts';
import { after, type Instant, instant } from '../../src/door/ids.ts';
import type { PlaceState } from '../../src/incident/place.ts';
import { aPlace, given } from '../support/place-spec.ts';
import { at, authenticated, authFailed, EBISU, guideRows, JACK, person, relayOff, relayOn } from '../support/rows.ts';

/** The guide's rows, oldest first, with the moment right after the last of them. */
const guide = [...guideRows()].reverse();
const guideEnd = after(guide.at(-1)?.at ?? instant(0), 1_000);

/** Feeds rows as a watcher would see them: every five seconds, what has happened by then. */
function live(rows: readonly DoorEvent[], everyMs = 5_000): PlaceState {
  const first = rows[0]?.at ?? instant(0);
  const last = rows.at(-1)?.at ?? first;
  let spec = given(aPlace([], after(first, -10_000)));
  for (let now: Instant = first; now < last + 70_000; now = after(now, everyMs)) {
    spec = spec.when(
      rows.filter((row) => row.at <= now && row.at > now - everyMs),
      now,
    );
  }
  return spec.state;
}

describe('the guide’s sample, watched live', () => {
  const state = live(guide);
  const facts = state.incidents.map((incident) => incident.facts);

  it('is one burst of fourteen failures that ends with EBISU being let in', () => {
    const burst = facts.find((one) => one.kind === 'failures' && one.count === 14);
    assert.partialDeepStrictEqual(burst, {
      firstAt: 1694065926868,
      lastAt: 1694065996127,
      entries: [{ at: 1694065999471, person: EBISU }],
    });
  });

  it('is one lone failure before Jack is let in', () => {
    const lone = facts.find((one) => one.kind === 'failures' && one.count === 1);
    assert.partialDeepStrictEqual(lone, { firstAt: 1694063580664, entries: [{ person: JACK }] });
  });

  it('is five unlocked spells with their lengths', () => {
    const lengths = facts.flatMap((one) => (one.kind === 'unlocks' ? [(one.until ?? 0) - one.since] : []));
    assert.deepEqual(lengths, [3_042, 5_686, 8_895, 3_002, 3_017]);
    assert.equal(facts.length, 7);
    assert.ok(state.incidents.every((incident) => incident.closedAt !== undefined));
  });

  it('is the same seen in one go, or in any number of ticks', () => {
    const sorted = (one: PlaceState) => one.incidents.map((incident) => JSON.stringify(incident.facts)).sort();
    const atOnce = given(aPlace([], after(guideEnd, -5_000))).when(guide, guideEnd).state;
    assert.deepEqual(sorted(atOnce), sorted(state));
    assert.deepEqual(sorted(live(guide, 1_000)), sorted(state));
    assert.deepEqual(sorted(live(guide, 37_000)), sorted(state));
  });
});

describe('first sight of a place', () => {
  it('takes what it sees as seen and tells nothing', () => {
    given(aPlace(guide, guideEnd))
      .thenIncidents()
      .when(guide, after(guideEnd, 5_000))
      .thenIncidents()
      .thenState((state) => assert.equal(state.rowsSeen, 36));
  });

  it('learns the names that later rows lack', () => {
    given(aPlace(guide, guideEnd)).thenState((state) => {
      assert.equal(state.doors[0]?.name, 'testDoor');
      assert.deepEqual(state.people, [
        ['34567', 'Jack'],
        ['12345678', 'EBISU'],
      ]);
    });
  });

  it('does not tell of a door that was unlocked before and is locked now', () => {
    given(aPlace([relayOn(at('08:59:59'))], at('09:00:00')))
      .when([relayOff(at('09:00:02'))], at('09:00:05'))
      .thenIncidents();
  });

  it('counts the failures before it when a burst goes on', () => {
    given(aPlace([authFailed(at('08:59:50'))], at('09:00:00')))
      .when([authFailed(at('09:00:03'))], at('09:00:05'))
      .thenIncidents({ kind: 'failures', count: 2 });
  });
});

describe('failures', () => {
  it('grow as one incident and end after a minute of quiet', () => {
    given(aPlace())
      .when([authFailed(at('09:00:00'))], at('09:00:05'))
      .thenState((state, effects) => {
        assert.equal(state.incidents[0]?.revision, 1);
        assert.deepEqual(
          effects.map((effect) => effect.kind),
          ['changed', 'tell'],
        );
      })
      .when([authFailed(at('09:00:50'))], at('09:00:55'))
      .thenIncidents({ kind: 'failures', count: 2 })
      .when([], at('09:01:50'))
      .thenState((state) => assert.equal(state.incidents[0]?.closedAt, undefined))
      .when([], at('09:01:51'))
      .thenState((state, effects) => {
        assert.equal(state.incidents[0]?.closedAt, at('09:01:51'));
        assert.deepEqual(
          effects.map((effect) => effect.kind),
          ['changed', 'tell'],
        );
      });
  });

  it('more than a minute apart are two incidents', () => {
    given(aPlace())
      .when([authFailed(at('09:00:00'))], at('09:00:05'))
      .when([authFailed(at('09:01:00.001'))], at('09:01:05'))
      .thenIncidents({ kind: 'failures', count: 1 }, { kind: 'failures', count: 1 });
  });

  it('become one when a late row closes the gap, and the younger card says so', () => {
    given(aPlace())
      .when([authFailed(at('09:00:00'))], at('09:00:05'))
      .when([authFailed(at('09:01:40'))], at('09:01:45'))
      .thenIncidents({ count: 1 }, { count: 1 })
      .when([authFailed(at('09:00:50'))], at('09:01:50'))
      .thenIncidents({ kind: 'failures', count: 3 })
      .thenState((state) => assert.equal(state.incidents.filter((one) => one.mergedInto !== undefined).length, 1));
  });

  it('that arrive late belong to their burst, though it is over', () => {
    given(aPlace())
      .when([authFailed(at('09:00:00'))], at('09:00:05'))
      .when([], at('09:02:00'))
      .when([authFailed(at('09:00:30'))], at('09:02:05'))
      .thenIncidents({ kind: 'failures', count: 2, lastAt: at('09:00:30') });
  });

  it('are counted exactly through an attack of hours, in bounded memory', () => {
    let spec = given(aPlace());
    const start = at('09:00:00');
    for (let s = 0; s < 3 * 3_600; s += 5) {
      spec = spec.when(
        [authFailed(after(start, s * 1_000)), authFailed(after(start, s * 1_000 + 2_500))],
        after(start, (s + 5) * 1_000),
      );
    }
    spec.thenIncidents({ kind: 'failures', count: 4_320 });
    assert.ok((spec.state.doors[0]?.trail.length ?? 0) < 500);
    assert.ok(JSON.stringify(spec.state).length < 500_000);
  });

  it('of a device whose clock runs ahead end by the bot’s own clock', () => {
    given(aPlace())
      .when([authFailed(at('15:00:00'))], at('09:00:05'))
      .when([], at('09:01:00'))
      .thenState((state) => assert.equal(state.incidents[0]?.closedAt, undefined))
      .when([], at('09:01:06'))
      .thenState((state) => assert.notEqual(state.incidents[0]?.closedAt, undefined));
  });

  it('say who was let in afterwards, also when that row comes later', () => {
    given(aPlace())
      .when([authFailed(at('09:00:00'))], at('09:00:05'))
      .when([authenticated(EBISU, at('09:00:06')), relayOn(at('09:00:06.05'))], at('09:00:10'))
      .thenState((state) => {
        const facts = state.incidents.find((one) => one.facts.kind === 'failures')?.facts;
        assert.deepEqual(facts, {
          kind: 'failures',
          count: 1,
          firstAt: at('09:00:00'),
          lastAt: at('09:00:00'),
          entries: [{ at: at('09:00:06'), person: EBISU }],
        });
      });
  });
});

describe('unlocks', () => {
  it('are one incident a spell, for everybody let in by it', () => {
    given(aPlace())
      .when([authenticated(EBISU, at('09:00:00')), relayOn(at('09:00:00.05'))], at('09:00:01'))
      .thenIncidents({ kind: 'unlocks', since: at('09:00:00.05'), withoutPerson: 0 })
      .when([authenticated(JACK, at('09:00:02')), relayOn(at('09:00:02.05'))], at('09:00:03'))
      .when([relayOff(at('09:00:05.05'))], at('09:00:06'))
      .thenIncidents({
        kind: 'unlocks',
        until: at('09:00:05.05'),
        entries: [
          { at: at('09:00:00'), person: EBISU },
          { at: at('09:00:02'), person: JACK },
        ],
      });
  });

  it('without a person say so, and learn of a person whose row comes late', () => {
    given(aPlace())
      .when([relayOn(at('09:00:00.05'))], at('09:00:01'))
      .thenIncidents({ kind: 'unlocks', entries: [], withoutPerson: 1 })
      .when([authenticated(EBISU, at('09:00:00'))], at('09:00:06'))
      .thenIncidents({ kind: 'unlocks', withoutPerson: 0, entries: [{ at: at('09:00:00'), person: EBISU }] })
      .thenState((state) => assert.equal(state.incidents[0]?.revision, 2));
  });

  it('part in two when the relay-off between them comes late', () => {
    given(aPlace())
      .when([relayOn(at('09:00:00'))], at('09:00:01'))
      .when([relayOn(at('09:05:00'))], at('09:05:01'))
      .thenIncidents({ kind: 'unlocks', since: at('09:00:00') })
      .when([relayOff(at('09:00:03'))], at('09:05:06'))
      .thenIncidents({ since: at('09:00:00'), until: at('09:00:03') }, { since: at('09:05:00') });
  });

  it('use a name learned from another row for a row that carries a key alone', () => {
    given(aPlace([authenticated(EBISU, at('07:00:00'))]))
      .when([authenticated(person('12345678'), at('09:00:00')), relayOn(at('09:00:00.05'))], at('09:00:01'))
      .thenIncidents({ kind: 'unlocks', entries: [{ at: at('09:00:00'), person: EBISU }] });
  });
});

describe('an incident', () => {
  it('knows how late its row was seen, and not by the rows before it', () => {
    given(aPlace([authFailed(at('08:58:00'))], at('08:58:30')))
      .when([authFailed(at('08:58:50'))], at('08:58:55'))
      .thenState((state) => assert.equal(state.incidents[0]?.seenAfterMs, 5_000));
    given(aPlace())
      .when([authFailed(at('08:00:00'))], at('09:00:00'))
      .thenState((state) => assert.equal(state.incidents[0]?.seenAfterMs, 3_600_000));
  });
});

describe('a place', () => {
  it('hears the same rows twice and changes nothing', () => {
    const rows = [authFailed(at('09:00:00')), relayOn(at('09:00:01'))];
    const once = given(aPlace()).when(rows, at('09:00:05'));
    assert.equal(once.when(rows, at('09:00:05')).state, once.state);
  });

  it('is not written again when nothing happened', () => {
    const place = aPlace(guide, guideEnd);
    assert.equal(given(place).when([], after(guideEnd, 5_000)).state, place);
  });

  const longOver = given(aPlace())
    .when([authFailed(at('09:00:00'))], at('09:00:05'))
    .when([], at('09:02:00'))
    .when([relayOn(at('09:30:00'))], at('09:30:00'));

  it('forgets an incident when it is long over and told by another message, and not before', () => {
    longOver.thenIncidents({ kind: 'failures' }, { kind: 'unlocks' }).thenState((state) => {
      const [told] = state.incidents;
      assert.ok(told);
      given(state)
        .whenCard(told, { kind: 'told-elsewhere', revision: told.revision }, at('09:30:01'))
        .when([relayOff(at('09:30:03'))], at('09:30:05'))
        .thenIncidents({ kind: 'unlocks' });
    });
  });

  it('remembers an incident for a day whose message stands: somebody may press its buttons in the morning', () => {
    longOver.thenState((state) => {
      const [told] = state.incidents;
      assert.ok(told);
      const posted = given(state).whenCard(
        told,
        { kind: 'posted', ts: '1.1', revision: told.revision },
        at('09:30:01'),
      );
      posted
        .when([relayOff(at('09:30:03'))], after(at('09:02:00'), 86_399_000))
        .thenIncidents({ kind: 'failures' }, { kind: 'unlocks' });
      posted.when([relayOff(at('09:30:03'))], after(at('09:02:00'), 86_400_000)).thenIncidents({ kind: 'unlocks' });
    });
  });
});
