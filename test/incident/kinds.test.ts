import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, type Instant, instant } from '../../src/door/ids.ts';
import type { DoorFacts } from '../../src/incident/door-facts.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import { newPlace, type PlaceState } from '../../src/incident/place.ts';
import { severityOf } from '../../src/incident/severity.ts';
import { placeValue } from '../../src/store/values.ts';
import { channelBot } from '../support/channel-bot.ts';
import { aPlace, given, type PlaceSpec } from '../support/place-spec.ts';
import {
  at,
  authenticated,
  authFailed,
  EBISU,
  guideRows,
  JACK,
  refusedByThirdParty,
  relayOff,
  relayOn,
  SHIBUYA,
} from '../support/rows.ts';

const place = (state: PlaceState = aPlace()): PlaceSpec => given(state).looking(KINDS);
const ofKind = <K extends DoorFacts['kind']>(state: PlaceState, kind: K) =>
  state.incidents.filter((one) => one.facts.kind === kind && one.mergedInto === undefined && !one.isUnfounded);
const facts = ({ state }: PlaceSpec, kind: DoorFacts['kind']) => ofKind(state, kind).map((one) => one.facts);
const severities = ({ state }: PlaceSpec, kind: DoorFacts['kind']) =>
  ofKind(state, kind).map((one) => severityOf(one.facts));
const enter = (time: Instant, door = '181', who = EBISU) => [
  authenticated(who, time, { door }),
  relayOn(after(time, 50), { door }),
  relayOff(after(time, 3_050), { door }),
];
const fail = (time: Instant, count: number, door: string) =>
  Array.from({ length: count }, (_, index) => authFailed(after(time, index * 2_000), { door }));
const T = at('09:00:00');
const later = (s: number): Instant => after(T, s * 1_000);

describe('a bot that is down while time makes an incident of rows it has seen', () => {
  for (const minutes of [3, 14, 40]) {
    it(`tells of it when it is back, ${minutes} minutes later, once`, () => {
      const before = place().when([...fail(T, 2, '181'), ...fail(later(30), 2, '182')], later(34));
      const walked = before.when([], later(minutes * 60));
      assert.equal(facts(walked, 'walk-around').length, 1);
      const authenticatedOnly = place().when([authenticated(EBISU, T, { door: '181' })], later(1));
      const back = authenticatedOnly.when([], later(minutes * 60));
      assert.equal(facts(back, 'not-unlocked').length, 1);
      const muchLater = [1, 20, 60].reduce((bot, hour) => bot.when([], later(hour * 3_600)), back);
      assert.ok(facts(muchLater, 'not-unlocked').length <= 1);
    });
  }
});

describe('the guide’s sample, at the defaults', () => {
  it('is one loud card and one calm line', () => {
    const rows = guideRows().toReversed();
    const from = instant(Math.floor((rows[0]?.at ?? 0) / 5_000) * 5_000 - 5_000);
    const until = after(rows.at(-1)?.at ?? from, 120_000);
    const bot = channelBot(aPlace([], from));
    for (let now: Instant = from; now < until; now = after(now, 5_000)) {
      bot.tick(
        rows.filter((row) => row.at <= now && row.at > now - 5_000),
        now,
      );
    }
    const cards = bot.rung().filter(({ part }) => part === 'card');
    assert.deepEqual(cards.map((one) => one.facts.kind).sort(), ['failures', 'gathering']);
    const loud = bot.place().incidents.filter((one) => severityOf(one.facts) === 'severe');
    assert.equal(loud.length, 1);
    assert.partialDeepStrictEqual(loud[0]?.facts, { kind: 'failures', count: 14, entries: [{ person: EBISU }] });
    assert.deepEqual(
      bot
        .rung()
        .filter(({ part }) => part !== 'card')
        .map(({ part }) => part),
      ['let-in'],
    );
    const [line] = bot.channel().incidents;
    assert.ok(line?.facts.kind === 'gathering');
    assert.equal(line.facts.why, 'calm');
    assert.partialDeepStrictEqual(line?.facts.rows, [{ kind: 'failures', count: 1, people: [JACK] }]);
    assert.equal(line?.facts.rows.length, 1);
  });
});

describe('a walk around', () => {
  it('is told when the second door was given up, twenty seconds after its last failure', () => {
    const spec = place()
      .when(fail(T, 2, '181'), later(5))
      .when(fail(later(60), 2, '182'), later(65))
      .when([], later(80));
    assert.deepEqual(facts(spec, 'walk-around'), []);
    const told = spec.when([], later(85));
    assert.partialDeepStrictEqual(facts(told, 'walk-around'), [
      {
        since: T,
        steps: [
          { door: '181', count: 2 },
          { door: '182', count: 2 },
        ],
        entries: [],
      },
    ]);
    assert.deepEqual(severities(told, 'walk-around'), ['notable']);
  });

  it('is none where two customers are misread at two doors and get in', () => {
    const spec = place()
      .when([...fail(T, 2, '181'), ...enter(later(6))], later(10))
      .when([...fail(later(20), 3, '182'), ...enter(later(30), '182', JACK)], later(35))
      .when([], later(90));
    assert.deepEqual(facts(spec, 'walk-around'), []);
  });

  it('is none below four failures where somebody gave up and another is misread elsewhere', () => {
    const spec = place()
      .when(fail(T, 1, '181'), later(5))
      .when([...fail(later(60), 1, '182'), ...enter(later(64), '182')], later(70))
      .when([], later(120));
    assert.deepEqual(facts(spec, 'walk-around'), []);
  });

  it('is severe when whoever failed elsewhere gets in at last, and rings once more where it was told before', () => {
    const spec = place()
      .when([...fail(T, 3, '181')], later(10))
      .when(fail(later(60), 2, '182'), later(65))
      .when([], later(85));
    assert.deepEqual(severities(spec, 'walk-around'), ['notable']);
    const severe = spec.when(enter(later(95), '182'), later(100));
    assert.deepEqual(severities(severe, 'walk-around'), ['severe']);
    assert.deepEqual(
      ofKind(severe.state, 'walk-around').flatMap((one) => (one.notes ?? []).map((note) => note.part)),
      ['worse'],
    );
  });

  it('does not reach over more than five minutes', () => {
    const spec = place()
      .when(fail(T, 2, '181'), later(5))
      .when(fail(later(310), 2, '182'), later(315))
      .when([], later(340));
    assert.deepEqual(facts(spec, 'walk-around'), []);
  });
});

describe('people who authenticated and did not get in', () => {
  it('are told once the relay had its time, and gathered while less than a minute lies between', () => {
    const pending = place().when([authenticated(EBISU, T)], later(4));
    assert.deepEqual(facts(pending, 'not-unlocked'), []);
    const told = pending
      .when([], later(10))
      .when([authenticated(JACK, later(40))], later(40))
      .when([], later(46));
    assert.partialDeepStrictEqual(facts(told, 'not-unlocked'), [{ count: 2, people: [EBISU, JACK] }]);
  });

  it('were let in all the same where the relay’s row comes late, and the card says so', () => {
    const spec = place()
      .when([authenticated(EBISU, T)], later(1))
      .when([], later(10))
      .when([relayOn(after(T, 50))], later(20));
    assert.deepEqual(facts(spec, 'not-unlocked'), []);
    const [one] = spec.state.incidents.filter((incident) => incident.facts.kind === 'not-unlocked');
    assert.equal(one?.isUnfounded, true);
  });

  it('by the third party’s word are of a kind of their own', () => {
    const spec = place()
      .when([authenticated(EBISU, T), refusedByThirdParty(EBISU, after(T, 300))], later(2))
      .when([], later(8));
    assert.partialDeepStrictEqual(facts(spec, 'refused-by-third-party'), [{ count: 1, people: [EBISU] }]);
    assert.deepEqual(facts(spec, 'not-unlocked'), []);
  });
});

describe('entries', () => {
  it('are told together by the minute, at whatever door', () => {
    const spec = place()
      .when(enter(later(1)), later(5))
      .when(enter(later(30), '182', JACK), later(35))
      .when(enter(later(61)), later(65));
    const lines = facts(spec, 'entries').map((one) => (one.kind === 'entries' ? one.entries.length : 0));
    assert.deepEqual(lines, [2, 1]);
  });
});

describe('a relay that goes on with nobody before it', () => {
  const DAY = 86_400_000;
  /** A place where for four days so many of 60 relay-ons were somebody's. */
  const taught = (button: number): PlaceSpec => {
    const start = after(T, -4 * DAY);
    let spec = place(aPlace([], after(start, -1_000)));
    for (let index = 0; index < 60; index += 1) {
      const time = after(start, (index * 4 * DAY) / 60);
      const rows = index < button ? [relayOn(time), relayOff(after(time, 3_000))] : enter(time);
      spec = spec.when(rows, after(time, 5_000));
    }
    return spec;
  };

  it('is calm while it is not known whether that is normal', () => {
    assert.deepEqual(severities(place().when([relayOn(T)], later(2)), 'unexplained'), ['calm']);
  });

  it('is no incident where an exit button makes it normal', () => {
    const spec = taught(12);
    const before = spec.state.incidents.filter((one) => one.facts.kind === 'unexplained').length;
    const after_ = spec.when([relayOn(later(60))], later(62)).state.incidents;
    assert.equal(after_.filter((one) => one.facts.kind === 'unexplained').length, before);
  });

  it('is notable where it is rare, also after a restart', () => {
    const { state } = taught(2);
    const again = placeValue.parse(JSON.parse(JSON.stringify(state)));
    const spec = place(again).when([relayOn(later(60))], later(62));
    assert.deepEqual(severities(spec, 'unexplained').at(-1), 'notable');
  });
});

describe('a door that is left unlocked', () => {
  const spell = place().when([authenticated(EBISU, T), relayOn(after(T, 50))], later(1));

  it('is told after a minute where its habit is not known, and counts until it is locked', () => {
    assert.deepEqual(facts(spell.when([], later(60)), 'left-unlocked'), []);
    const told = spell.when([], later(65)).when([], later(125));
    assert.partialDeepStrictEqual(facts(told, 'left-unlocked'), [{ minutes: 2, lastIn: { person: EBISU } }]);
    const locked = told.when([relayOff(later(130))], later(131));
    assert.partialDeepStrictEqual(facts(locked, 'left-unlocked'), [{ until: later(130) }]);
    assert.ok(ofKind(locked.state, 'left-unlocked').every((one) => one.closedAt !== undefined));
  });

  it('is edited once a minute, and rings again after ten', () => {
    let spec = spell.when([], later(65));
    const revision = (): number => ofKind(spec.state, 'left-unlocked')[0]?.revision ?? 0;
    const before = revision();
    for (let s = 70; s <= 605; s += 5) spec = spec.when([], later(s));
    assert.equal(revision() - before, 9);
    assert.deepEqual(severities(spec, 'left-unlocked'), ['severe']);
    assert.deepEqual(
      ofKind(spec.state, 'left-unlocked').flatMap((one) => (one.notes ?? []).map((note) => note.part)),
      ['worse'],
    );
  });

  it('was locked before the lock is released for the next person, though no row told when', () => {
    const spec = spell.when([], later(65)).when(enter(later(300), '181', JACK), later(305));
    assert.partialDeepStrictEqual(facts(spec, 'left-unlocked'), [{ until: later(300.05), isEndUntold: true }]);
  });

  it('is nothing of the past: what was unlocked before the bot came alerts nobody', () => {
    const spec = place(aPlace([relayOn(at('07:00:00'))], at('08:00:00'))).when([], at('08:30:00'));
    assert.deepEqual(facts(spec, 'left-unlocked'), []);
  });

  it('is not the shop’s busiest hour, in which the lock is released again and again', () => {
    let spec = place();
    for (let s = 0; s < 600; s += 5) {
      spec = spec.when([authenticated(EBISU, later(s)), relayOn(after(later(s), 50))], later(s + 1));
    }
    assert.deepEqual(facts(spec, 'left-unlocked'), []);
  });
});

describe('a place’s day', () => {
  const midnight = at('23:59:59');
  it('has a first who is told at once, and a last who is told two minutes after its end', () => {
    const spec = place()
      .when(enter(T), later(5))
      .when(enter(later(3_600), '182', JACK), later(3_605));
    assert.partialDeepStrictEqual(facts(spec, 'first-in'), [{ day: '2026-11-20', entry: { at: T, person: EBISU } }]);
    const before = spec.when([], after(midnight, 120_000));
    assert.deepEqual(facts(before, 'last-entry'), []);
    const told = before.when([], after(midnight, 121_000));
    assert.partialDeepStrictEqual(facts(told, 'last-entry'), [
      { day: '2026-11-20', count: 2, entry: { at: later(3_600), door: '182', person: JACK } },
    ]);
    assert.equal(told.when([], after(midnight, 126_000)).state, told.state, 'it is told once');
    const long = told
      .when([], after(midnight, 3_600_000))
      .when([relayOff(after(midnight, 7_200_000))], after(midnight, 7_200_000));
    assert.equal(facts(long, 'last-entry').length, 1);
  });

  it('is brought up to date by rows that come late', () => {
    const told = place().when(enter(T), later(5)).when([], after(midnight, 125_000));
    const late = told.when(enter(later(7_200), '182', JACK), after(midnight, 200_000));
    assert.partialDeepStrictEqual(facts(late, 'last-entry'), [{ count: 2, entry: { person: JACK } }]);
  });
});

describe('a store of before', () => {
  it('loads, with nothing learned', () => {
    const { days, doors, ...old } = newPlace(SHIBUYA);
    const door = { door: '181', thirdParty: false, trail: [] };
    const loaded = placeValue.parse({ ...old, doors: [door] });
    assert.deepEqual(loaded.days, []);
    assert.deepEqual(loaded.doors[0]?.learned, { relays: [], spells: [] });
  });
});
