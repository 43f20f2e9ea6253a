import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemOfAnswer, refusalOfLogin } from '../../src/clue/errors.ts';
import { grantIn, hear } from '../../src/clue/wire.ts';

const heard = (status: number, body: unknown) =>
  hear({ status, text: typeof body === 'string' ? body : JSON.stringify(body) });
const withCode = (code: string) => ({ errors: [{ code, message: 'no' }] });
const refused = (status: number, body: unknown) => {
  const answer = heard(status, body);
  return refusalOfLogin(answer, grantIn(answer.data).accountStatus)?.why;
};

describe('a login is refused', () => {
  for (const [code, why] of [
    ['a1000', 'no-account'],
    ['a1003', 'wrong-password'],
    ['a1013', 'account-inactive'],
    ['a1014', 'account-locked'],
    ['a1015', 'other'],
    ['a1032', 'two-factor-asked'],
  ]) {
    it(`by ${code}: ${why}, in an error's envelope as in a 200 that denies itself`, () => {
      assert.equal(refused(400, withCode(code ?? '')), why);
      assert.equal(refused(200, { code, status: false }), why);
    });
  }

  for (const [accountStatus, why] of [
    ['INACTIVE', 'account-inactive'],
    ['DELETE_RESERVE', 'account-inactive'],
    ['PASSWORD_LOCKED', 'account-locked'],
    ['PASSWORD_EXPIRED', 'password-expired'],
    ['AUTH_CODE_LOCKED', 'two-factor-asked'],
    ['AUTH_CODE_TOO_MANY_SEND', 'two-factor-asked'],
    ['SOMETHING_NEW', 'other'],
  ]) {
    it(`by the account status ${accountStatus}: ${why}, even beside a token`, () => {
      assert.equal(refused(200, { code: 200, status: true, data: { accountStatus, accessToken: 'x' } }), why);
    });
  }

  it('by any other 4xx, in whatever words', () => {
    assert.equal(refused(401, ''), 'wrong-password');
    assert.equal(refused(401, withCode('e9999')), 'other');
    assert.equal(refused(403, '<html>'), 'other');
    assert.equal(refused(404, ''), 'other');
    assert.equal(refused(422, withCode('e1003')), 'other');
    assert.equal(refused(200, { code: 400, status: false }), 'other');
    assert.equal(refused(200, { status: false }), 'other');
  });
});

describe('a login is not refused', () => {
  it('by an active account, or one whose status is left out', () => {
    assert.equal(refused(200, { code: 200, status: true, data: { accountStatus: 'ACTIVE' } }), undefined);
    assert.equal(refused(200, { code: 200, status: true, data: {} }), undefined);
  });

  it("by a server's fault, a timeout, a rate limit, a redirect or a body that says nothing", () => {
    for (const status of [408, 429, 500, 502, 503, 301]) assert.equal(refused(status, ''), undefined, `${status}`);
    assert.equal(refused(400, withCode('e1000')), undefined);
    assert.equal(refused(200, '<html>'), undefined);
    assert.equal(refused(200, '{"data":'), undefined);
  });
});

describe('an answer to a question means', () => {
  const kindOf = (status: number, body: unknown) => problemOfAnswer(heard(status, body)).kind;

  it('what its status and code say', () => {
    assert.deepEqual(problemOfAnswer(heard(403, withCode('e1001'))), { kind: 'not-allowed', code: 'e1001' });
    assert.deepEqual(problemOfAnswer(heard(404, '')), { kind: 'no-such-place' });
    assert.deepEqual(problemOfAnswer(heard(400, withCode('e1007'))), { kind: 'no-such-place', code: 'e1007' });
    assert.deepEqual(problemOfAnswer(heard(200, { code: 'e1007', status: false })), {
      kind: 'no-such-place',
      code: 'e1007',
    });
    assert.deepEqual(problemOfAnswer(heard(500, withCode('e1000'))), {
      kind: 'server-error',
      status: 500,
      code: 'e1000',
    });
    assert.equal(kindOf(503, '<html>busy</html>'), 'server-error');
    assert.equal(kindOf(200, { status: false }), 'server-error');
  });

  it('a bad question, with the fields that CLUe complained of', () => {
    const body = { errors: [{ code: 'e1003', details: [{ field: 'size' }, { field: 'page' }, { field: 'size' }] }] };
    const problem = { kind: 'bad-request', status: 400, code: 'e1003', detail: 'CLUe complained of size, page' };
    assert.deepEqual(problemOfAnswer(heard(400, body)), problem);
  });

  it('nothing of the place, where a proxy answers in HTML', () => {
    assert.equal(kindOf(404, '<html>'), 'unreadable-answer');
    assert.equal(kindOf(403, '<html>'), 'unreadable-answer');
    assert.equal(kindOf(302, ''), 'unreadable-answer');
  });
});
