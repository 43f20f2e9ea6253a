import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DoorEvent } from '../../../src/door/event.ts';
import { instant, personId } from '../../../src/door/ids.ts';
import { at, authenticated, authFailed, EBISU, JACK, relayOn } from '../../support/rows.ts';
import { assertWithinLimits } from '../messages/limits.ts';
import { aLog, clue, MEMBER, SHIBUYA, tableOf } from './desk.ts';

// `/clue recent` and `/clue who-entered` answer what was asked: times, people, kinds.

const places = [
  {
    ...SHIBUYA,
    people: [
      { id: personId('12345678'), name: 'EBISU' },
      { id: personId('34567'), name: 'Jack' },
    ],
  },
];
const enters = (who: typeof EBISU, time: string, id: number): readonly DoorEvent[] => [
  authenticated(who, at(time), { id: String(id) }),
  relayOn(instant(at(time) + 40), { id: String(id + 1) }),
];
const rows = [
  ...enters(JACK, '08:00:00', 1),
  authFailed(at('09:00:00'), { id: '3' }),
  authFailed(at('09:30:00'), { id: '4' }),
  ...enters(EBISU, '10:00:00', 5),
  // Authenticated, and never let in.
  authenticated(JACK, at('11:00:00'), { id: '7' }),
];
const ask = (text: string, change = {}) => clue(text, { log: aLog(rows), places, ...change });
const whatOf = async (text: string) => tableOf(await ask(text)).map(([, , what, who]) => `${what} ${who}`);

test('recent shows what was asked for and says so first', async () => {
  const failures = await ask('recent failures 18:00-18:20');
  assert.match(failures.text, /^Failures at all doors, Fri 20 Nov 2026 18:00–18:20, Tokyo time · 1 row:/);
  assert.equal(tableOf(failures).length, 1);
  assertWithinLimits('recent', failures);
  assert.deepEqual(await whatOf('recent unlocks today'), ['unlocked –', 'unlocked –']);
  assert.deepEqual(
    await whatOf('recent DEV_FACE_AUTH_FAIL'),
    Array.from({ length: 2 }, () => 'authentication failed (face) –'),
  );
  assert.match((await ask('recent 1 failures')).text, /^Failures at all doors · the newest 1 row:/);
  assert.match(
    (await ask('recent yesterday')).text,
    /^Rows at all doors, yesterday, Thu 19 Nov 2026, Tokyo time: I found nothing\.$/,
  );
});

test('an authentication is not an entry', async () => {
  assert.deepEqual(await whatOf('recent entries today'), ['authenticated (face) EBISU', 'authenticated (face) Jack']);
  assert.deepEqual(await whatOf('recent jack entries'), ['authenticated (face) Jack']);
  assert.equal((await whatOf('recent jack')).length, 2);
});

test('who failed is nobody’s name, and the answer says why', async () => {
  assert.match((await ask('recent jack failures')).text, /I found nothing\.\nCLUe does not say who failed/);
});

test('who-entered takes a person, by key, name or a part of it', async () => {
  for (const text of ['jack', 'person:34567', 'Jack today', '"jack"']) {
    const answer = await ask(`who-entered ${text}`);
    assert.match(
      answer.text,
      /^Entries of Jack at all doors, today, Fri 20 Nov 2026, Tokyo time:\n1 entry by 1 person/,
      text,
    );
  }
  assert.match(
    (await ask('who-entered ebisu 17:00-18:00')).text,
    /^Entries of EBISU at all doors, .*: nobody entered\.$/,
  );
});

test('times are the asker’s, not the doors’, and an unknown zone is no reason to give no answer', async () => {
  const inLondon = { ...MEMBER, timeZone: 'Europe/London', locale: 'en-GB' };
  const log = aLog(rows);
  const answer = await clue('who-entered today', { log, places, asker: inLondon });
  assert.match(answer.text, /today, Fri 20 Nov 2026, London time/);
  assert.equal(log.asked[0]?.from, Date.parse('2026-11-20T00:00:00Z') - 10_000);
  assert.match(
    (await clue('who-entered 11/12', { log, places, asker: inLondon, now: at('12:00:00') })).text,
    /Thu 11 Dec 2025, London time/,
  );
  const lost = { ...MEMBER, timeZone: 'Mars/Olympus' };
  assert.match((await clue('who-entered today', { log, places, asker: lost })).text, /Tokyo time/);
  assert.match((await clue('who-entered today tz:Berlin', { log, places, asker: inLondon })).text, /Berlin time/);
});

test('an answer in Japanese or Korean is asked for in it', async () => {
  const japanese = { ...MEMBER, timeZone: 'Asia/Tokyo', locale: 'ja-JP' };
  assert.match(
    (await ask('recent 今日の失敗', { asker: japanese })).text,
    /^すべての出入口の認証失敗（今日 2026年11月20日\(金\)、日本標準時） · 2 行/,
  );
  const korean = { ...MEMBER, timeZone: 'Asia/Seoul', locale: 'ko-KR' };
  assert.match(
    (await ask('recent 오늘 실패', { asker: korean })).text,
    /^모든 출입문의 인증 실패\(오늘 2026년 11월 20일 \(금\), 한국 표준시\) · 2행/,
  );
});
