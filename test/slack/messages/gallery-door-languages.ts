import { after } from '../../../src/door/ids.ts';
import { incidentId } from '../../../src/incident/incident.ts';
import type { Language } from '../../../src/incident/language.ts';
import { drawCard, drawNote } from '../../../src/slack/messages/card.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { aCard, anIncident, entry } from './given.ts';

const burst = { kind: 'failures', count: 14, firstAt: at('05:12:06.868'), lastAt: at('05:13:16.127') } as const;
const spell = { kind: 'unlocks', since: at('05:12:06'), withoutPerson: 0 } as const;
const over = { closedAt: at('05:14:17'), lastReason: 'closed' } as const;
const somebody = [entry('EBISU', at('05:13:19.471'))];

/** The cards of doors in a language other than English, in every state that has words of its own. */
export function doorCardsIn(language: Language): Readonly<Record<string, Message>> {
  const say = catalogueOf(language);
  const names = { nameOfDoor: () => '正面', nameOfPlace: () => '店', say };
  const draw = (...[facts, change, view]: readonly [Parameters<typeof anIncident>[0], object?, object?]): Message =>
    drawCard(aCard(anIncident(facts, change), { ...names, ...view }));
  const note = { part: 'let-in', revision: 2, seenAt: after(burst.lastAt, 4_000) } as const;
  const reply = drawNote(note.part, aCard(anIncident({ ...burst, entries: somebody }, { notes: [note] }), names));
  return {
    'door-failures-first': draw({ ...burst, count: 1, lastAt: burst.firstAt, entries: [] }),
    'door-failures-growing': draw({ ...burst, count: 3, entries: [] }, {}, { showPlace: true }),
    'door-failures-meanwhile': draw({ ...burst, entries: [entry('Jack', at('05:12:30'))] }),
    'door-failures-let-in': draw({ ...burst, entries: somebody }, over),
    'door-failures-nobody': draw({ ...burst, entries: [] }, over),
    'door-failures-unknown': draw({ ...burst, entries: [{ at: at('05:13:19') }] }, over, {
      nameOfDoor: () => undefined,
    }),
    'door-failures-late': draw({ ...burst, entries: somebody }, { ...over, seenAfterMs: 20_810_000 }),
    'door-failures-told-late': draw({ ...burst, entries: [] }, over, { toldAt: after(burst.firstAt, 1_200_000) }),
    'door-failures-merged': draw({ ...burst, entries: [] }, { ...over, mergedInto: incidentId('failures/178/181/0') }),
    'door-unlock-still': draw({ ...spell, entries: somebody }),
    'door-unlock-over': draw({ ...spell, entries: somebody, withoutPerson: 2, until: at('05:12:09.017') }, over),
    'door-unlock-nobody': draw({ ...spell, entries: [], withoutPerson: 1 }),
    ...(reply !== undefined && { 'door-let-in': reply }),
  };
}
