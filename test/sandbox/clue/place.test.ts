import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seededRandom } from '../../../src/sandbox/clue/seeded-random.ts';
import { startClue } from '../../../src/sandbox/clue/start-clue.ts';
import { pageOf, tokensOf } from './caller.ts';
import { manualClock } from './manual-clock.ts';

const failure = { deviceId: 902, doorId: 181, eventType: 'DEV_FACE_AUTH_FAIL' } as const;

describe("a place's log", () => {
  it('issues rising log ids with gaps over all places, and each device counts its own', async (t) => {
    const clue = await startClue({ random: seededRandom(7) });
    t.after(clue.stop);
    const rows = Array.from({ length: 200 }, (_, nth) =>
      clue.place(nth % 2 === 0 ? 178 : 179).append({ ...failure, deviceId: nth % 2 === 0 ? 902 : 911 }),
    );
    const gaps = rows.slice(1).map((row, nth) => row.logId - (rows[nth]?.logId ?? 0));
    assert.ok(gaps.every((gap) => gap >= 1));
    assert.ok(new Set(gaps).size > 3);
    const shop = rows.filter((row) => row.placeId === 178);
    assert.deepEqual(
      shop.map((row) => row.localLogId),
      shop.map((_, nth) => nth + 1),
    );
  });

  it('goes on counting after a number that was given, and takes no log id twice', async (t) => {
    const clue = await startClue();
    t.after(clue.stop);
    const given = clue.place(178).append({ ...failure, logId: 20_000_000, localLogId: 4607 });
    const next = clue.place(178).append(failure);
    assert.equal(next.localLogId, 4608);
    assert.ok(next.logId > given.logId);
    assert.throws(() => clue.place(179).append({ ...failure, logId: 20_000_000 }), RangeError);
  });

  it('shows a late row as the newest of the server with a time that is past', async (t) => {
    const clock = manualClock();
    const clue = await startClue({ now: clock.now });
    t.after(clue.stop);
    const { access } = await tokensOf(clue);
    const onTime = clue.place(178).append(failure);
    const late = clue.place(178).appendLate(failure, 3_600_000);
    assert.equal(late.eventAt, clock.now() - 3_600_000);
    assert.deepEqual((await pageOf(clue, access)).data, [late, onTime]);
    assert.deepEqual((await pageOf(clue, access, `startTime=${clock.now() - 1_000}`)).data, [onTime]);
  });

  it('keeps a hidden row from answers and totals until it is shown, below newer rows', async (t) => {
    const clue = await startClue();
    t.after(clue.stop);
    const { access } = await tokensOf(clue);
    const place = clue.place(178);
    const [first, second] = [place.append(failure), place.append(failure)];
    const show = place.hide(second);
    const third = place.append(failure);
    const hidden = await pageOf(clue, access);
    assert.deepEqual([hidden.total, hidden.data], [2, [third, first]]);
    show();
    const shown = await pageOf(clue, access);
    assert.deepEqual([shown.total, shown.data], [3, [third, second, first]]);
    assert.deepEqual(place.rows(), [first, second, third]);
  });

  it('keeps its order when a row is given a lower log id than the newest', async (t) => {
    const clue = await startClue();
    t.after(clue.stop);
    const place = clue.place(178);
    for (const logId of [30, 10, 20]) place.append({ ...failure, logId });
    assert.deepEqual(
      place.rows().map((row) => row.logId),
      [10, 20, 30],
    );
  });

  it('sends odd fields as they were given: unknown ones, and others than the real service sends', async (t) => {
    const clue = await startClue();
    t.after(clue.stop);
    const { access } = await tokensOf(clue);
    const row = clue.place(178).append(failure, { eventAt: 'yesterday', temperature: 36.6 });
    assert.deepEqual((await pageOf(clue, access)).data, [{ ...row, eventAt: 'yesterday', temperature: 36.6 }]);
  });
});
