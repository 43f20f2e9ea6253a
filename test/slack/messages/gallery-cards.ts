import assert from 'node:assert/strict';
import { after } from '../../../src/door/ids.ts';
import { type Failures, type Incident, incidentId } from '../../../src/incident/incident.ts';
import type { Language } from '../../../src/incident/language.ts';
import { type CardView, drawCard, drawNote } from '../../../src/slack/messages/card.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { aCard, anIncident, entry, HOSTILE_NAMES } from './given.ts';

const burst = {
  kind: 'failures',
  count: 14,
  firstAt: at('05:12:06.868'),
  lastAt: at('05:13:16.127'),
  entries: [entry('EBISU', at('05:13:19.471'))],
} as const;
const growing = { ...burst, count: 3, lastAt: at('05:12:20'), entries: [] };
const one = { ...burst, count: 1, lastAt: burst.firstAt };
const over = { closedAt: at('05:14:17'), lastReason: 'closed' } as const;
const spell = {
  kind: 'unlocks',
  since: at('05:12:06'),
  entries: [entry('EBISU', at('05:12:06'))],
  withoutPerson: 0,
} as const;
const until = at('05:12:09.017');
const merged = { ...over, mergedInto: incidentId('failures/178/181/0') };

/** Cards of doors in every state and in a language, and with names that try to be more. */
export function doorCards(language: Language): Readonly<Record<string, Message>> {
  const say = catalogueOf(language);
  const drawn = (incident: Incident, change: Partial<CardView> = {}): Message =>
    drawCard(aCard(incident, { say, ...change }));
  /** The reply that rings again, as it is told two seconds after somebody was let in. */
  const letIn = (facts: Failures, change: Partial<CardView> = {}, seenAt = at('05:13:20')): Message => {
    const incident = anIncident(facts, { notes: [{ part: 'let-in', revision: 2, seenAt }] });
    const message = drawNote('let-in', aCard(incident, { say, toldAt: at('05:13:21'), ...change }));
    assert.ok(message !== undefined);
    return message;
  };
  return {
    'failures-first': drawn(anIncident({ ...one, entries: [] })),
    'failures-growing': drawn(anIncident(growing), { showPlace: true }),
    'failures-growing-meanwhile': drawn(
      anIncident({ ...growing, count: 1234, entries: [entry('Jack', at('05:12:10')), entry('Jack', at('05:12:15'))] }),
    ),
    'failures-growing-let-in': drawn(anIncident(burst)),
    'failures-ended-let-in': drawn(anIncident(burst, over)),
    'failures-ended-many-let-in': drawn(
      anIncident(
        {
          ...burst,
          entries: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name, i) => entry(name, at(`05:13:2${i}`))),
        },
        over,
      ),
    ),
    'failures-ended-nobody': drawn(anIncident({ ...burst, entries: [] }, over)),
    'failures-ended-one': drawn(anIncident(one, over)),
    'failures-ended-somebody': drawn(anIncident({ ...one, entries: [{ at: at('05:12:10') }] }, over)),
    'failures-unnamed-door': drawn(anIncident(growing), {
      nameOfPlace: () => say.common.place('179'),
      nameOfDoor: () => undefined,
      showPlace: true,
      toldAt: growing.lastAt,
      timeZone: 'Europe/Berlin',
    }),
    'failures-late': drawn(anIncident(burst, { ...over, openedAt: at('11:00:00'), seenAfterMs: 20_810_000 })),
    'failures-told-late': drawn(anIncident(burst, over), { toldAt: after(burst.firstAt, 1_200_000) }),
    'failures-merged': drawn(anIncident(growing, merged)),
    'unlock-still': drawn(anIncident(spell)),
    'unlock-over': drawn(anIncident({ ...spell, until }, over), { showPlace: true }),
    'unlock-two-people': drawn(
      anIncident({ ...spell, until: at('07:17:06'), entries: [...spell.entries, entry('Jack', at('05:12:08'))] }, over),
    ),
    'unlock-nobody': drawn(anIncident({ ...spell, entries: [], withoutPerson: 1 })),
    'unlock-nobody-over': drawn(anIncident({ ...spell, entries: [], withoutPerson: 2, until }, over)),
    'unlock-also-without-person': drawn(anIncident({ ...spell, withoutPerson: 2, until }, over)),
    'unlock-late': drawn(
      anIncident({ ...spell, until }, { ...over, openedAt: at('11:00:00'), seenAfterMs: 20_873_000 }),
    ),
    'unlock-told-late': drawn(anIncident({ ...spell, until }, over), { toldAt: after(spell.since, 1_200_000) }),
    'unlock-late-twice': drawn(
      anIncident({ ...spell, until }, { ...over, openedAt: at('11:00:00'), seenAfterMs: 20_873_000 }),
      {
        toldAt: at('11:20:00'),
      },
    ),
    'unlock-merged': drawn(anIncident(spell, merged)),
    'let-in': letIn(burst),
    'let-in-amid': letIn({ ...burst, lastAt: at('05:13:30') }, { showPlace: true }),
    'let-in-two-people': letIn({ ...burst, entries: [...burst.entries, entry('Jack', at('05:13:25'))] }),
    'let-in-late': letIn(burst, { toldAt: at('05:33:20') }, at('05:20:00')),
    ...Object.fromEntries(
      HOSTILE_NAMES.map((name, index) => [
        `let-in-names-${String(index + 1).padStart(2, '0')}`,
        letIn(
          { ...burst, entries: [entry(name, at('05:13:19.471'))] },
          { nameOfDoor: () => name, nameOfPlace: () => name, showPlace: true },
        ),
      ]),
    ),
    ...Object.fromEntries(
      HOSTILE_NAMES.map((name, index) => [
        `names-${String(index + 1).padStart(2, '0')}`,
        drawn(anIncident({ ...burst, entries: [entry(name, at('05:13:19.471'))] }, over), {
          nameOfDoor: () => name,
          nameOfPlace: () => name,
          showPlace: true,
        }),
      ]),
    ),
  };
}
