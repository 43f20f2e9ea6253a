import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '../../../../src/door/ids.ts';
import type { ChannelState } from '../../../../src/incident/channel.ts';
import { channelId } from '../../../../src/incident/incident.ts';
import type { Subscription } from '../../../../src/incident/subscription.ts';
import { runCommand } from '../../../../src/slack/commands/index.ts';
import type { ChannelSight } from '../../../../src/slack/commands/ports.ts';
import { assertWithinLimits } from '../../messages/limits.ts';
import { ALERTS, aDesk, clue, MEMBER, NOW, OFFICE, ports, SEEN } from '../desk.ts';

/** A channel in which people type, what it hears then, and what was said in it. */
function aChannel(given: Partial<ChannelState> = {}, sight: ChannelSight = SEEN, refuses?: string) {
  const desk = aDesk(given);
  const said: string[] = [];
  let now = NOW;
  return {
    said,
    desk,
    hears: (): readonly Subscription[] => desk.state().subscriptions,
    type: async (text: string, locale = 'en-US'): Promise<string> => {
      now = instant(now + 1_000);
      const say = (message: { readonly text: string }): string | undefined => {
        if (refuses === undefined) said.push(message.text);
        return refuses;
      };
      const answer = await clue(text, {
        places: [OFFICE],
        now,
        asker: { ...MEMBER, locale },
        channels: { desk, sight, say },
      });
      assertWithinLimits(text, answer);
      return answer.text;
    },
  };
}

describe('/clue subscribe', () => {
  it('adds what is asked for, answers with the sentence, and says who did it', async () => {
    const channel = aChannel();
    const answer = await channel.type('subscribe unlocks door:front');
    assert.match(answer, /^🔔 This channel hears from now on: Every unlock, at Front door\.\nIts id is `s[0-9a-z]{4}`/);
    assert.deepEqual(channel.said, ['🔔 <@U1> had this channel hear: Every unlock, at Front door.']);
    assert.deepEqual(
      channel.hears().map(({ topics }) => topics),
      [['unlocks']],
    );
  });

  it('adds a second one for other kinds, and does not double the same', async () => {
    const channel = aChannel();
    await channel.type('subscribe unlocks door:front');
    await channel.type('subscribe failures door:front');
    assert.match(
      await channel.type('subscribe failures after:4 door:"Front door"'),
      /^🔔 This channel hears that already/,
    );
    assert.equal(new Set(channel.hears().map(({ id }) => id)).size, 2);
    assert.equal(channel.said.length, 2);
    await channel.type('subscribe failures door:front after:5');
    assert.equal(channel.hears().length, 3);
  });

  it('answers in the language of who asks, and speaks that of the channel', async () => {
    const channel = aChannel({ language: 'ja' });
    assert.match(
      await channel.type('subscribe unlocks', 'ko-KR'),
      /^🔔 이 채널의 구독을 추가했습니다\. 다음을 알립니다: 모든 잠금 해제/,
    );
    assert.deepEqual(channel.said, ['🔔 <@U1> さんが購読を追加しました。すべての解錠を通知します。']);
  });

  it('keeps a wish for a channel without the bot, lets it rest, and says how to invite it', async () => {
    const sights: readonly ChannelSight[] = [{ ...SEEN, isMember: false }, { kind: 'not-seen' }];
    for (const sight of sights) {
      const channel = aChannel({}, sight);
      assert.match(await channel.type('subscribe unlocks'), /⚠️ I am not in this channel yet.*`\/invite @CLUe`/);
      assert.equal(channel.hears().length, 1);
      assert.notEqual(channel.desk.state().restsSince, undefined);
      assert.deepEqual(channel.said, []);
    }
  });

  it('names nobody in a channel shared with another company, nor where Slack does not say, and says so', async () => {
    const shared = aChannel({}, { ...SEEN, isShared: true });
    assert.match(
      await shared.type('subscribe unlocks person:jack names:full'),
      /^🔔 .*\n⚠️ .*shared with another company/,
    );
    assert.deepEqual(
      shared.hears().map(({ names }) => names),
      [undefined],
      'what was asked for is kept, for when the channel is the company’s own again',
    );
    await shared.type('unsubscribe all');
    assert.match(shared.said.join('\n'), /had this channel hear: .*no names\.\n.*not hear any more: .*no names\./);
    assert.doesNotMatch(shared.said.join(), /Jack/);
    for (const sight of [{ kind: 'unknown', word: 'timeout' }, { kind: 'not-seen' }] as const) {
      const unknown = aChannel({}, sight);
      assert.match(await unknown.type('subscribe unlocks person:jack'), /⚠️ Slack did not say whether/);
      assert.match(await unknown.type('subscriptions'), /^⚠️ Slack did not say whether|\n⚠️ Slack did not say whether/);
      assert.doesNotMatch(unknown.said.join(), /Jack/);
    }
    assert.match(await shared.type('subscriptions'), /⚠️ This channel is shared with another company/);
  });

  it('says where everybody else could not be told', async () => {
    const channel = aChannel({}, SEEN, 'restricted_action');
    assert.match(
      await channel.type('subscribe unlocks'),
      /⚠️ I could not say so in the channel: Slack answers `restricted_action`/,
    );
    assert.equal(channel.hears().length, 1);
  });

  it('points at what it does not understand, in each language, and changes nothing', async () => {
    const channel = aChannel();
    assert.match(
      await channel.type('subscribe unlok'),
      /I do not know what `unlok` means.*\n.*Did you mean `\/clue subscribe unlock`\?/,
    );
    assert.match(
      await channel.type('subscribe unlok', 'ja-JP'),
      /`unlok` の意味が分かりません.*\n.*もしかして: `\/clue subscribe unlock`/,
    );
    assert.match(await channel.type('subscribe notify:@anna', 'ko-KR'), /`@anna` 값이 누구인지/);
    assert.deepEqual([channel.hears(), channel.said], [[], []]);
  });

  it('is not for a talk between people', async () => {
    const talk = channelId('D0HANA');
    const texts = ['subscribe unlocks', 'unsubscribe all', 'subscriptions', 'quiet 22-7', 'digest 9:00', 'language ja'];
    for (const text of [...texts, 'rehearse unlocks']) {
      const answer = await runCommand({ text, asker: MEMBER, channel: talk }, ports(), NOW);
      assert.match(answer.text, /This is a talk between people/, text);
    }
  });

  it('opens a form when nothing is named, and says how to type it where Slack opens none', async () => {
    assert.match(
      (await clue('subscribe', { opens: (view) => view.callback_id === 'wish-form' })).text,
      /^The form is open/,
    );
    assert.match((await clue('subscribe', { opens: () => false })).text, /^⚠️ Slack did not open the form/);
  });
});

describe('/clue unsubscribe', () => {
  const both = async () => {
    const channel = aChannel();
    await channel.type('subscribe unlocks failures after:2');
    await channel.type('subscribe unlocks door:front');
    channel.said.length = 0;
    return channel;
  };
  const kindsOf = (channel: Awaited<ReturnType<typeof both>>) => channel.hears().map(({ topics }) => topics);

  it('takes kinds away wherever they are, and says what went', async () => {
    const channel = await both();
    assert.match(
      await channel.type('unsubscribe unlocks'),
      /^🔕 This channel does not hear any more: Every unlock\.\n🔕 .*Every unlock, at Front door\./,
    );
    assert.deepEqual(kindsOf(channel), [['failures']]);
    assert.equal(channel.hears()[0]?.after, 2);
    assert.equal(channel.said.length, 1);
    assert.match(channel.said[0] ?? '', /<@U1> had this channel not hear any more/);
  });

  it('takes the one with an id, the one with these filters, or all of them', async () => {
    const channel = await both();
    const [first] = channel.hears();
    await channel.type(`unsubscribe ${first?.id}`);
    assert.deepEqual(kindsOf(channel), [['unlocks']]);
    await channel.type('unsubscribe unlocks door:back');
    assert.deepEqual(kindsOf(channel), [['unlocks']]);
    await channel.type('unsubscribe unlocks door:front');
    assert.deepEqual(kindsOf(channel), []);
    const other = await both();
    await other.type('unsubscribe all');
    assert.deepEqual(kindsOf(other), []);
  });

  it('forgets the count of failures with the failures', async () => {
    const channel = await both();
    await channel.type('unsubscribe failures');
    assert.deepEqual(
      channel.hears().map(({ after }) => after),
      [undefined, undefined],
    );
  });

  it('says so where there is nothing of that, and where there is no such id', async () => {
    const channel = await both();
    assert.match(await channel.type('unsubscribe blind'), /nothing was removed/);
    assert.match(await channel.type('unsubscribe s9zz9'), /no subscription `s9zz9`/);
    assert.match(await channel.type('unsubscribe'), /^This channel hears:/);
    assert.equal(channel.hears().length, 2);
    assert.deepEqual(channel.said, []);
  });
});

describe('/clue quiet and /clue language', () => {
  it('sets, shows and ends quiet hours', async () => {
    const channel = aChannel();
    assert.match(await channel.type('quiet'), /no quiet hours/);
    assert.match(await channel.type('quiet 22:00-07:00'), /^🔕 Quiet hours: 22:00–07:00 Tokyo time\./);
    assert.deepEqual(channel.desk.state().quiet, { from: 1_320, to: 420 });
    assert.match(await channel.type('quiet'), /^🔕 Quiet hours: 22:00–07:00/);
    assert.match(await channel.type('quiet off'), /no quiet hours/);
    assert.equal(channel.desk.state().quiet, undefined);
    assert.equal(channel.said.length, 2);
  });

  it('takes days, and outside of hours as their rest', async () => {
    const channel = aChannel();
    await channel.type('quiet 22時〜7時 days:月-金');
    assert.deepEqual(channel.desk.state().quiet, { from: 1_320, to: 420, days: [1, 2, 3, 4, 5] });
    await channel.type('quiet outside:09:00-18:00');
    assert.deepEqual(channel.desk.state().quiet, { from: 1_080, to: 540 });
  });

  it('points at what are no hours, and leaves those that are set', async () => {
    const channel = aChannel({ quiet: { from: 1_320, to: 420 } });
    for (const text of [
      'quiet late',
      'quiet 9-9',
      'quiet 0-24',
      'quiet mon',
      'quiet door:front',
      'quiet 22-7 23-6',
      'quiet off 22-7',
    ]) {
      assert.match(await channel.type(text), /^🤔 /, text);
    }
    assert.deepEqual(channel.desk.state().quiet, { from: 1_320, to: 420 });
    assert.deepEqual(channel.said, []);
  });

  it('sets the channel’s language by its code or any of its names', async () => {
    const channel = aChannel();
    for (const [text, language] of [
      ['ja', 'ja'],
      ['한국어', 'ko'],
      ['english', 'en'],
      ['日本語', 'ja'],
    ] as const) {
      await channel.type(`language ${text}`);
      assert.equal(channel.desk.state().language, language);
    }
    assert.match(channel.said.at(-1) ?? '', /日本語にしました/);
    assert.match(await channel.type('language'), /^このチャンネルの言語は日本語です/);
    assert.match(await channel.type('language fr'), /I do not speak `fr`/);
    assert.match(await channel.type('language en please'), /I do not speak `please`/);
  });
});

describe('/clue subscriptions', () => {
  it('lists what the channel hears, its mutes and what they hid, and when it is quiet, with a button for each', async () => {
    const channel = aChannel({
      subscriptions: [{ channel: ALERTS, id: 'usual', topics: ['failures'] }],
      mutes: [
        { id: 'm1', topic: 'failures', severity: 'notable', since: NOW, until: instant(NOW + 3_600_000), by: 'U1' },
      ],
      quiet: { from: 1_320, to: 420 },
      restsSince: NOW,
    });
    const answer = await clue('subscriptions', { places: [OFFICE], channels: { desk: channel.desk } });
    assert.match(answer.text, /^⛔ Slack takes no messages/);
    assert.match(answer.text, /Failures from 4 on\. `usual`/);
    assert.match(answer.text, /🔇 Muted: failures, until .*; nothing hidden so far/);
    assert.match(answer.text, /🔕 Quiet hours: 22:00–07:00/);
    const buttons = answer.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    assert.deepEqual(
      buttons.map((one) => one.action_id),
      ['change-wish', 'remove-wish', 'end-mute-listed'],
    );
    assert.ok(buttons[1]?.type === 'button' && buttons[1].confirm !== undefined);
  });

  it('stays a message that Slack takes, however much a channel hears', async () => {
    const channel = aChannel({
      subscriptions: Array.from({ length: 60 }, (_, index) => ({
        channel: ALERTS,
        id: `s${index}`,
        topics: ['failures'],
        after: index + 1,
      })),
      mutes: Array.from({ length: 20 }, (_, index) => ({
        id: `m${index}`,
        severity: 'notable',
        since: NOW,
        until: instant(NOW + 3_600_000),
        by: 'U1',
      })),
    });
    assert.match(await channel.type('subscriptions'), /… and 60 more\./);
  });
});
