import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { PEOPLE } from '../src/sandbox/slack/people.ts';
import { ALERTS, type Stage, stage } from './support/bot.ts';

const HANA = PEOPLE.admin.id;
const MINJUN = PEOPLE.member.id;
const OLIVER = PEOPLE.london.id;

const stages: Stage[] = [];
const aStage = async (env: Readonly<Record<string, string>> = {}): Promise<Stage> => {
  const one = await stage({ languages: 'own', env });
  stages.push(one);
  return one;
};
after(async () => {
  for (const one of stages) await one.end();
});

/** Two failures at a door, the first of which brings the card whose button shows them. */
async function aBurst(one: Stage): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = one.clue.place(178).whenRead(() => {
      stop();
      resolve();
    });
  });
  for (let i = 0; i < 2; i += 1)
    one.clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 181, deviceId: 902 });
  await one.untilCards('the card', ([text]) => text?.includes('2 authentication failures') ?? false);
}

describe('an answer has its asker’s language', { concurrency: true }, () => {
  it('in Japanese and in Korean, at the same time as others ask', async () => {
    const one = await aStage();
    await one.startBot();
    await aBurst(one);
    const asked = ['/clue recent', '/clue help', '/clue who-entered', '/clue nonsense'];
    const answers = await Promise.all(
      asked.flatMap((text) => [HANA, MINJUN, OLIVER].map((user) => one.ask(text, user))),
    );
    const words = [
      [/認証失敗（顔）/, /인증 실패\(얼굴\)/, /authentication failed \(face\)/],
      [/記録の最新の行/, /기록의 최신 행/, /the newest rows of the log/],
      [/入室した人はいません/, /들어온 사람이 없습니다/, /nobody entered/],
      [/というコマンドはありません/, /명령은 없습니다/, /I do not know the command/],
    ].flat();
    answers.forEach((answer, index) => {
      assert.match(answer, words[index] ?? /^$/);
    });
  });

  it('a locale that the bot does not speak, in English; an unknown one, in the bot’s own', async () => {
    const one = await aStage({ LOCALE: 'ja-JP' });
    const french = one.slack.addUser({ id: 'U0MARIE', locale: 'fr-FR' });
    const nobody = one.slack.addUser({ id: 'U0NOBODY', locale: '' });
    await one.startBot();
    assert.match(await one.ask('/clue help', french.id), /Only you see my answers/);
    assert.match(await one.ask('/clue help', nobody.id), /回答はご本人にだけ表示されます/);
  });

  it('under a button, and no to a guest', async () => {
    const one = await aStage();
    one.slack.addUser({ ...PEOPLE.guest, locale: 'ko-KR' });
    await one.startBot();
    await aBurst(one);
    const [card] = one.cards();
    assert.ok(card);
    const press = async (user: string): Promise<string> => {
      const run = await one.slack.press({ user, channel: ALERTS, ts: card.ts, actionId: 'show-rows' });
      await run.answered();
      return run.visible.map(({ text }) => text).join('\n');
    };
    const [hana, minjun, guest] = await Promise.all([HANA, MINJUN, PEOPLE.guest.id].map(press));
    assert.match(hana ?? '', / 2 行：/);
    assert.match(minjun ?? '', / 2행:|의 2행:/);
    assert.match(guest ?? '', /^🙏 죄송합니다\. 출입문 기록은/);
  });

  it('while it takes long, as soon as Slack has said which', async () => {
    const one = await aStage({ LOCALE: 'ko-KR' });
    // What the bot has seen it answers at once, so it is asked before its first look.
    one.clue.faults.add({ kind: 'slow', ms: 1_500 });
    await one.startBot();
    // Slack says who Hana is.
    await one.ask('/clue help');
    const run = await one.slack.type({ user: HANA, channel: ALERTS, text: '/clue recent' });
    const first = await run.answered();
    assert.match(JSON.stringify(first), /CLUe に問い合わせています/);
    await run.answered({ timeoutMs: 10_000 });
    assert.match(run.visible[0]?.text ?? '', /CLUe にはまだ行がありません/);
  });

  it('and in the bot’s own until then', async () => {
    const one = await aStage({ LOCALE: 'ko-KR' });
    await one.startBot();
    one.slack.faults.set({ method: 'users.info', kind: 'hang', ms: 1_500, times: 1 });
    const run = await one.slack.type({ user: HANA, channel: ALERTS, text: '/clue help' });
    assert.match(JSON.stringify(await run.answered()), /CLUe에 조회하고 있습니다/);
    await run.answered({ timeoutMs: 10_000 });
    assert.match(run.visible[0]?.text ?? '', /回答はご本人にだけ表示されます/);
  });
});
