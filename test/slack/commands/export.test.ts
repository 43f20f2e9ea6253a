import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { at, authenticated, authFailed, EBISU, relayOff, relayOn, row } from '../../support/rows.ts';
import { aLog, clue } from './desk.ts';

/** EBISU comes in and is refused once by the third party at 182; a stranger fails. */
const ROWS = [
  authenticated(EBISU, at('08:00:00'), { id: '101' }),
  relayOn(at('08:00:00.05'), { id: '102' }),
  relayOff(at('08:00:03'), { id: '103' }),
  authFailed(at('09:00:00'), { id: '104' }),
  authenticated(EBISU, at('10:00:00'), { id: '108', door: '182', name: 'Back door' }),
  row('VENDOR_AUTH_FAIL', at('10:00:01'), { id: '109', door: '182', name: 'Back door' }),
];

describe('/clue export', () => {
  const sent = async (text: string, rows = ROWS) => {
    const files: { name: string; user: string; text: string }[] = [];
    const answer = await clue(text, {
      log: aLog(rows),
      send: (user, name, text): undefined => {
        files.push({ name, user, text });
      },
    });
    return { answer, files };
  };

  it('sends the rows as a CSV file to the asker alone', async () => {
    const { answer, files } = await sent('export');
    assert.equal(files.length, 1);
    const [file] = files;
    assert.equal(file?.name, 'clue-rows-2026-11-20.csv');
    assert.equal(file?.user, 'U1');
    assert.equal(file?.text[0], '\ufeff');
    assert.equal(file?.text.trim().split('\r\n').length, ROWS.length + 1);
    assert.match(answer.text, /6 rows are in our direct message/);
  });

  it('takes kinds and JSON lines', async () => {
    const { files } = await sent('export failures jsonl');
    const lines =
      files[0]?.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)) ?? [];
    assert.deepEqual(lines.map(({ row_id }) => row_id).sort(), ['104', '108', '109']);
    assert.equal(lines.find(({ row_id }) => row_id === '108')?.result, 'refused-by-third-party');
  });

  it('makes no file of nothing', async () => {
    const { answer, files } = await sent('export yesterday');
    assert.deepEqual(files, []);
    assert.match(answer.text, /no rows, so there is no file/);
  });

  it('says Slack’s word where it takes no file', async () => {
    const send = () => 'missing_scope';
    assert.match((await clue('export', { log: aLog(ROWS), send })).text, /manifest.yml/);
  });

  it('takes a raw type, and one door', async () => {
    const { files } = await sent('export DEV_FACE_AUTH_SUCCESS testDoor');
    assert.equal(files[0]?.name, 'clue-dev_face_auth_success-2026-11-20.csv');
    assert.equal(files[0]?.text.trim().split('\r\n').length, 2);
  });
});
