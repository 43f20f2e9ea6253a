import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ModalView } from '@slack/types';
import { openZone } from '../../../src/door/zone.ts';
import { newChannel } from '../../../src/incident/channel.ts';
import type { AnswerPorts } from '../../../src/slack/actions/answer-ports.ts';
import { askWhyNot } from '../../../src/slack/actions/dismiss.ts';
import { readMemo } from '../../../src/slack/actions/modal-memo.ts';
import { askWhatToMute, muted } from '../../../src/slack/actions/mute.ts';
import type { Member } from '../../../src/slack/commands/asker.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { ALERTS, MEMBER, NOW } from '../commands/desk.ts';
import { anIncident } from '../messages/given.ts';

const BURST = anIncident({
  kind: 'failures',
  count: 5,
  firstAt: at('11:58:00'),
  lastAt: at('11:59:00'),
  entries: [],
});

/** A workspace whose configuration says Japanese, and the modals that were opened in it. */
function aWorkspace(member: Member) {
  const opened: ModalView[] = [];
  const ports: AnswerPorts = {
    asker: async () => member,
    find: () => BURST,
    answer: async () => undefined,
    channel: async () => ({ state: () => newChannel(ALERTS), send: async () => undefined }),
    talk: {
      openModal: async (_, view) => void opened.push(view),
      post: async () => undefined,
      edit: async () => undefined,
      whisper: async () => undefined,
      write: async () => undefined,
    },
    names: { nameOfPlace: () => undefined, nameOfDoor: () => undefined, showPlace: false, timeZone: 'Asia/Tokyo' },
    zone: openZone('Asia/Tokyo'),
    language: 'ja',
    now: () => NOW,
    log: { error: () => undefined, warn: () => undefined },
  };
  return { ports, opened };
}

const pressed = (value: string) => ({ value, userId: MEMBER.userId, channel: ALERTS, triggerId: 't1' });
const ABOUT = ['place-178', BURST.id];
const MUTE = JSON.stringify([...ABOUT, '178', '181', 'failures', 'notable']);

describe('a modal under a card', () => {
  for (const [locale, language] of [
    [undefined, 'ja'],
    ['ko-KR', 'ko'],
  ] as const) {
    const member: Member = { ...MEMBER, ...(locale !== undefined && { locale }) };

    it(`remembers that it was opened in ${language}, where Slack says ${locale ?? 'no language'}`, async () => {
      const { ports, opened } = aWorkspace(member);
      await askWhatToMute(pressed(MUTE), ports);
      await askWhyNot(pressed(JSON.stringify(ABOUT)), ports);
      assert.deepEqual(
        opened.map((view) => readMemo(view.private_metadata ?? '')?.language),
        [language, language],
      );
    });

    it(`says in ${language} what is wrong with it, where Slack says ${locale ?? 'no language'}`, async () => {
      const { ports, opened } = aWorkspace(member);
      await askWhatToMute(pressed(MUTE), ports);
      const metadata = opened[0]?.private_metadata ?? '';
      const filled = { 'how-long': { 'how-long': { selected_option: { value: 'picked' } } } };
      const judged = muted(ports)({ userId: MEMBER.userId, filled, metadata, id: 'm1' });
      assert.ok(!judged.ok);
      assert.deepEqual(Object.values(judged.errors), [catalogueOf(language).answersToCards.mute.needsTime]);
    });
  }
});
