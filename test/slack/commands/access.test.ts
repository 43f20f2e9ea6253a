import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { personId } from '../../../src/door/ids.ts';
import { drawLookupReason, waitingFor } from '../../../src/slack/messages/access/lookup-reason.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at, authenticated, EBISU, relayOn } from '../../support/rows.ts';
import { ADMIN, ALERTS, aLog, anAsking, clue, OFFICE, VIEWER } from './desk.ts';

const ROWS = [authenticated(EBISU, at('09:00:06'), { id: '104' }), relayOn(at('09:00:06.05'), { id: '105' })];
const log = aLog(ROWS);

describe('a question that names people', () => {
  it('is kept with how many rows named somebody, and with nobody’s name', async () => {
    const asking = anAsking();
    assert.match((await clue('recent reason:"a visitor asks"', { log, asking })).text, /EBISU/);
    assert.partialDeepStrictEqual(asking.entries, [
      { user: 'U1', asked: '/clue recent', rows: 1, reason: 'a visitor asks', channel: ALERTS },
    ]);
    assert.doesNotMatch(JSON.stringify(asking.entries), /EBISU|12345678/);
  });

  it('is not answered where it cannot be kept', async () => {
    const { text, blocks } = await clue('recent', { log, asking: anAsking({ fails: true }) });
    assert.match(text, /without it no names are shown/);
    assert.doesNotMatch(JSON.stringify(blocks), /EBISU/);
  });

  it('is answered to a viewer with rows and counts, and nothing is kept of it', async () => {
    const asking = anAsking({ fails: true });
    const { text, blocks } = await clue('who-entered', { log, asking, asker: VIEWER });
    assert.match(text, /\n1 entry\n.*somebody · testDoor\n.*your role is viewer/);
    assert.doesNotMatch(text + JSON.stringify(blocks), /EBISU|12345678|CLUe does not name/);
    assert.deepEqual(asking.entries, []);
  });

  it('takes a reason where it names people only: elsewhere the word is pointed at', async () => {
    assert.match((await clue('status reason:x')).text, /`reason:x`/);
  });
});

describe('looking somebody up', () => {
  const places = [OFFICE];
  const rehearse = 'rehearse entries person:Jack last 1d';

  it('takes no reason unless the configuration says so', async () => {
    assert.match((await clue(rehearse, { places, log })).text, /^🎭/);
  });

  it('asks for the reason in a form, before anything is read', async () => {
    const asked: string[] = [];
    const asking = anAsking({ lookupReason: 'required' });
    const own = aLog(ROWS);
    const opens = (view: { private_metadata?: string }) => asked.push(view.private_metadata ?? '') > 0;
    assert.match((await clue(rehearse, { places, log: own, asking, opens })).text, /in the form that is open now/);
    assert.deepEqual(waitingFor(asked[0] ?? ''), { channel: ALERTS, text: rehearse, language: 'en' });
    assert.deepEqual([own.asked, asking.entries], [[], []]);
  });

  it('says what to type where Slack opens no form', async () => {
    const asking = anAsking({ lookupReason: 'required' });
    assert.match((await clue(rehearse, { places, log, asking, opens: () => false })).text, /reason:"lost card"/);
    assert.match((await clue(`${rehearse} reason:"lost card"`, { places, log, asking })).text, /^🎭/);
    assert.partialDeepStrictEqual(asking.entries, [
      { asked: '/clue rehearse entries person:Jack last 1d', reason: 'lost card', people: ['34567'] },
    ]);
  });

  it('takes none for oneself, not from a viewer either', async () => {
    const asking = anAsking({ lookupReason: 'required' });
    await asking.access.send({ kind: 'link', user: 'U1', person: personId('34567'), by: 'U2' });
    assert.match((await clue(rehearse, { places, log, asking, asker: VIEWER })).text, /^🎭/);
  });

  it('lets a viewer look nobody else up', async () => {
    assert.match((await clue(rehearse, { places, log, asker: VIEWER })).text, /I know no person/);
  });

  it('remembers no question that is longer than Slack lets a form remember', () => {
    assert.equal(drawLookupReason({ channel: ALERTS, text: 'x'.repeat(3_000) }, catalogueOf('en')), undefined);
  });
});

describe('/clue audit', () => {
  it('finds by who asked, by who was looked up, and by time', async () => {
    const asking = anAsking();
    const places = [OFFICE];
    await clue('rehearse entries person:Jack last 1d', { places, log, asking });
    const asked = async (text: string) => (await clue(text, { places, asking, asker: ADMIN })).text;
    assert.match(await asked('audit Jack'), /^🗂️ One question.* · about Jack\n.* · 1 · Jack/);
    assert.match(await asked('audit today'), /^🗂️ One question.* · today,/);
    assert.match(await asked('audit yesterday'), /^🗂️ No question/);
    assert.match(await asked('audit U0NOBODY1'), /^🗂️ No question.* · asked by <@U0NOBODY1>/);
    assert.match(await asked('audit 2026-99-99'), /There is no day `2026-99-99`/);
    assert.match(await asked('audit today yesterday'), /`yesterday` is a second time/);
    assert.match(await asked('audit Nobody'), /I do not know what `Nobody` means here/);
  });
});
