import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lifeOfToken } from '../../src/clue/jwt.ts';
import { readRetryAfter } from '../../src/clue/retry-after.ts';
import { grantIn, hear } from '../../src/clue/wire.ts';
import { instant } from '../../src/door/ids.ts';

const heard = (status: number, body: unknown) => hear({ status, text: JSON.stringify(body) });

describe('the envelope', () => {
  it('is a yes with code 200, as number or text, or without any code', () => {
    assert.ok(heard(200, { code: 200, status: true, data: [] }).ok);
    assert.ok(heard(200, { code: '200', data: [] }).ok);
    assert.ok(heard(200, { data: [] }).ok);
  });

  it('is a no with status false, another code or errors, though HTTP says 200', () => {
    assert.equal(heard(200, { code: 200, status: false }).ok, false);
    assert.equal(heard(200, { code: 'a sentence that is no code', data: [] }).ok, false);
    assert.equal(heard(200, { errors: [{}] }).ok, false);
    const forbidden = heard(200, { code: 403, status: true });
    assert.deepEqual([forbidden.ok, forbidden.status], [false, 403]);
  });

  it('gives the code and the names of the fields, and nothing of messages and values', () => {
    const details = [{ field: 'size', message: 'secret', rejectedValue: 'secret' }, { field: 'secret word' }, 'secret'];
    const no = heard(400, { errors: [{ code: 'e1003', message: 'secret', details, referedUrl: 'secret' }] });
    assert.deepEqual(no, { status: 400, ok: false, code: 'e1003', fields: ['size'] });
  });

  it('says why a body cannot be read', () => {
    assert.equal(hear({ status: 200, text: ' <!doctype html>' }).unreadable, 'HTML in place of JSON');
    assert.equal(hear({ status: 200, text: '' }).unreadable, 'an empty body');
    assert.equal(hear({ status: 200, text: '{"data":[{"userName":"EB' }).unreadable, 'JSON that breaks off');
    assert.equal(hear({ status: 200, text: '[1]' }).unreadable, 'JSON of another shape');
  });
});

describe("the login's answer", () => {
  const sample = readFileSync(new URL('../samples/login-response.json', import.meta.url), 'utf8');

  it('of the vendor gives both tokens, the status, and a life of an hour', () => {
    const { accessToken = '', refreshToken = '', accountStatus } = grantIn(hear({ status: 200, text: sample }).data);
    assert.equal(accountStatus, 'ACTIVE');
    assert.equal(lifeOfToken(accessToken), 3_600_000);
    assert.equal(lifeOfToken(refreshToken), 31_536_000_000);
  });

  it('of a strange shape gives nothing', () => {
    assert.deepEqual(grantIn(null), {});
    assert.deepEqual(grantIn({ accessToken: null, refreshToken: {} }), {});
  });

  it('with a token that is no JWT, or one that contradicts itself, counts as an hour', () => {
    const backwards = Buffer.from('{"exp":1,"iat":2}').toString('base64url');
    for (const token of ['opaque', 'a.b.c', `a.${backwards}.c`]) assert.equal(lifeOfToken(token), 3_600_000);
  });
});

describe('Retry-After', () => {
  const now = instant(Date.parse('2026-11-22T09:00:00Z'));

  it('is seconds, or a date by our clock, or a date by the clock of the answer', () => {
    assert.equal(readRetryAfter('7', undefined, now), 7_000);
    assert.equal(readRetryAfter('Sun, 22 Nov 2026 09:00:30 GMT', undefined, now), 30_000);
    assert.equal(readRetryAfter('Sun, 22 Nov 2026 03:00:30 GMT', 'Sun, 22 Nov 2026 03:00:00 GMT', now), 30_000);
  });

  it('is ten seconds where it is missing or senseless, never negative and never above an hour', () => {
    assert.equal(readRetryAfter(undefined, undefined, now), 10_000);
    assert.equal(readRetryAfter('later', undefined, now), 10_000);
    assert.equal(readRetryAfter('Sun, 22 Nov 2026 08:00:00 GMT', undefined, now), 0);
    assert.equal(readRetryAfter('999999999', undefined, now), 3_600_000);
  });
});
