import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { doorId, eventId, personId } from '../../../src/door/ids.ts';
import { guardButtons } from '../../../src/slack/actions/guard.ts';
import { ANSWER_BUTTONS, type AnswerButton, answerButtons } from '../../../src/slack/actions/press-answer.ts';
import type { Asker } from '../../../src/slack/commands/asker.ts';
import { ASK_CSV, ASK_OLDER, SHARE_NAMED, SHARE_UNNAMED } from '../../../src/slack/messages/action-ids.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { at, authenticated, EBISU, relayOff, relayOn, row } from '../../support/rows.ts';
import {
  ALERTS,
  aLog,
  anAsking,
  clue,
  MEMBER,
  NOW,
  type PortsChange,
  ports,
  SHIBUYA,
  VIEWER,
} from '../commands/desk.ts';

// Whoever may not see names sees none by any question, button or file; and what is told with names is kept.

const NAMED = /EBISU|12345678/;
const ROWS = [
  authenticated(EBISU, at('08:00:00'), { id: '101' }),
  relayOn(at('08:00:00.05'), { id: '102' }),
  relayOff(at('08:00:03'), { id: '103' }),
  authenticated(EBISU, at('10:00:00'), { id: '108' }),
  row('VENDOR_AUTH_FAIL', at('10:00:01'), { id: '109' }),
];
const last = { id: eventId('108'), at: at('10:00:00'), kind: 'authenticated', code: 'X', person: EBISU } as const;
const given = (): PortsChange => ({
  log: aLog(ROWS),
  places: [
    {
      ...SHIBUYA,
      people: [{ id: personId('12345678'), name: 'EBISU' }],
      personName: (id) => (id === '12345678' ? 'EBISU' : undefined),
    },
  ],
  memory: () => ({
    doors: [{ id: doorId('181'), stands: { last }, habits: { unexplained: 'unknown', busiest: [] } }],
  }),
});
const QUESTIONS = [
  'recent',
  'who-entered',
  'failures',
  'person EBI',
  'door testDoor',
  'doors',
  'inside',
  'count',
  'count unlocks per person',
  'explain 101',
  'explain 108',
  'export',
  'export entries jsonl',
];

async function press(
  button: AnswerButton,
  value: string,
  { asker = MEMBER, ...change }: PortsChange & { readonly asker?: Asker } = {},
): Promise<Message> {
  const guarded = guardButtons(answerButtons(), {
    asker: async () => asker,
    commands: ports({ ...given(), ...change }),
    now: () => NOW,
    write: async () => {},
  });
  const answer = await guarded[button]?.run({ value, userId: 'U1', channel: ALERTS, triggerId: '1.1' });
  return answer ?? assert.fail('no answer');
}

const value = (ask: string, person: string | 0 = 0): string =>
  JSON.stringify([ask, 0, 0, person, 0, 0, 0, 0, 0, 0, 'Asia/Tokyo']);

describe('a viewer', () => {
  it('sees nobody by any question, nor in a file', async () => {
    const files: string[] = [];
    const send = (_: string, _name: string, content: string): undefined => {
      files.push(content);
    };
    for (const text of QUESTIONS) {
      const answer = await clue(text, { ...given(), send, asker: VIEWER });
      assert.doesNotMatch(JSON.stringify(answer), NAMED, text);
    }
    assert.equal(files.length, 2);
    assert.doesNotMatch(files.join(), NAMED);
  });

  it('sees nobody by any button, and has nobody named in a channel', async () => {
    const said: Message[] = [];
    const files: string[] = [];
    for (const button of ANSWER_BUTTONS) {
      for (const ask of ['recent', 'who-entered', 'failures', 'count']) {
        const answer = await press(button, value(ask), {
          asker: VIEWER,
          send: (_, _name, content): undefined => {
            files.push(content);
          },
          channels: {
            say: (message): undefined => {
              said.push(message);
            },
          },
        });
        assert.doesNotMatch(JSON.stringify(answer), NAMED, `${button} ${ask}`);
      }
    }
    assert.ok(said.length > 0 && files.length > 0);
    assert.doesNotMatch(JSON.stringify(said) + files.join(), NAMED);
  });
});

describe('an operator', () => {
  it('sees names by every question that is about people, so that viewers are not spared them by chance', async () => {
    for (const text of QUESTIONS.filter((one) => !['doors', 'count', 'export', 'export entries jsonl'].includes(one))) {
      assert.match(JSON.stringify(await clue(text, given())), NAMED, text);
    }
  });

  it('is in the audit log for each of them, with whom they looked up', async () => {
    const asking = anAsking();
    for (const text of ['failures', 'inside', 'explain 101', 'count per person', 'export', 'door testDoor']) {
      await clue(text, { ...given(), asking });
      assert.equal(asking.entries[0]?.asked, `/clue ${text}`);
      assert.ok((asking.entries[0]?.rows ?? 0) > 0, text);
    }
    await clue('person EBI', { ...given(), asking });
    assert.deepEqual(asking.entries[0]?.people, ['12345678']);
    await clue('count', { ...given(), asking });
    assert.equal(asking.entries.length, 7, 'a count names nobody');
    await press(ASK_CSV, value('who-entered'), { asking });
    await press(SHARE_NAMED, value('who-entered'), { asking });
    assert.deepEqual(
      asking.entries.slice(0, 2).map(({ asked, rows }) => [asked.split(' ')[0], rows]),
      [
        [SHARE_NAMED, 1],
        [ASK_CSV, 1],
      ],
    );
  });

  it('gets no file, and has nothing shared, that the audit log cannot keep', async () => {
    const sent: string[] = [];
    const change = {
      asking: anAsking({ fails: true }),
      send: (): undefined => {
        sent.push('file');
      },
      channels: {
        say: (): undefined => {
          sent.push('said');
        },
      },
    };
    for (const text of ['export', 'export jsonl']) await clue(text, { ...given(), ...change });
    await press(ASK_CSV, value('who-entered'), change);
    await press(SHARE_NAMED, value('who-entered'), change);
    assert.deepEqual(sent, []);
    await press(SHARE_UNNAMED, value('who-entered'), change);
    assert.deepEqual(sent, ['said'], 'what names nobody needs no word there');
  });

  it('looks nobody up without a reason where one is asked for', async () => {
    const asking = anAsking({ lookupReason: 'required' });
    for (const text of ['person EBI', 'who-entered EBI', 'recent EBI', 'failures EBI', 'export EBI', 'count EBI']) {
      const log = aLog(ROWS);
      const answer = await clue(text, { ...given(), log, asking });
      assert.doesNotMatch(JSON.stringify(answer), NAMED, text);
      assert.deepEqual(log.asked, [], text);
    }
    const { text, blocks } = await clue('person EBI reason:"lost card"', { ...given(), asking });
    assert.match(text, /^Passages of EBISU/);
    assert.equal(asking.entries[0]?.reason, 'lost card');
    assert.ok(!blocks.some(({ type }) => type === 'actions'), 'a button says no reason');
    for (const button of [ASK_OLDER, ASK_CSV, SHARE_NAMED, SHARE_UNNAMED] as const) {
      const answer = await press(button, value('person', '12345678'), { asking });
      assert.doesNotMatch(JSON.stringify(answer), NAMED, button);
    }
  });

  it('shares nothing about one person without their name', async () => {
    for (const ask of ['recent', 'who-entered', 'failures', 'person', 'count']) {
      const said: Message[] = [];
      const say = (message: Message): undefined => {
        said.push(message);
      };
      await press(SHARE_UNNAMED, value(ask, '12345678'), { channels: { say } });
      assert.deepEqual(said, [], ask);
    }
  });
});
