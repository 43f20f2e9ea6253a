import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeId } from '../../../src/door/ids.ts';
import { guardButtons } from '../../../src/slack/actions/guard.ts';
import { ANSWER_BUTTONS, type AnswerButton, answerButtons } from '../../../src/slack/actions/press-answer.ts';
import { askedOf, askedValue } from '../../../src/slack/commands/answers/asked.ts';
import type { Asker } from '../../../src/slack/commands/asker.ts';
import {
  ASK_CSV,
  ASK_FAILURES,
  ASK_NEWER,
  ASK_OLDER,
  ASK_SHARE,
  SHARE_NAMED,
  SHARE_UNNAMED,
} from '../../../src/slack/messages/action-ids.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { at, authenticated, authFailed, EBISU, relayOff, relayOn } from '../../support/rows.ts';
import {
  ALERTS,
  aLog,
  clue,
  MEMBER,
  NOW,
  OFFICE,
  type PortsChange,
  ports,
  SEEN,
  SHIBUYA,
  tableOf,
} from '../commands/desk.ts';
import { assertWithinLimits } from '../messages/limits.ts';

const ROWS = [
  ...Array.from({ length: 25 }, (_, index) => authFailed(at('07:00:00'), { id: String(100 + index) })),
  authenticated(EBISU, at('09:00:00'), { id: '201' }),
  relayOn(at('09:00:00.05'), { id: '202' }),
  relayOff(at('09:00:03'), { id: '203' }),
];

/** What each button under an answer carries, by its action. */
function buttonsOf({ blocks }: Message): Readonly<Record<string, string>> {
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  return Object.fromEntries(
    elements.flatMap((one) => (one.type === 'button' ? [[one.action_id ?? '', one.value ?? '']] : [])),
  );
}
const press = async (
  button: AnswerButton,
  value: string | undefined,
  { asker = MEMBER, ...change }: PortsChange & { readonly asker?: Asker } = {},
): Promise<Message> => {
  const guarded = guardButtons(answerButtons(), {
    asker: async () => asker,
    commands: ports({ log: aLog(ROWS), ...change }),
    now: () => NOW,
    write: async () => {},
  });
  const answer = await guarded[button]?.run({ value: value ?? '', userId: 'U1', channel: ALERTS, triggerId: '1.1' });
  return answer ?? assert.fail('no answer');
};

describe('the buttons under an answer', () => {
  it('turn the pages of the newest rows, of which none is shown twice or skipped', async () => {
    const seen: string[] = [];
    let answer = await clue('recent 10', { log: aLog(ROWS) });
    for (let page = 0; page < 3; page += 1) {
      seen.push(...tableOf(answer).map(([time, , what]) => `${time} ${what}`));
      const { [ASK_OLDER]: older } = buttonsOf(answer);
      if (older === undefined) break;
      answer = await press(ASK_OLDER, older);
    }
    assert.equal(seen.length, 28);
    assert.equal(buttonsOf(answer)[ASK_OLDER], undefined, 'there is nothing older');
    const newer = await press(ASK_NEWER, buttonsOf(answer)[ASK_NEWER]);
    assert.equal(tableOf(newer).length, 10);
    assert.match(newer.text, /^10 rows of all doors, newest first/);
  });

  it('skip nothing where a row came late, with the time of hours ago', async () => {
    const late = authFailed(at('01:00:00'), { id: '204' });
    const log = aLog([...ROWS, late]);
    const first = await clue('recent 5', { log });
    const { [ASK_OLDER]: older } = buttonsOf(first);
    const second = await press(ASK_OLDER, older, { log });
    const times = [...tableOf(first), ...tableOf(second)].map(([time]) => Number(time) * 1_000);
    assert.equal(times.filter((time) => time === at('01:00:00')).length, 1);
    assert.equal(times.filter((time) => time === at('07:00:00')).length, 6);
  });

  it('ask for the day before, and the day after that again', async () => {
    const today = await clue('who-entered', { log: aLog(ROWS) });
    assert.equal(buttonsOf(today)[ASK_NEWER], undefined, 'tomorrow is yet to come');
    const before = await press(ASK_OLDER, buttonsOf(today)[ASK_OLDER]);
    assert.match(before.text, /Thu 19 Nov 2026.*: nobody entered/);
    const again = await press(ASK_NEWER, buttonsOf(before)[ASK_NEWER]);
    assert.match(again.text, /Fri 20 Nov 2026[\s\S]*1 entry/);
  });

  it('ask for failures alone, of the same time and door', async () => {
    const answer = await press(
      ASK_FAILURES,
      buttonsOf(await clue('who-entered testDoor', { log: aLog(ROWS) }))[ASK_FAILURES],
    );
    assert.match(answer.text, /^Failures at testDoor, Fri 20 Nov 2026/);
    assert.match(answer.text, /Not let in 25 times/);
    assert.equal(buttonsOf(answer)[ASK_FAILURES], undefined);
    assertWithinLimits('failures', answer);
  });

  it('send the rows as CSV to whoever pressed', async () => {
    const sent: string[] = [];
    const send = (user: string, name: string): undefined => {
      sent.push(`${user} ${name}`);
    };
    const { [ASK_CSV]: csv } = buttonsOf(await clue('who-entered', { log: aLog(ROWS) }));
    assert.match((await press(ASK_CSV, csv, { send })).text, /2 rows are in our direct message/);
    assert.deepEqual(sent, ['U1 clue-entries-2026-11-20.csv']);
  });

  it('mean the same when the bot was restarted, and the same day when they are pressed on another', async () => {
    const { [ASK_CSV]: value = '' } = buttonsOf(await clue('count failures testDoor per door', { log: aLog(ROWS) }));
    const asked = askedOf(value, [SHIBUYA]);
    assert.equal(asked?.door?.id, '181');
    assert.deepEqual(asked?.span?.said, { kind: 'day', day: '2026-11-20' });
    assert.equal(asked === undefined ? '' : askedValue(asked, [SHIBUYA]), value);
  });

  it('answer politely when they are old, broken, or of a place that is not watched any more', async () => {
    const { [ASK_CSV]: value = '' } = buttonsOf(
      await clue('recent place:178', { places: [SHIBUYA, OFFICE], log: aLog(ROWS) }),
    );
    for (const button of ANSWER_BUTTONS) {
      for (const old of [
        '',
        'x',
        '[]',
        '["recent"]',
        '["person",0,0,0,0,0,0,0,0,0,"UTC"]',
        '["recent",["999"],0,0,0,0,0,0,0,0,"UTC"]',
        '["recent",0,0,0,0,0,0,0,0,0,"Nowhere"]',
      ]) {
        assert.match((await press(button, old)).text, /too old/, `${button} ${old}`);
      }
    }
    assert.match((await press(ASK_CSV, value, { places: [OFFICE] })).text, /too old/);
  });

  it('say so where a question is too long for them', async () => {
    const place = (id: number) => ({ ...SHIBUYA, id: placeId(`${'9'.repeat(20)}${id}`) });
    const all = Array.from({ length: 101 }, (_, index) => place(index));
    const [first, ...most] = all;
    assert.ok(first !== undefined);
    const asked = { ask: 'recent', places: most, scope: { places: most, showPlace: true }, timeZone: 'UTC' } as const;
    assert.equal(askedValue(asked, all), undefined);
    assert.ok((askedValue({ ...asked, places: all }, all)?.length ?? 9_999) <= 2_000);
  });

  it('give nothing to guests and people of other companies', async () => {
    const { [ASK_CSV]: value } = buttonsOf(await clue('who-entered', { log: aLog(ROWS) }));
    for (const kind of ['guest', 'other-company', 'not-a-person'] as const) {
      for (const button of ANSWER_BUTTONS) {
        assert.doesNotMatch((await press(button, value, { asker: { kind } })).text, /EBISU|rows/, `${button} ${kind}`);
      }
    }
  });
});

describe('sharing an answer', () => {
  const said: Message[] = [];
  const read = (): string => said[0]?.text ?? '';
  const say = (message: Message): undefined => {
    said.push(message);
  };
  const share = async (text: string) => buttonsOf(await clue(text, { log: aLog(ROWS) }))[ASK_SHARE];
  const shared = async (
    button: AnswerButton,
    value: string | undefined,
    sight: NonNullable<PortsChange['channels']>['sight'],
  ) => {
    said.length = 0;
    return await press(button, value, { channels: { say, ...(sight !== undefined && { sight }) } });
  };

  it('asks first where people are named, and then names them', async () => {
    const answer = await shared(ASK_SHARE, await share('who-entered'), SEEN);
    assert.match(answer.text, /Everybody in <#C0ALERTS> would see these people’s names/);
    assert.deepEqual(said, []);
    const { [SHARE_NAMED]: named, [SHARE_UNNAMED]: unnamed } = buttonsOf(answer);
    assert.match((await shared(SHARE_NAMED, named, SEEN)).text, /Shared in/);
    assert.match(read(), /EBISU[\s\S]*Shared by <@U1>$/);
    assert.deepEqual(buttonsOf(said[0] ?? answer), {}, 'what everybody reads has no buttons');
    await shared(SHARE_UNNAMED, unnamed, SEEN);
    assert.match(read(), /1 entry\n/);
    assert.doesNotMatch(JSON.stringify(said), /EBISU|12345678/);
  });

  it('shares at once what names nobody', async () => {
    assert.match((await shared(ASK_SHARE, await share('count failures'), SEEN)).text, /Shared in/);
    assert.match(read(), /25 in all/);
  });

  it('never names anybody where another company reads, or may, whichever button is pressed', async () => {
    for (const sight of [
      { ...SEEN, isShared: true },
      { kind: 'unknown', word: 'timeout' },
    ] as const) {
      const value = await share('who-entered');
      const answer = await shared(ASK_SHARE, value, sight);
      assert.deepEqual(Object.keys(buttonsOf(answer)), [SHARE_UNNAMED]);
      await shared(SHARE_NAMED, value, sight);
      assert.deepEqual(said, []);
      await shared(SHARE_UNNAMED, value, sight);
      assert.equal(said.length, 1);
      assert.doesNotMatch(JSON.stringify(said), /EBISU|12345678/);
    }
  });

  it('never shares an answer about one person without their name', async () => {
    const places = [{ ...SHIBUYA, people: [{ id: EBISU.id, name: 'EBISU' }] }].map((place) => ({
      ...place,
      people: place.people.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name }])),
    }));
    const { [ASK_SHARE]: value } = buttonsOf(await clue('person EBISU', { log: aLog(ROWS), places }));
    const answer = await shared(ASK_SHARE, value, { ...SEEN, isShared: true });
    assert.deepEqual(buttonsOf(answer), {});
    await shared(SHARE_UNNAMED, value, SEEN);
    assert.deepEqual(said, []);
  });

  it('says where the bot cannot say it', async () => {
    const value = await share('count');
    assert.match((await shared(ASK_SHARE, value, { ...SEEN, isMember: false })).text, /invite @CLUe/);
    assert.match((await shared(ASK_SHARE, value, { ...SEEN, isArchived: true })).text, /archived/);
    assert.match((await shared(ASK_SHARE, value, { kind: 'not-seen' })).text, /invite @CLUe/);
  });
});
