import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { after, type Instant, type PlaceId } from '../../src/door/ids.ts';
import {
  type AnswerMessage,
  inherited,
  owesReminder,
  UNANSWERED_AFTER_MS,
  waitsSince,
  withAnswer,
} from '../../src/incident/answers.ts';
import { nextStep } from '../../src/incident/card.ts';
import { type ChannelState, newChannel, updateChannel } from '../../src/incident/channel.ts';
import type { Gathering } from '../../src/incident/gathering.ts';
import { type Card, type Failures, type Incident, incidentId, VERDICTS } from '../../src/incident/incident.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import { type PlaceState, updatePlace } from '../../src/incident/place.ts';
import { channelValue, placeValue } from '../../src/store/values.ts';
import { burstAt } from '../support/candidates.ts';
import { ALERTS, aPlace, given, UTC } from '../support/place-spec.ts';
import { at, authenticated, authFailed, EBISU, relayOn } from '../support/rows.ts';

const SEEN = at('03:12:00');
const TOLD = at('03:12:02');
const tsOf = (moment: Instant): string => String(moment / 1_000);
const minutes = (count: number, from: Instant = TOLD): Instant => after(from, count * 60_000);

const burst: Failures = {
  kind: 'failures',
  count: 14,
  firstAt: at('03:10:00'),
  lastAt: at('03:11:00'),
  entries: [{ at: at('03:11:30'), person: EBISU }],
};
const ID = incidentId('failures/178/181/1');
const told: Card = { channel: ALERTS, ts: tsOf(TOLD), told: 1, posted: 1, generation: 0 };

/** A severe burst that is over, and stands in the channel. */
const severe: Incident<Failures> = {
  id: ID,
  facts: burst,
  place: '178' as PlaceId,
  revision: 1,
  lastReason: 'opened',
  openedAt: SEEN,
  seenAfterMs: 0,
  seenAt: SEEN,
  closedAt: minutes(1),
  cards: [told],
};

const taken = (by: string): AnswerMessage => ({ kind: 'taken', incident: ID, by });
const released = (by: string): AnswerMessage => ({ kind: 'released', incident: ID, by });
const dismissed = (by: string, why: (typeof VERDICTS)[number] = 'noise'): AnswerMessage => ({
  kind: 'dismissed',
  incident: ID,
  by,
  why,
});
const reinstated = (by: string): AnswerMessage => ({ kind: 'reinstated', incident: ID, by });
const passed: AnswerMessage = { kind: 'time-passed' };

/** What an incident is after answers, each a minute after the one before. */
function hearing(incident: Incident<Failures>, ...messages: readonly AnswerMessage[]): Incident<Failures> {
  return messages.reduce((one, message, index) => {
    const [next] = withAnswer([one], message, minutes(index + 1)).incidents;
    assert.ok(next !== undefined);
    return next;
  }, incident);
}
const hear = (incident: Incident<Failures>, message: AnswerMessage, now: Instant): Incident<Failures> =>
  withAnswer([incident], message, now).incidents[0] ?? incident;

describe('an incident that somebody has', () => {
  it('is the first one’s, and its cards are brought up to date', () => {
    const one = hearing(severe, taken('U0HANA'), taken('U0MINJUN'), taken('U0HANA'));
    assert.deepEqual(one.taken, { user: 'U0HANA', at: minutes(1) });
    assert.equal(one.revision, 2);
    const [card] = one.cards;
    assert.equal(card && nextStep(one, card, minutes(2)).do, 'update');
  });

  it('is nobody’s again when it was given back, and can be had by another', () => {
    const back = hearing(severe, taken('U0HANA'), released('U0MINJUN'));
    assert.equal(back.taken, undefined);
    assert.deepEqual(back.undone, { user: 'U0MINJUN', at: minutes(2), what: 'taken', of: 'U0HANA' });
    const again = hear(back, taken('U0MINJUN'), minutes(3));
    assert.equal(again.taken?.user, 'U0MINJUN');
    assert.equal(again.undone, undefined);
    assert.equal(again.revision, 4);
  });

  it('is not given back twice', () => {
    const back = hearing(severe, taken('U0HANA'), released('U0HANA'));
    assert.equal(hear(back, released('U0MINJUN'), minutes(3)), back);
  });

  it('is the same one when another incident took it in', () => {
    const heir = { ...severe, id: incidentId('failures/178/181/0') };
    const { incidents } = withAnswer([heir, { ...severe, mergedInto: heir.id }], taken('U0HANA'), minutes(1));
    assert.equal(incidents[0]?.taken?.user, 'U0HANA');
    assert.equal(incidents[1]?.taken, undefined);
  });

  it('brings what was answered along, the first answer of all, into the one that takes it in', () => {
    const later = hear(severe, taken('U0MINJUN'), minutes(5));
    const earlier = { ...hear(severe, taken('U0HANA'), minutes(4)), id: incidentId('failures/178/181/2') };
    const heir = inherited(later, [earlier]);
    assert.equal(heir.taken?.user, 'U0HANA');
    assert.equal(heir.revision, later.revision + 1);
    assert.equal(inherited(earlier, [later]), earlier);
  });

  it('makes no message where none stands: it was deleted, or one of many tells it', () => {
    const elsewhere = { ...severe, cards: [{ channel: ALERTS, told: 1, generation: 0 }] };
    const one = hearing(elsewhere, taken('U0HANA'));
    const [card] = one.cards;
    assert.equal(card && nextStep(one, card, minutes(2)).do, 'nothing');
  });

  it('changes nothing of one that is forgotten', () => {
    const incidents: readonly Incident[] = [];
    assert.deepEqual(withAnswer(incidents, taken('U0HANA'), minutes(1)), { incidents, changed: [] });
  });
});

describe('an incident that is none', () => {
  it('says who said so and why, the first of them', () => {
    const one = hearing(severe, dismissed('U0HANA', 'test'), dismissed('U0MINJUN', 'noise'));
    assert.deepEqual(one.dismissed, { user: 'U0HANA', at: minutes(1), why: 'test' });
  });

  it('can be one after all', () => {
    const one = hearing(severe, dismissed('U0HANA'), reinstated('U0MINJUN'));
    assert.equal(one.dismissed, undefined);
    assert.deepEqual(one.undone, { user: 'U0MINJUN', at: minutes(2), what: 'dismissed', of: 'U0HANA' });
    assert.ok(!owesReminder([one], minutes(16)));
    assert.ok(owesReminder([one], minutes(17)));
  });
});

describe('a severe incident that nobody answers', () => {
  const due = after(TOLD, UNANSWERED_AFTER_MS);

  it('rings once more after a quarter of an hour, and never again', () => {
    assert.ok(!owesReminder([severe], after(due, -1)));
    assert.equal(hear(severe, passed, after(due, -1)), severe);
    assert.ok(owesReminder([severe], due));
    const reminded = hear(severe, passed, due);
    assert.deepEqual(reminded.notes, [{ part: 'unanswered', revision: 2, seenAt: due }]);
    const [card] = reminded.cards;
    assert.partialDeepStrictEqual(card && nextStep(reminded, card, due), { do: 'reply', part: 'unanswered' });
    assert.ok(!owesReminder([reminded], minutes(10_000)));
    assert.equal(hear(reminded, passed, minutes(10_000)), reminded);
  });

  it('is counted from when it was told: nobody answers what nobody heard', () => {
    const late = { ...severe, cards: [{ ...told, ts: tsOf(minutes(60)) }] };
    assert.ok(!owesReminder([late], minutes(70)));
    assert.ok(owesReminder([late], minutes(75)));
    assert.ok(!owesReminder([{ ...severe, cards: [{ channel: ALERTS, told: 0, generation: 0 }] }], minutes(75)));
  });

  it('is counted from when it became severe', () => {
    const grown = { ...severe, notes: [{ part: 'let-in', revision: 2, seenAt: minutes(30) } as const] };
    assert.ok(!owesReminder([grown], minutes(44)));
    assert.ok(owesReminder([grown], minutes(45)));
  });

  it('rings for nobody once somebody has it, or said that it is none', () => {
    for (const answer of [taken('U0HANA'), dismissed('U0HANA')]) {
      assert.ok(!owesReminder([hear(severe, answer, minutes(14))], minutes(100)));
    }
  });

  it('rings all the same when it was called noise while it was no more than that', () => {
    const noise = hear(severe, dismissed('U0HANA'), minutes(1));
    const grown = { ...noise, notes: [{ part: 'let-in', revision: 3, seenAt: minutes(30) } as const] };
    assert.ok(owesReminder([grown], minutes(45)));
  });

  it('waits anew from when it was given back', () => {
    const back = hear(hear(severe, taken('U0HANA'), minutes(10)), released('U0HANA'), minutes(40));
    assert.ok(!owesReminder([back], minutes(54)));
    assert.ok(owesReminder([back], minutes(55)));
    assert.equal(waitsSince(back), minutes(40));
  });

  it('does not ring after all when somebody answers before the reminder is said', () => {
    const answered = hear(hear(severe, passed, due), taken('U0HANA'), after(due, 1_000));
    assert.equal(answered.notes, undefined);
    const [card] = answered.cards;
    assert.equal(card && nextStep(answered, card, after(due, 2_000)).do, 'update');
  });

  it('keeps a reminder that is on its way', () => {
    const reminded = hear(severe, passed, due);
    const begun = { ...reminded, cards: [{ ...told, replies: [{ part: 'unanswered', postingAt: due } as const] }] };
    assert.equal(hear(begun, taken('U0HANA'), after(due, 500)).notes?.length, 1);
  });

  it('rings for no burst that nobody came in by, and for no incident that another tells', () => {
    const nobody = { ...severe, facts: { ...burst, entries: [] } };
    assert.ok(!owesReminder([nobody, { ...severe, mergedInto: incidentId('x') }], minutes(100)));
  });

  it('is heard by the place’s desk, though no row comes, long after its rows are forgotten', () => {
    const failures = Array.from({ length: 5 }, (_, index) => authFailed(after(at('09:00:00'), index * 1_000)));
    const spec = given(aPlace())
      .when([...failures, authenticated(EBISU, at('09:00:20')), relayOn(at('09:00:20.050'))], at('09:00:25'))
      .when([], at('09:05:00'));
    spec.thenState((state) => {
      const one = state.incidents.find(({ facts }) => facts.kind === 'failures');
      assert.ok(one);
      const posted = { kind: 'posted', ts: tsOf(at('09:01:00')), revision: one.revision } as const;
      const { state: later } = given(state).whenCard(one, posted, at('09:01:00')).when([], at('09:40:00'));
      assert.ok(owesReminder(later.incidents, at('09:40:00')));
      const next = updatePlace(later, passed, at('09:40:00'), KINDS, UTC);
      assert.partialDeepStrictEqual(next.effects, [{ kind: 'tell', incident: one.id }]);
    });
  });
});

describe('what one message tells of many', () => {
  const storm = (why: Gathering['why']): Incident<Gathering> => ({
    ...severe,
    id: incidentId(`gathering/${why}/1`),
    facts: {
      kind: 'gathering',
      why,
      since: SEEN,
      joinedAt: SEEN,
      rows: [{ ...burstAt(7).row, severity: 'severe', openedAt: SEEN }],
    },
  });
  const channel = (why: Gathering['why']): ChannelState => ({ ...newChannel(ALERTS), incidents: [storm(why)] });

  it('is somebody’s as a whole, and rings once more when it is severe and nobody’s', () => {
    const state = channel('storm');
    assert.ok(owesReminder(state.incidents, minutes(15)));
    const mine = updateChannel(state, { kind: 'taken', incident: storm('storm').id, by: 'U0HANA' }, minutes(5), UTC);
    assert.equal(mine.state.incidents[0]?.taken?.user, 'U0HANA');
    assert.partialDeepStrictEqual(mine.effects, [{ kind: 'tell', incident: storm('storm').id }]);
    assert.ok(!owesReminder(mine.state.incidents, minutes(15)));
    assert.deepEqual(channelValue.parse(JSON.parse(JSON.stringify(mine.state))), mine.state);
  });

  it('rings for nobody where the channel wished not to hear of it', () => {
    for (const why of ['muted', 'quiet', 'calm'] as const) {
      assert.ok(!owesReminder(channel(why).incidents, minutes(100)), why);
    }
  });
});

describe('answers of many people, in any order', () => {
  const message = fc.oneof(
    fc
      .constantFrom('U0HANA', 'U0MINJUN', 'U0OLIVER')
      .chain((by) =>
        fc.constantFrom<AnswerMessage>(
          taken(by),
          released(by),
          reinstated(by),
          ...VERDICTS.map((why) => dismissed(by, why)),
        ),
      ),
    fc.constant(passed),
  );

  it('survive being saved, never lose a revision, and never change for one that is heard twice', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(message, fc.integer({ min: 0, max: 1_200_000 })), { maxLength: 12 }), (heard) => {
        let state: PlaceState = { ...aPlace(), incidents: [severe] };
        let now = TOLD;
        for (const [one, waitMs] of heard) {
          now = after(now, waitMs);
          const next = updatePlace(state, one, now, KINDS, UTC).state;
          const [before, then] = [state.incidents[0], next.incidents[0]];
          assert.ok(before && then);
          assert.equal(then.revision, before.revision + (then === before ? 0 : 1));
          if (one.kind === 'taken') assert.equal(updatePlace(next, one, now, KINDS, UTC).state, next);
          assert.deepEqual(placeValue.parse(JSON.parse(JSON.stringify(next))), next);
          assert.ok((then.notes ?? []).filter(({ part }) => part === 'unanswered').length <= 1);
          state = { ...state, incidents: [then] };
        }
      }),
    );
  });
});
