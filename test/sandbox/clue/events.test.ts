import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type SandboxClue, startClue } from '../../../src/sandbox/clue/start-clue.ts';
import sample from '../../samples/events-page.json' with { type: 'json' };
import { ask, fieldsOf, pageOf, refusal, tokensOf } from './caller.ts';

const idsOf = (rows: readonly { readonly logId: number }[]) => rows.map((row) => row.logId);
const newestFirst = idsOf(sample.data);

describe("a place with the guide's 36 rows", () => {
  let clue: SandboxClue;
  let token: string;
  before(async () => {
    clue = await startClue({ maxPageSize: 100, foreignPlaces: [900] });
    for (const { placeId: _, ...row } of sample.data.toReversed()) clue.place(178).append(row);
    token = (await tokensOf(clue)).access;
  });
  after(() => clue.stop());

  it('answers with the very page of the guide, byte for byte', async () => {
    const response = await fetch(`${clue.url}/v1/events/places/178?size=36&sort=id%2Cdesc`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(await response.text(), JSON.stringify({ ...sample, total: 36 }));
  });

  it('gives the newest 20 when nothing is asked', async () => {
    const page = await pageOf(clue, token);
    assert.deepEqual(idsOf(page.data), newestFirst.slice(0, 20));
    assert.equal(page.total, 36);
  });

  it('counts pages from 0, ends with a short one, and then with empty ones; total is of all rows', async () => {
    const pages = await Promise.all([0, 1, 2, 3].map((n) => pageOf(clue, token, `page=${n}&size=15&sort=id,desc`)));
    assert.deepEqual(
      pages.map((page) => page.data.length),
      [15, 15, 6, 0],
    );
    assert.deepEqual(
      pages.flatMap((page) => idsOf(page.data)),
      newestFirst,
    );
    assert.deepEqual(
      pages.map((page) => page.total),
      [36, 36, 36, 36],
    );
  });

  it('sorts by id in both directions', async () => {
    const page = await pageOf(clue, token, 'size=36&sort=id%2Casc');
    assert.deepEqual(idsOf(page.data), newestFirst.toReversed());
  });

  it('takes startTime and endTime on the time of the event, both included', async () => {
    const burst = await pageOf(clue, token, 'size=100&startTime=1694065926868&endTime=1694065996127');
    assert.equal(burst.total, 14);
    const without = await pageOf(clue, token, 'size=100&startTime=1694065926869&endTime=1694065996126');
    assert.equal(without.total, 12);
  });

  it('filters by one event type, and totals what matches', async () => {
    const page = await pageOf(clue, token, 'filterEvents=DEV_FACE_AUTH_SUCCESS&size=3');
    assert.equal(page.total, 8);
    assert.deepEqual(
      page.data.map((row) => row.userName),
      ['EBISU', 'EBISU', 'EBISU'],
    );
    assert.equal((await pageOf(clue, token, 'filterEvents=NO_SUCH_TYPE')).total, 0);
  });

  it('brings a size above its limit down to it', async () => {
    const place = clue.place(177);
    for (let nth = 0; nth < 120; nth += 1) place.append({ eventType: 'DEV_FACE_AUTH_FAIL' });
    const page = await pageOf(clue, token, 'size=5000', 177);
    assert.equal(page.data.length, 100);
    assert.equal(page.total, 120);
  });

  it('refuses what is no number or no order, naming each field', async () => {
    const said = await ask(clue, token, 178, 'page=-1&size=0&startTime=noon&endTime=1.5&sort=eventAt');
    assert.equal(refusal(said), '400 e1003');
    assert.deepEqual(fieldsOf(said).toSorted(), ['endTime', 'page', 'size', 'sort', 'startTime']);
    assert.equal(refusal(await ask(clue, token, 'shop')), '400 e1003');
  });

  it('knows no other place, and does not show those of others', async () => {
    assert.equal(refusal(await ask(clue, token, 4711)), '404 e1007');
    assert.equal(refusal(await ask(clue, token, 900)), '403 e1001');
    assert.equal(refusal(await ask(clue, 'wrong', 4711)), '401 a1028');
    assert.throws(() => clue.place(900), RangeError);
  });
});

describe('a CLUe with hex ids', () => {
  it('sends every id as 24 hex digits, `id` beside `logId`, and takes such a place', async (t) => {
    const clue = await startClue({ ids: 'hex' });
    t.after(clue.stop);
    const { access } = await tokensOf(clue);
    clue.place(178).append({ logId: 255, deviceId: 902, doorId: 181, eventAt: 5, eventType: 'DEV_FACE_AUTH_FAIL' });
    const said = await ask(clue, access, '0000000000000000000000b2');
    assert.deepEqual((said.body as { data: unknown }).data, [
      {
        id: '0000000000000000000000ff',
        logId: '0000000000000000000000ff',
        eventAt: 5,
        placeId: '0000000000000000000000b2',
        deviceId: '000000000000000000000386',
        doorId: '0000000000000000000000b5',
        localLogId: 1,
        eventType: 'DEV_FACE_AUTH_FAIL',
      },
    ]);
  });
});
