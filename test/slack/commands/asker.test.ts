import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, type Instant } from '../../../src/door/ids.ts';
import { askerOf, createAskers, type SlackUser, wordsFor } from '../../../src/slack/commands/asker.ts';
import { at } from '../../support/rows.ts';

const ANNA: SlackUser = { id: 'U1', team_id: 'T1', tz: 'Asia/Tokyo', locale: 'ja-JP' };
const judge = (change: SlackUser) => askerOf({ ...ANNA, ...change }, 'U1', 'T1');

test('a full member of the own workspace may ask', () => {
  assert.deepEqual(judge({}), {
    kind: 'member',
    userId: 'U1',
    rulesWorkspace: false,
    timeZone: 'Asia/Tokyo',
    locale: 'ja-JP',
  });
});

test('guests of one channel or of several may not', () => {
  assert.deepEqual(judge({ is_restricted: true }), { kind: 'guest', locale: 'ja-JP' });
  assert.deepEqual(judge({ is_ultra_restricted: true }), { kind: 'guest', locale: 'ja-JP' });
});

test('people of other companies may not, whatever they are at home', () => {
  assert.deepEqual(judge({ team_id: 'T2', is_admin: true }), { kind: 'other-company', locale: 'ja-JP' });
  assert.deepEqual(judge({ is_stranger: true, is_owner: true }), { kind: 'other-company', locale: 'ja-JP' });
  const { team_id: _, ...teamless } = ANNA;
  assert.deepEqual(askerOf(teamless, 'U1', 'T1'), { kind: 'other-company', locale: 'ja-JP' });
});

test('in an Enterprise Grid whoever belongs to the workspace is no stranger', () => {
  assert.equal(judge({ team_id: 'T9', enterprise_user: { teams: ['T3', 'T1'] } }).kind, 'member');
  assert.equal(judge({ team_id: 'T9', enterprise_user: { teams: ['T3'] } }).kind, 'other-company');
});

test('bots and accounts that were switched off may not', () => {
  for (const change of [{ is_bot: true }, { is_workflow_bot: true }, { is_connector_bot: true }, { deleted: true }]) {
    assert.deepEqual(judge(change), { kind: 'not-a-person', locale: 'ja-JP' });
  }
});

test('it is known of whom Slack says that they rule the workspace', () => {
  const rules = (change: SlackUser): boolean => {
    const asker = judge(change);
    return asker.kind === 'member' && asker.rulesWorkspace;
  };
  assert.equal(rules({ is_admin: true }), true);
  assert.equal(rules({ is_owner: true }), true);
  assert.equal(rules({ is_primary_owner: true }), true);
  assert.equal(rules({}), false);
});

test('an answer about somebody else, or without a workspace of our own, vouches for nobody', () => {
  assert.equal(askerOf({ ...ANNA, id: 'U2' }, 'U1', 'T1').kind, 'unknown');
  assert.equal(askerOf({ ...ANNA, team_id: '' }, 'U1', '').kind, 'other-company');
});

type Answer = { ok?: boolean; error?: string; user?: SlackUser };

function askers(answers: readonly (Answer | Error)[]) {
  let time: Instant = at('09:00:00');
  let asked = 0;
  const client = {
    users: {
      info: async (request: { user: string; include_locale: boolean }): Promise<Answer> => {
        assert.deepEqual(request, { user: 'U1', include_locale: true });
        const answer = answers[Math.min(asked, answers.length - 1)];
        asked += 1;
        if (answer instanceof Error) throw answer;
        return answer ?? {};
      },
    },
  };
  const { asker, known } = createAskers({ client, ownTeamId: 'T1', roleOf: async () => 'operator', now: () => time });
  return { asker, known, asked: () => asked, pass: (ms: number) => (time = after(time, ms)) };
}

test('Slack is asked once a minute for a person, and once for many questions at the same time', async () => {
  const desk = askers([
    { ok: true, user: ANNA },
    { ok: true, user: { ...ANNA, is_restricted: true } },
  ]);
  const kinds = await Promise.all(Array.from({ length: 20 }, async () => (await desk.asker('U1')).kind));
  assert.deepEqual(new Set(kinds), new Set(['member']));
  desk.pass(59_999);
  assert.equal((await desk.asker('U1')).kind, 'member');
  assert.equal(desk.asked(), 1);
  desk.pass(1);
  assert.equal((await desk.asker('U1')).kind, 'guest');
  assert.equal(desk.asked(), 2);
});

test('where Slack gives no clear word nobody is a member, and the next question asks again', async () => {
  const desk = askers([
    new Error('away'),
    { ok: false, error: 'user_not_found' },
    { ok: true },
    {},
    { ok: true, user: ANNA },
  ]);
  for (const why of ['away', 'user_not_found', 'no user in the answer', 'no user in the answer']) {
    assert.deepEqual(await desk.asker('U1'), { kind: 'unknown', why });
  }
  assert.equal((await desk.asker('U1')).kind, 'member');
});

test('what Slack last said of somebody stays known for choosing words, whatever it says later', async () => {
  const desk = askers([{ ok: true, user: ANNA }, new Error('away')]);
  assert.equal(desk.known('U1'), undefined);
  await desk.asker('U1');
  assert.equal(desk.known('U1')?.locale, 'ja-JP');
  desk.pass(3_600_000);
  assert.equal((await desk.asker('U1')).kind, 'unknown');
  assert.equal(desk.known('U1')?.locale, 'ja-JP');
});

test('words are of the language somebody chose, English where the bot does not speak it, and the bot’s own where Slack is silent', () => {
  const wordsIn = (locale: string | undefined, own: string): string =>
    wordsFor(locale === undefined ? {} : { locale }, own).common.locale;
  assert.deepEqual(
    ['ja-JP', 'ko-KR', 'en-GB', 'fr-FR', 'xx'].map((locale) => wordsIn(locale, 'ko')),
    ['ja', 'ko', 'en', 'en', 'en'],
  );
  assert.equal(wordsIn(undefined, 'ko-KR'), 'ko');
  assert.equal(wordsFor(undefined, 'ja').common.locale, 'ja');
});
