import assert from 'node:assert/strict';
import type { ModalView } from '@slack/types';
import { after, doorId, placeId } from '../../../src/door/ids.ts';
import { openZone } from '../../../src/door/zone.ts';
import type { GatheredRow, Gathering } from '../../../src/incident/gathering.ts';
import { channelId, type Facts, type Incident, incidentId, type Note } from '../../../src/incident/incident.ts';
import type { Language } from '../../../src/incident/language.ts';
import type { Mute } from '../../../src/incident/mute.ts';
import {
  drawDismissedAlready,
  drawHasIt,
  drawMuteIsOver,
  drawMuteNotSaid,
  drawNotSaved,
  drawTooSlow,
} from '../../../src/slack/messages/answer-replies.ts';
import { type CardView, drawCard, drawNote } from '../../../src/slack/messages/card.ts';
import { drawDismissalModal } from '../../../src/slack/messages/dismissal-modal.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { drawMuteLine, muteBegins } from '../../../src/slack/messages/mute-line.ts';
import { drawMuteModal } from '../../../src/slack/messages/mute-modal.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { accessModals } from './gallery-access.ts';
import { aRow } from './gallery-gatherings.ts';
import { inEveryLanguage } from './gallery-languages.ts';
import { rehearsedForms } from './gallery-rehearsal.ts';
import { aCard, anIncident, entry, HOSTILE_NAMES, TOKYO } from './given.ts';

const burst = {
  kind: 'failures',
  count: 14,
  firstAt: at('05:12:06.868'),
  lastAt: at('05:13:16.127'),
  entries: [entry('EBISU', at('05:13:19.471'))],
} as const;
const over = { closedAt: at('05:14:17'), lastReason: 'closed' } as const;
const hana = { user: 'U0HANA', at: at('05:20:00') };
const mute: Mute = {
  id: 'V0MUTE',
  door: { place: placeId('178'), door: doorId('181') },
  topic: 'failures',
  severity: 'notable',
  since: at('05:20:00'),
  until: at('07:20:00'),
  by: 'U0HANA',
};
const { topic, ...wholeDoor } = mute;
const { door: _, ...everywhere } = mute;
const card = { channel: channelId('C0ALERTS'), ts: String(at('05:13:20') / 1_000), told: 1, posted: 1, generation: 0 };

/** Everything that people answer and are answered, in a language. */
export function cardAnswers(language: Language): Readonly<Record<string, Message>> {
  const say = catalogueOf(language);
  const drawn = (change: Partial<Incident>, view: Partial<CardView> = {}): Message =>
    drawCard(aCard(anIncident<Facts>(burst, { ...over, ...change }), { say, ...view }));
  const note: Note = { part: 'unanswered', revision: 2, seenAt: at('05:28:20') };
  const unanswered = (change: Partial<Incident> = {}, view: Partial<CardView> = {}): Message => {
    const incident = anIncident<Facts>(burst, { ...over, notes: [note], cards: [card], ...change });
    const message = drawNote('unanswered', aCard(incident, { say, ...view }));
    assert.ok(message !== undefined);
    return message;
  };
  const gathered = (facts: Partial<Gathering>, view: Partial<CardView> = {}): Message => {
    const { place, door, ...incident } = anIncident<Gathering>({
      kind: 'gathering',
      why: 'calm',
      since: at('05:12:00'),
      joinedAt: at('05:13:30'),
      rows: [],
      ...facts,
    });
    const names = { nameOfDoor: (_: unknown, id: string) => `Door ${Number(id) - 180}` };
    return drawCard(aCard(incident, { say, ...names, ...view }));
  };
  const muteView = aCard(anIncident(burst), { say });
  const calm = (index: number): GatheredRow =>
    aRow(index, {
      kind: 'failures',
      topics: ['let-in-after-failures', 'failures'],
      severity: 'calm',
      door: doorId(String(181 + (index % 3))),
      count: 1 + (index % 3),
      letIn: 1,
      people: index % 4 === 3 ? [] : [entry(index % 2 === 0 ? 'Jack' : '恵比寿 太郎', at('05:12:00')).person ?? {}],
    });
  const calms = (count: number): readonly GatheredRow[] => Array.from({ length: count }, (_, index) => calm(index));
  const held = Array.from({ length: 6 }, (_, index) => aRow(index, { door: doorId(String(181 + (index % 3))) }));
  const ended = { ...mute, until: at('06:00:00'), endedBy: 'U0MINJUN' };
  return {
    'answer-none-yet': drawn({}),
    'answer-taken': drawn({ taken: hana }),
    'answer-given-back': drawn({ undone: { ...hana, what: 'taken', of: 'U0HANA' } }),
    'answer-given-back-by-another': drawn({ undone: { ...hana, what: 'taken', of: 'U0MINJUN' } }),
    'answer-noise': drawn({ dismissed: { ...hana, why: 'noise' } }),
    'answer-test': drawn({ dismissed: { ...hana, why: 'test' } }),
    'answer-known-and-taken': drawn({ taken: { ...hana, user: 'U0MINJUN' }, dismissed: { ...hana, why: 'known' } }),
    'answer-reinstated': drawn({ undone: { ...hana, what: 'dismissed', of: 'U0MINJUN' } }),
    'answer-storm-taken': gathered({ why: 'storm', rows: [aRow(0, { kind: 'failures', count: 14, letIn: 1 })] }),
    unanswered: unanswered(),
    'unanswered-calls': unanswered({}, { notify: ['U0MINJUN', 'S0NIGHT', '<!channel>'] }),
    'unanswered-for-long': unanswered({ notes: [{ ...note, seenAt: at('11:40:00') }] }),
    'unanswered-taken-meanwhile': unanswered({ taken: hana }),
    'mute-begins': drawMuteLine(mute, muteView),
    'mute-begins-whole-door': drawMuteLine(wholeDoor, muteView),
    'mute-begins-everywhere': drawMuteLine(everywhere, muteView),
    'mute-ended-early': drawMuteLine(mute, muteView, { by: 'U0MINJUN', at: at('06:00:00') }),
    'mute-over': gathered({ why: 'muted', mute: mute.id, confesses: mute, tellAt: mute.until, rows: held }),
    'mute-over-nothing-hidden': gathered({ why: 'muted', mute: mute.id, confesses: mute, tellAt: mute.until }),
    'mute-over-early': gathered({
      why: 'muted',
      mute: mute.id,
      confesses: ended,
      tellAt: ended.until,
      rows: [...held, aRow(7, { kind: 'failures', count: 14, letIn: 1 }), aRow(8, { released: true })],
    }),
    'mute-over-of-an-older-version': gathered({ why: 'muted', mute: mute.id, tellAt: mute.until }),
    'quiet-hours-over': gathered({ why: 'quiet', tellAt: at('07:00:00'), rows: held }),
    'quiet-hours-over-two-places': gathered(
      { why: 'quiet', tellAt: at('07:00:00'), rows: [...held, aRow(7, { place: placeId('179') })] },
      { showPlace: true },
    ),
    'calm-once': gathered({ rows: calms(1) }),
    'calm-some': gathered({ rows: [...calms(4), { ...calm(5), released: true }] }),
    'calm-many': gathered({ rows: [{ ...calm(0), times: 120, people: [] }, ...calms(24)] }),
    'calm-hostile-names': gathered(
      { rows: calms(3).map((row, index) => ({ ...row, people: [{ name: HOSTILE_NAMES[index] ?? '' }] })) },
      { nameOfDoor: (_, id) => HOSTILE_NAMES[Number(id) - 178] },
    ),
    'reply-has-it': drawHasIt(hana, 'U0MINJUN', say, TOKYO),
    'reply-has-it-yourself': drawHasIt(hana, 'U0HANA', say, TOKYO),
    'reply-dismissed-already': drawDismissedAlready({ ...hana, why: 'known' }, say),
    'reply-too-slow': drawTooSlow(say),
    'reply-mute-is-over': drawMuteIsOver(say),
    'reply-mute-not-said': drawMuteNotSaid(muteBegins(mute, muteView), say),
    'reply-not-saved': drawNotSaved(say),
  };
}

function modalsIn(language: Language): Readonly<Record<string, ModalView>> {
  const view = aCard(anIncident(burst), { say: catalogueOf(language) });
  const asked = {
    desk: 'place/178',
    incident: incidentId('failures/178/181/1'),
    place: placeId('178'),
    topic: 'failures',
    severity: 'notable',
  } as const;
  const asking = { ...view, now: after(at('05:20:00'), 0), zone: openZone(TOKYO) };
  return {
    'modal-not-an-incident': drawDismissalModal('memo', view.say),
    'modal-mute': drawMuteModal('memo', { ...asking, asked: { ...asked, door: doorId('181') } }),
    'modal-mute-from-home': drawMuteModal('memo', {
      ...asking,
      asked: { ...asked, channels: [{ id: channelId('C0ALERTS'), name: '警備' }] },
    }),
    'modal-mute-long-name': drawMuteModal('memo', {
      ...asking,
      asked: { ...asked, door: doorId('181'), severity: 'severe' },
      nameOfDoor: () => '&'.repeat(300),
    }),
    ...rehearsedForms(language),
    'modal-mute-no-door': drawMuteModal('memo', { ...asking, asked: { ...asked, severity: 'calm' } }),
  };
}

export const MODALS: Readonly<Record<string, ModalView>> = inEveryLanguage((language) => ({
  ...modalsIn(language),
  ...accessModals(language),
}));
