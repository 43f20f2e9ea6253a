import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passagesOf, passagesOfDoor } from '../../src/door/passage.ts';
import {
  accepted,
  at,
  authenticated,
  authFailed,
  EBISU,
  guideRows,
  JACK,
  refusedByThirdParty,
  relayOff,
  relayOn,
} from '../support/rows.ts';

const LATER = at('23:59:59');
const kinds = (passages: readonly { readonly kind: string; readonly person?: { readonly name?: string } }[]) =>
  passages.map((passage) => `${passage.kind} ${passage.person?.name ?? '-'}`);

describe('the three flows of the guide', () => {
  it('lets in whom CLUe and the third party accept and the relay answers', () => {
    const passages = passagesOfDoor(
      [
        authenticated(EBISU, at('09:00:00')),
        accepted(EBISU, at('09:00:00.400')),
        relayOn(at('09:00:00.450')),
        relayOff(at('09:00:03.450')),
      ],
      LATER,
    );
    assert.deepEqual(kinds(passages), ['let-in EBISU']);
    assert.equal(passages[0]?.rows.length, 3);
  });

  it('refuses whom CLUe does not know', () => {
    assert.deepEqual(kinds(passagesOfDoor([authFailed(at('09:00:00'))], LATER)), ['refused -']);
  });

  it('counts nobody as entered whom the third party did not accept', () => {
    const known = [authenticated(JACK, at('08:00:00')), accepted(JACK, at('08:00:00.3')), relayOn(at('08:00:00.4'))];
    const silent = passagesOfDoor([...known, authenticated(EBISU, at('09:00:00'))], LATER);
    assert.deepEqual(kinds(silent), ['let-in Jack', 'refused-by-third-party EBISU']);
    const loud = passagesOfDoor(
      [authenticated(EBISU, at('09:00:00')), refusedByThirdParty(EBISU, at('09:00:00.5'))],
      LATER,
    );
    assert.deepEqual(kinds(loud), ['refused-by-third-party EBISU']);
  });
});

describe('passages', () => {
  it('finds eight entries by two people in the guide’s own sample', () => {
    const passages = passagesOf(guideRows(), LATER);
    const entries = passages.filter((passage) => passage.kind === 'let-in');
    assert.equal(entries.length, 8);
    assert.equal(entries.filter((entry) => entry.person?.name === 'EBISU').length, 7);
    assert.equal(entries.filter((entry) => entry.person?.name === 'Jack').length, 1);
    assert.equal(passages.filter((passage) => passage.kind === 'refused').length, 15);
    assert.equal(passages.length, 23);
  });

  it('reads the same from any order and from doubled rows', () => {
    const rows = guideRows();
    const shuffled = [...rows, ...rows].sort((a, b) => (a.id.at(-1) ?? '').localeCompare(b.id.at(-1) ?? ''));
    assert.deepEqual(passagesOf(shuffled, LATER), passagesOf(rows, LATER));
  });

  it('says not unlocked when the relay stays silent at a door without a third party', () => {
    assert.deepEqual(kinds(passagesOfDoor([authenticated(EBISU, at('09:00:00'))], LATER)), ['not-unlocked EBISU']);
    assert.deepEqual(
      kinds(passagesOfDoor([authenticated(EBISU, at('09:00:00')), relayOn(at('09:00:05.001'))], LATER)),
      ['not-unlocked EBISU', 'unlocked-without-person -'],
    );
  });

  it('waits five seconds before it judges', () => {
    assert.deepEqual(kinds(passagesOfDoor([authenticated(EBISU, at('09:00:00'))], at('09:00:04.9'))), [
      'pending EBISU',
    ]);
  });

  it('sees the relay that nobody asked for', () => {
    assert.deepEqual(kinds(passagesOfDoor([relayOn(at('03:00:00')), relayOff(at('03:00:03'))], LATER)), [
      'unlocked-without-person -',
    ]);
  });

  it('gives each of two people their own relay when the second comes while the door is unlocked', () => {
    const passages = passagesOfDoor(
      [
        authenticated(EBISU, at('09:00:00')),
        relayOn(at('09:00:00.05')),
        authenticated(JACK, at('09:00:02')),
        relayOn(at('09:00:02.05')),
        relayOff(at('09:00:05.05')),
      ],
      LATER,
    );
    assert.deepEqual(kinds(passages), ['let-in EBISU', 'let-in Jack']);
  });

  it('never gives the relay to whom the third party refused, though he came last', () => {
    const passages = passagesOfDoor(
      [
        authenticated(EBISU, at('09:00:00')),
        authenticated(JACK, at('09:00:00.3')),
        accepted(EBISU, at('09:00:00.5')),
        relayOn(at('09:00:00.55')),
        refusedByThirdParty(JACK, at('09:00:00.8')),
      ],
      LATER,
    );
    assert.deepEqual(kinds(passages), ['let-in EBISU', 'refused-by-third-party Jack']);
  });

  it('gives the relay to whom the third party accepted last, though another authenticated later', () => {
    const passages = passagesOfDoor(
      [
        authenticated(EBISU, at('09:00:00')),
        authenticated(JACK, at('09:00:00.3')),
        accepted(JACK, at('09:00:00.4')),
        accepted(EBISU, at('09:00:00.9')),
        relayOn(at('09:00:00.95')),
      ],
      LATER,
    );
    assert.deepEqual(kinds(passages), ['let-in EBISU', 'not-unlocked Jack']);
  });

  it('keeps the doors apart', () => {
    const passages = passagesOf(
      [authenticated(EBISU, at('09:00:00'), { door: '181' }), relayOn(at('09:00:01'), { door: '182' })],
      LATER,
    );
    assert.deepEqual(kinds(passages), ['not-unlocked EBISU', 'unlocked-without-person -']);
  });
});
