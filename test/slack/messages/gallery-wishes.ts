import { doorId, instant, personId, placeId } from '../../../src/door/ids.ts';
import { type ChannelState, newChannel } from '../../../src/incident/channel.ts';
import { channelId } from '../../../src/incident/incident.ts';
import type { Language } from '../../../src/incident/language.ts';
import type { Subscription } from '../../../src/incident/subscription.ts';
import { TOPICS, USUAL_TOPICS } from '../../../src/incident/topic.ts';
import { subscribe } from '../../../src/slack/commands/wishes/subscribe.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { drawSubscriptions } from '../../../src/slack/messages/wishes/list.ts';
import type { Naming } from '../../../src/slack/messages/wishes/sentence.ts';
import { drawSubscribed } from '../../../src/slack/messages/wishes/subscribed.ts';
import { drawUnclearWish, type UnclearWish } from '../../../src/slack/messages/wishes/unclear-wish.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { SHIBUYA_STORE, TEST_DOOR, TOKYO } from './given.ts';

const channel = channelId('C0ALERTS');
const now = at('12:00:30');
const testDoor = { place: placeId('178'), door: doorId('181') };
const nameless = { place: placeId('178'), door: doorId('182') };

const USUAL: Subscription = { channel, id: 'usual', topics: USUAL_TOPICS };
const NARROW: Subscription = {
  channel,
  id: 's0k3f',
  topics: ['failures', 'let-in-after-failures'],
  doors: [testDoor],
  notPeople: [personId('34567')],
  hours: { from: 1_320, to: 420, days: [1, 2, 3, 4, 5] },
  after: 2,
  names: 'initials',
  notify: ['U0ANNA', 'S0GUARDS'],
};
const OUTSIDE: Subscription = {
  channel,
  id: 's0k3g',
  topics: TOPICS,
  places: [placeId('178')],
  notDoors: [nameless],
  hours: { from: 540, to: 1_080, outside: true },
  names: 'none',
};

const UNCLEAR: readonly UnclearWish[] = [
  { kind: 'unknown-word', word: 'unlok' },
  { kind: 'no-such-door', word: 'lobby', known: [{ door: TEST_DOOR, place: SHIBUYA_STORE }] },
  {
    kind: 'several-doors',
    word: '181',
    candidates: [
      { door: TEST_DOOR, place: SHIBUYA_STORE },
      { door: { id: '182' }, place: { id: '179' } },
    ],
  },
  { kind: 'no-such-place', word: 'x', known: [SHIBUYA_STORE, { id: '179' }] },
  { kind: 'several-places', word: '17', candidates: [SHIBUYA_STORE, { id: '179' }] },
  { kind: 'no-such-person', word: 'x' },
  { kind: 'several-people', word: 'j', candidates: [{ id: '34567', name: 'Jack' }, { id: '1' }] },
  { kind: 'not-hours', word: 'hours:9-9' },
  { kind: 'not-days', word: 'days:x' },
  { kind: 'not-a-number', word: 'after:0' },
  { kind: 'not-names', word: 'names:x' },
  { kind: 'not-notify', word: '@anna' },
  { kind: 'not-a-digest', word: 'hourly' },
  { kind: 'not-a-past', word: 'last 31d' },
  { kind: 'not-a-language', word: 'fr' },
  { kind: 'after-without-failures', word: 'after:3' },
  { kind: 'blind-is-everywhere', word: 'door:181' },
  { kind: 'both-ways', word: 'testDoor' },
  { kind: 'never', word: 'outside:0-24' },
  { kind: 'given-twice', word: 'hours:9-10' },
  { kind: 'nothing-after', word: 'door:' },
  { kind: 'not-what', word: 'not' },
  { kind: 'no-such-subscription', word: 's9zz9' },
];

/** Answers about what a channel wishes for, in every state. */
export function wishAnswers(language: Language): Readonly<Record<string, Message>> {
  const say = catalogueOf(language);
  const naming: Naming = {
    say,
    timeZone: TOKYO,
    showPlace: true,
    nameOfDoor: ({ door }) => (door === testDoor.door ? 'testDoor' : undefined),
    nameOfPlace: () => 'Shibuya store',
    nameOfPerson: () => 'Jack',
  };
  const { wishes } = say;
  const list = (
    state: Partial<ChannelState>,
    notes: readonly string[] = [],
    leftOut: readonly string[] = [],
  ): Message =>
    drawSubscriptions({ state: { ...newChannel(channel), ...state }, naming, language, now, notes, leftOut });
  const unclear = (one: UnclearWish): Message =>
    drawUnclearWish({
      unclear: one,
      typed: `/clue subscribe ${one.word}`,
      nearest: '/clue subscribe unlocks',
      command: subscribe,
      showPlace: true,
      say,
    });
  return {
    'wish-subscribed': drawSubscribed({ kind: 'subscribed', subscription: NARROW, notes: [] }, naming),
    'wish-changed': drawSubscribed({ kind: 'changed', subscription: OUTSIDE, notes: [wishes.namesLeftOut] }, naming),
    'wish-already': drawSubscribed({ kind: 'already', subscription: USUAL, notes: [] }, naming),
    'wish-not-invited': drawSubscribed(
      { kind: 'subscribed', subscription: USUAL, notes: [wishes.notInvited, wishes.sharingUnknown] },
      naming,
    ),
    'wish-not-said': drawSubscribed(
      { kind: 'subscribed', subscription: USUAL, notes: [wishes.notSaid('`restricted_action`')] },
      naming,
    ),
    'wishes-none': list({}),
    'wishes-shared': list({ subscriptions: [USUAL] }, [], [wishes.namesLeftOut]),
    'wishes-sharing-unknown': list({ subscriptions: [USUAL] }, [], [wishes.sharingUnknown]),
    'wishes-many': list({
      subscriptions: [USUAL, NARROW, OUTSIDE],
      mutes: [
        { id: 'm1', door: testDoor, severity: 'notable', since: now, until: instant(now + 7_200_000), by: 'U1' },
        { id: 'm2', topic: 'unlocks', severity: 'calm', since: now, until: instant(now + 7_200_000), by: 'U1' },
        {
          id: 'm3',
          door: testDoor,
          topic: 'failures',
          severity: 'notable',
          since: now,
          until: instant(now + 7_200_000),
          by: 'U1',
        },
      ],
      quiet: { from: 1_320, to: 420 },
      digest: { minute: 540, weekday: 1, dueAt: instant(now + 86_400_000), from: now },
      language,
    }),
    'wishes-rest': list({ subscriptions: [USUAL], restsSince: now }, [wishes.gone]),
    ...Object.fromEntries(UNCLEAR.map((one) => [`unclear-wish-${one.kind}`, unclear(one)])),
  };
}
