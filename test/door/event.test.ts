import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindOfCode, methodOfCode } from '../../src/door/event.ts';
import { compareEventIds, eventId } from '../../src/door/ids.ts';

describe('a raw code', () => {
  const table: readonly (readonly [string, string])[] = [
    ['DEV_FACE_AUTH_SUCCESS', 'authenticated'],
    ['DEV_FACE_AUTH_FAIL', 'auth-failed'],
    ['VENDOR_AUTH_SUCCESS', 'third-party-accepted'],
    ['VENDOR_QR_CONFIRM_FAIL', 'third-party-refused'],
    ['DEV_QR_CONFIRM_SUCCESS', 'authenticated'],
    ['DEV_CARD_AUTH_FAIL', 'auth-failed'],
    ['DEV_DOOR_RELAY_ON', 'unlocked'],
    ['DEV_DOOR_RELAY_OFF', 'locked'],
    ['DEV_DEVICE_START', 'unknown'],
    ['DEV_DEVICE_REBOOT', 'unknown'],
    ['DOOR_MANUAL_OPEN_REQ', 'unknown'],
    ['', 'unknown'],
  ];
  for (const [code, kind] of table) {
    it(`${code || '(empty)'} means ${kind}`, () => assert.equal(kindOfCode(code), kind));
  }

  it('names the way of authentication where it does', () => {
    assert.equal(methodOfCode('DEV_FACE_AUTH_FAIL'), 'face');
    assert.equal(methodOfCode('VENDOR_QR_CONFIRM_FAIL'), 'qr');
    assert.equal(methodOfCode('VENDOR_AUTH_SUCCESS'), undefined);
  });
});

describe('event ids', () => {
  it('are ordered as the server issued them, as numbers and as hex text', () => {
    const ids = ['12907987', '999', '12907979', '6553f1c0a1b2c3d4e5f60718', '6553f1c0a1b2c3d4e5f6071a'].map(eventId);
    assert.deepEqual([...ids].sort(compareEventIds), [
      '999',
      '12907979',
      '12907987',
      '6553f1c0a1b2c3d4e5f60718',
      '6553f1c0a1b2c3d4e5f6071a',
    ]);
  });
});
