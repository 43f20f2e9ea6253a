import assert from 'node:assert/strict';
import { after } from '../../../src/door/ids.ts';
import { type Failures, incidentId } from '../../../src/incident/incident.ts';
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

/** The reply that rings again, as it is told two seconds after somebody was let in. */
function letIn(facts: Failures, change: Partial<CardView> = {}, seenAt = at('05:13:20')): Message {
  const incident = anIncident(facts, { notes: [{ part: 'let-in', revision: 2, seenAt }] });
  const message = drawNote('let-in', aCard(incident, { toldAt: at('05:13:21'), ...change }));
  assert.ok(message !== undefined);
  return message;
}

/** Cards of doors in every state, and with names that try to be more. */
export const DOOR_CARDS: Readonly<Record<string, Message>> = {
  'failures-first': drawCard(aCard(anIncident({ ...one, entries: [] }))),
  'failures-growing': drawCard(aCard(anIncident(growing), { showPlace: true })),
  'failures-growing-meanwhile': drawCard(
    aCard(
      anIncident({ ...growing, count: 1234, entries: [entry('Jack', at('05:12:10')), entry('Jack', at('05:12:15'))] }),
    ),
  ),
  'failures-growing-let-in': drawCard(aCard(anIncident(burst))),
  'failures-ended-let-in': drawCard(aCard(anIncident(burst, over))),
  'failures-ended-many-let-in': drawCard(
    aCard(
      anIncident(
        {
          ...burst,
          entries: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name, i) => entry(name, at(`05:13:2${i}`))),
        },
        over,
      ),
    ),
  ),
  'failures-ended-nobody': drawCard(aCard(anIncident({ ...burst, entries: [] }, over))),
  'failures-ended-one': drawCard(aCard(anIncident(one, over))),
  'failures-ended-somebody': drawCard(aCard(anIncident({ ...one, entries: [{ at: at('05:12:10') }] }, over))),
  'failures-unnamed-door': drawCard({
    incident: anIncident(growing),
    nameOfPlace: () => 'place 179',
    nameOfDoor: () => undefined,
    say: catalogueOf('en'),
    showPlace: true,
    toldAt: growing.lastAt,
    timeZone: 'Europe/Berlin',
  }),
  'failures-late': drawCard(aCard(anIncident(burst, { ...over, openedAt: at('11:00:00'), seenAfterMs: 20_810_000 }))),
  'failures-told-late': drawCard(aCard(anIncident(burst, over), { toldAt: after(burst.firstAt, 1_200_000) })),
  'failures-merged': drawCard(aCard(anIncident(growing, merged))),
  'unlock-still': drawCard(aCard(anIncident(spell))),
  'unlock-over': drawCard(aCard(anIncident({ ...spell, until }, over), { showPlace: true })),
  'unlock-two-people': drawCard(
    aCard(
      anIncident({ ...spell, until: at('07:17:06'), entries: [...spell.entries, entry('Jack', at('05:12:08'))] }, over),
    ),
  ),
  'unlock-nobody': drawCard(aCard(anIncident({ ...spell, entries: [], withoutPerson: 1 }))),
  'unlock-nobody-over': drawCard(aCard(anIncident({ ...spell, entries: [], withoutPerson: 2, until }, over))),
  'unlock-also-without-person': drawCard(aCard(anIncident({ ...spell, withoutPerson: 2, until }, over))),
  'unlock-late': drawCard(
    aCard(anIncident({ ...spell, until }, { ...over, openedAt: at('11:00:00'), seenAfterMs: 20_873_000 })),
  ),
  'unlock-told-late': drawCard(aCard(anIncident({ ...spell, until }, over), { toldAt: after(spell.since, 1_200_000) })),
  'unlock-late-twice': drawCard(
    aCard(anIncident({ ...spell, until }, { ...over, openedAt: at('11:00:00'), seenAfterMs: 20_873_000 }), {
      toldAt: at('11:20:00'),
    }),
  ),
  'unlock-merged': drawCard(aCard(anIncident(spell, merged))),
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
      drawCard(
        aCard(anIncident({ ...burst, entries: [entry(name, at('05:13:19.471'))] }, over), {
          nameOfDoor: () => name,
          nameOfPlace: () => name,
          showPlace: true,
        }),
      ),
    ]),
  ),
};
