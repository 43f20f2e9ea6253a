import assert from 'node:assert/strict';
import { it } from 'node:test';
import { after, type Instant } from '../../src/door/ids.ts';
import type { AnswerMessage } from '../../src/incident/answers.ts';
import { nextStep, type Outcome, type Part } from '../../src/incident/card.ts';
import type { DoorIncident } from '../../src/incident/decide.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import { type PlaceMessage, type PlaceState, updatePlace } from '../../src/incident/place.ts';
import { ALERTS, aPlace, HEARS_ALL, UTC } from '../support/place-spec.ts';
import { at, authenticated, authFailed, EBISU, relayOn } from '../support/rows.ts';

const START = at('09:00:00');
const moment = (seconds: number): Instant => after(START, seconds * 1_000);
const failures = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => authFailed(moment(from + index)));

/** What a place's desk hears, from the first failure until long after the last: rows, and what came of each call to Slack. */
const HEARD: readonly (readonly [seconds: number, rows: ReturnType<typeof failures>])[] = [
  [5, failures(0, 5)],
  [12, failures(6, 3)],
  [25, [authenticated(EBISU, moment(20)), relayOn(moment(20.05))]],
  [100, []],
];

const burstOf = ({ incidents }: PlaceState): DoorIncident | undefined =>
  incidents.find(({ facts }) => facts.kind === 'failures');

/** Lets the desk hear all of it, step by step. Somebody presses at the turn number `pressAt`, or as soon as there is a burst. */
function run(press: (state: PlaceState) => AnswerMessage | undefined, pressAt: number) {
  let state = aPlace();
  let turn = 0;
  let isPressed = false;
  const hear = (message: PlaceMessage, now: Instant): void => {
    state = updatePlace(state, message, now, KINDS, UTC).state;
  };
  const next = (now: Instant): void => {
    turn += 1;
    const message = turn < pressAt || isPressed ? undefined : press(state);
    if (message === undefined) return;
    isPressed = true;
    hear(message, now);
  };
  /** One call to Slack, with a turn for others between its steps. */
  const tell = (now: Instant): boolean => {
    const incident = burstOf(state);
    const card = incident?.cards[0];
    if (incident === undefined || card === undefined) return false;
    const step = nextStep(incident, card, now);
    const report = (outcome: Outcome, part: Part = 'card'): void => {
      hear({ kind: 'card', incident: incident.id, channel: ALERTS, part, outcome }, now);
      next(now);
    };
    switch (step.do) {
      case 'post':
        report({ kind: 'posting' });
        report({ kind: 'posted', ts: String(now / 1_000), revision: step.revision });
        return true;
      case 'reply':
        report({ kind: 'posting' }, step.part);
        report({ kind: 'posted', ts: String(now / 1_000), revision: incident.revision }, step.part);
        return true;
      case 'update':
        next(now);
        report({ kind: 'updated', revision: step.revision });
        return true;
      default:
        return false;
    }
  };
  for (const [seconds, events] of HEARD) {
    const rows = { events: [...events].reverse(), complete: true, olderRowsExist: false, subscriptions: HEARS_ALL };
    hear({ kind: 'rows-seen', ...rows }, moment(seconds));
    next(moment(seconds));
    while (tell(moment(seconds + 1)));
  }
  next(moment(200));
  while (tell(moment(201)));
  return { state, turns: turn, isPressed };
}

const answerTo =
  (answer: (incident: DoorIncident) => AnswerMessage) =>
  (state: PlaceState): AnswerMessage | undefined => {
    const incident = burstOf(state);
    return incident === undefined ? undefined : answer(incident);
  };

it('an answer between any two steps of a tick, a post, a reply or an edit is kept, and told to the channel', () => {
  const { turns } = run(() => undefined, 1);
  assert.ok(turns >= 10, `${turns} turns`);
  for (let pressAt = 1; pressAt <= turns; pressAt += 1) {
    const takes = run(
      answerTo(({ id }) => ({ kind: 'taken', incident: id, by: 'U0HANA' })),
      pressAt,
    );
    const taken = burstOf(takes.state);
    assert.ok(takes.isPressed && taken !== undefined, `press before turn ${pressAt}`);
    assert.equal(taken.taken?.user, 'U0HANA', `press before turn ${pressAt}`);
    assert.equal(taken.cards[0]?.told, taken.revision, `press before turn ${pressAt}`);
    assert.equal(taken.facts.kind === 'failures' && taken.facts.count, 8);
    assert.equal(taken.cards[0]?.replies?.length, 1);
    const says = run(
      answerTo(({ id }) => ({ kind: 'dismissed', incident: id, by: 'U0HANA', why: 'known' })),
      pressAt,
    );
    const dismissed = burstOf(says.state);
    assert.equal(dismissed?.dismissed?.why, 'known');
    assert.equal(dismissed?.cards[0]?.told, dismissed?.revision);
  }
});
