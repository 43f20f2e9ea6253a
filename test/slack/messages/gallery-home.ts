import type { HomeView } from '@slack/types';
import { doorId, eventId, instant, placeId } from '../../../src/door/ids.ts';
import { channelId } from '../../../src/incident/incident.ts';
import type { Language } from '../../../src/incident/language.ts';
import { onHome } from '../../../src/slack/messages/answer-buttons.ts';
import { drawCard } from '../../../src/slack/messages/card.ts';
import { drawClosedHome, drawHome, type HomeTab } from '../../../src/slack/messages/home.ts';
import { muteInWords } from '../../../src/slack/messages/mute-line.ts';
import { subscriptionInWords } from '../../../src/slack/messages/wishes/sentence.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { inEveryLanguage } from './gallery-languages.ts';
import { aCard, anIncident, entry, SHIBUYA_STORE, TEST_DOOR, TOKYO } from './given.ts';

const channel = channelId('C0ALERTS');
const now = at('12:00:30');
const testDoor = { place: placeId('178'), door: doorId('181') };

function homesIn(language: Language): Readonly<Record<string, HomeView>> {
  const say = catalogueOf(language);
  const burst = anIncident({
    kind: 'failures',
    count: 14,
    firstAt: at('05:12:06'),
    lastAt: at('05:13:16'),
    entries: [entry('EBISU', at('05:13:19'))],
  });
  const card = aCard(burst, { say });
  const drawn = drawCard(card);
  const buttons = drawn.blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((one) => (one.type === 'button' ? onHome(one, [{ id: channel, name: '警備' }]) : []));
  const naming = {
    say,
    timeZone: TOKYO,
    showPlace: false,
    nameOfDoor: () => 'testDoor',
    nameOfPlace: () => undefined,
    nameOfPerson: () => 'Jack',
  };
  const empty: HomeTab = {
    say,
    role: 'operator',
    named: 0,
    now,
    timeZone: TOKYO,
    places: 1,
    troubles: 0,
    doors: [],
    open: [],
    mutes: [],
    wishes: [],
  };
  const relay = { id: eventId('1'), at: at('12:00:00'), kind: 'locked', code: 'DEV_DOOR_RELAY_OFF' } as const;
  const wish = { channel, id: 'usual', topics: ['failures', 'unlocks'], doors: [testDoor], names: 'initials' } as const;
  const words = subscriptionInWords(wish, naming, 'asker');
  const full: HomeTab = {
    ...empty,
    troubles: 1,
    doors: [{ door: TEST_DOOR, place: SHIBUYA_STORE, relay, last: relay }],
    open: [{ words: drawn.text, buttons }],
    mutes: [
      {
        channel,
        what: muteInWords({ door: testDoor, topic: 'failures' }, card),
        until: instant(now + 3_600_000),
        hidden: 2,
      },
      { channel, what: muteInWords({ topic: 'unlocks' }, card), until: instant(now + 3_600_000), hidden: 0 },
    ],
    wishes: [{ channel, words: [words] }],
  };
  return {
    'home-empty': drawHome(empty),
    'home-full': drawHome(full),
    'home-more': drawHome({
      ...full,
      doors: Array.from({ length: 33 }, () => full.doors).flat(),
      open: Array.from({ length: 14 }, () => full.open).flat(),
      wishes: [{ channel, words: Array.from({ length: 23 }, () => `${words} ${'0'.repeat(1_000)}`) }],
    }),
    'home-viewer': drawHome({ ...empty, role: 'viewer' }),
    'home-admin': drawHome({
      ...empty,
      role: 'admin',
      access: {
        defaultRole: 'operator',
        given: [
          { whom: 'U0HANA', role: 'admin' },
          { whom: 'S0NIGHT', role: 'viewer', by: 'U0HANA' },
        ],
        allowed: [{ channel, by: 'U0HANA' }],
      },
    }),
    'home-closed': drawClosedHome(say),
  };
}

/** The Home tab in every state: name -> view. Each has a golden file of this name. */
export const HOMES: Readonly<Record<string, HomeView>> = inEveryLanguage(homesIn);
