import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardDrawing } from '../src/card-drawing.ts';
import { after, placeId } from '../src/door/ids.ts';
import type { Part } from '../src/incident/card.ts';
import { type ChannelMessage, newChannel, updateChannel } from '../src/incident/channel.ts';
import type { Failures } from '../src/incident/door-facts.ts';
import type { Card, Incident } from '../src/incident/incident.ts';
import { channelId } from '../src/incident/incident.ts';
import type { Language } from '../src/incident/language.ts';
import type { NamesShown } from '../src/incident/subscription.ts';
import { namesNow } from '../src/names-now.ts';
import { anIncident, entry } from './slack/messages/given.ts';
import { UTC } from './support/place-spec.ts';
import { at } from './support/rows.ts';

const SEEN = at('05:13:17');
const channel = channelId('C0ALERTS');
const burst: Failures = {
  kind: 'failures',
  count: 14,
  firstAt: at('05:12:06'),
  lastAt: at('05:13:16'),
  entries: [entry('EBISU', at('05:13:19'))],
};
const tsOf = (moment: number): string => `${moment / 1_000}`;

/** What the channel reads of a burst that the bot saw at once, whose card stands so, two hours later. */
function drawn(
  card: Partial<Card>,
  {
    isGathered = false,
    isOwn = true,
    part = 'card' as Part,
    chosen = undefined as Language | undefined,
    usual = 'en' as Language,
    wishes = [] as readonly ChannelMessage[],
  } = {},
) {
  const incident: Incident = anIncident(burst, {
    openedAt: SEEN,
    cards: [{ channel, told: 1, generation: 0, ...card }],
    notes: [
      { part: 'let-in', revision: 2, seenAt: SEEN },
      { part: 'unanswered', revision: 3, seenAt: after(SEEN, 960_000) },
    ],
  });
  const draw = cardDrawing({
    names: namesNow({ places: [{ id: placeId('178'), name: 'Shibuya store' }], timeZone: 'Asia/Tokyo' }, new Map()),
    cards: { find: () => incident, isGathered: () => isGathered },
    mayName: () => isOwn,
    channel: () => ({
      ...wishes.reduce((state, wish) => updateChannel(state, wish, SEEN, UTC).state, newChannel(channel)),
      ...(chosen !== undefined && { language: chosen }),
    }),
    language: usual,
    now: () => after(SEEN, 7_200_000),
  });
  return draw({ desk: 'place/178', incident: incident.id, channel }, part);
}
const textOf = (...how: Parameters<typeof drawn>): string => drawn(...how)?.message.text ?? '';

describe('how late a message says that it is', () => {
  it('counts until Slack took it, however often it is edited later', () => {
    assert.doesNotMatch(textOf({ ts: tsOf(after(SEEN, 59_000)) }), /late/);
    assert.match(textOf({ ts: tsOf(after(SEEN, 61_000)) }), /🕰️ told 1 min 1 s late: Slack did not take it sooner/);
  });

  it('counts until now while Slack has not taken it', () => {
    assert.match(textOf({}), /told 2 h late/);
  });

  it('is not counted from the beginning for a card that was posted anew after somebody deleted it', () => {
    assert.doesNotMatch(textOf({ generation: 1 }), /late/);
  });

  it('is not blamed on Slack where a message of many told of it before, nor does it count as a delay', () => {
    assert.doesNotMatch(textOf({}, { isGathered: true }), /late/);
    assert.equal(drawn({}, { isGathered: true })?.openedAt, undefined);
    assert.equal(drawn({})?.openedAt, SEEN);
  });

  it('is the reply’s own, not its card’s', () => {
    const card = { ts: tsOf(after(SEEN, 1_000)), posted: 1 };
    assert.match(textOf(card, { part: 'let-in' }), /^🚨 EBISU was let in .* told 2 h late/);
  });
});

describe('a card’s language', () => {
  const taken = { ts: tsOf(after(SEEN, 1_000)) };

  it('is the one that its channel chose, else the usual one', () => {
    assert.match(textOf(taken), /^🔴 14 authentication failures at door 181 · Then EBISU was let in/);
    assert.match(textOf(taken, { chosen: 'ja' }), /^🔴 出入口 181 で認証失敗 14 回 · .*EBISU さんが入室しました/);
    assert.match(textOf(taken, { usual: 'ko' }), /^🔴 출입문 181에서 인증 실패 14회 · .*EBISU 님이 출입했습니다/);
    assert.match(textOf(taken, { usual: 'ko', chosen: 'en' }), /^🔴 14 authentication failures/);
  });

  it('is that of the replies in its thread, too', () => {
    assert.match(
      textOf({ ...taken, posted: 1 }, { part: 'let-in', chosen: 'ja' }),
      /^🚨 EBISU さんが入室：出入口 181 で/,
    );
  });
});

describe('the people on a card', () => {
  const wish = (names: NamesShown): ChannelMessage => ({
    kind: 'subscribe',
    subscription: { channel, id: 'a', topics: ['failures'], names },
  });

  it('are named as the card was begun, or as the channel wishes now, whichever shows less', () => {
    assert.match(textOf({}, { wishes: [wish('full')] }), /EBISU/);
    assert.doesNotMatch(textOf({}, { wishes: [wish('none')] }), /EBISU/);
    assert.doesNotMatch(textOf({}, { wishes: [wish('none')], part: 'let-in' }), /EBISU/);
    assert.doesNotMatch(textOf({ names: 'none' }, { wishes: [wish('full')] }), /EBISU/);
  });

  it('stay unnamed where the channel gives up the subscription that wished so', () => {
    assert.doesNotMatch(textOf({}, { wishes: [wish('none'), { kind: 'unsubscribe' }] }), /EBISU/);
  });
});

describe('a reminder', () => {
  it('calls whom the card’s own subscription names, and counts from when the channel was told', () => {
    const card = { ts: tsOf(after(SEEN, 60_000)), posted: 1, notify: ['U0OLIVER', 'S0NIGHT'] };
    const text = textOf(card, { part: 'unanswered' });
    assert.match(text, /^⏰ Nobody has answered for 15 min: .*14 authentication failures at door 181/);
    assert.match(text, /\n<@U0OLIVER> <!subteam\^S0NIGHT>$/);
  });
});
