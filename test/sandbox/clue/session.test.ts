import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type SandboxClueOptions, startClue } from '../../../src/sandbox/clue/start-clue.ts';
import loginSample from '../../samples/login-response.json' with { type: 'json' };
import { ask, fieldsOf, login, post, refusal, type Said, tokensOf } from './caller.ts';
import { manualClock } from './manual-clock.ts';

async function clueFor(test: { after: (fn: () => Promise<void>) => void }, options: SandboxClueOptions = {}) {
  const clue = await startClue(options);
  test.after(clue.stop);
  return clue;
}

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
const dataOf = (said: Said) => (said.body as { data: Record<string, string> }).data;

describe('a login', () => {
  it('is answered in the shape of the sample, with the same fields in the same order', async (t) => {
    const said = await login(await clueFor(t));
    assert.equal(said.status, 200);
    assert.deepEqual(Object.keys(said.body as object), Object.keys(loginSample));
    assert.deepEqual(Object.keys(dataOf(said)), Object.keys(loginSample.data));
    const { accessToken: _a, refreshToken: _r, ...person } = dataOf(said);
    const { accessToken: _sa, refreshToken: _sr, ...samplePerson } = loginSample.data;
    assert.deepEqual(person, samplePerson);
  });

  it('gives JWTs with the header, the claims and the lives of the sample', async (t) => {
    const clock = manualClock();
    const { access, refresh } = await tokensOf(await clueFor(t, { now: clock.now }));
    assert.equal(access.split('.')[0], loginSample.data.accessToken.split('.')[0]);
    const iat = clock.now() / 1000;
    assert.deepEqual(claimsOf(access), { ttc: 'ac', dtc: 'ma', exp: iat + 3600, ric: 1, iat, jti: 1 });
    assert.deepEqual(claimsOf(refresh), { ttc: 're', dtc: 'ma', exp: iat + 31_536_000, ric: 1, iat, jti: 2 });
  });

  it('needs all five fields as text, and never repeats what it rejects', async (t) => {
    const clue = await clueFor(t);
    const said = await login(clue, { phone: undefined, password: 4711, accountType: ' ' });
    assert.equal(refusal(said), '400 e1003');
    assert.deepEqual(fieldsOf(said), ['phone', 'password', 'accountType']);
    assert.ok(!JSON.stringify(said.body).includes('4711'));
    assert.equal(fieldsOf(await post(clue, '/v1/accounts/login/phone', undefined)).length, 5);
  });

  it('of an unknown phone or a device type that does not exist is refused', async (t) => {
    const clue = await clueFor(t);
    assert.equal(refusal(await login(clue, { phone: '000' })), '400 a1000');
    assert.equal(refusal(await login(clue, { authDeviceType: 'TOASTER' })), '400 e1003');
  });

  it('locks the account after five wrong passwords, for the right one too', async (t) => {
    const clue = await clueFor(t);
    for (let nth = 1; nth <= 5; nth += 1) assert.equal(refusal(await login(clue, { password: 'no' })), '401 a1003');
    assert.equal(refusal(await login(clue)), '403 a1014');
    assert.equal(clue.logins, 6);
    clue.setAccount({ kind: 'active' });
    assert.equal((await login(clue)).status, 200);
  });

  it('with the right password forgets the wrong ones before it', async (t) => {
    const clue = await clueFor(t);
    for (const password of ['1', '2', '3', '4', clue.account.password, '5', '6', '7', '8']) {
      await login(clue, { password });
    }
    assert.equal((await login(clue)).status, 200);
  });

  it('tells how the account stands, as a refusal or in the answer', async (t) => {
    const clue = await clueFor(t);
    clue.setAccount({ kind: 'refused', status: 'INACTIVE' });
    assert.equal(refusal(await login(clue)), '403 a1013');
    clue.setAccount({ kind: 'refused', status: 'PASSWORD_EXPIRED' });
    assert.equal(refusal(await login(clue)), '403 a1015');
    clue.setAccount({ kind: 'two-factor' });
    assert.equal(refusal(await login(clue)), '403 a1032');
    clue.setAccount({ kind: 'told', status: 'PASSWORD_EXPIRED' });
    const said = await login(clue);
    assert.equal(said.status, 200);
    assert.equal(dataOf(said).accountStatus, 'PASSWORD_EXPIRED');
  });

  it('takes the account of the options', async (t) => {
    const clue = await clueFor(t, { account: { phone: '5550100', password: 'other' } });
    assert.equal((await login(clue)).status, 200);
    assert.equal(refusal(await login(clue, { password: 'Pa$sw0rd' })), '401 a1003');
  });
});

describe('a token', () => {
  it('runs out by the clock of the server', async (t) => {
    const clock = manualClock();
    const clue = await clueFor(t, { now: clock.now, tokenLifeS: 60 });
    const { access } = await tokensOf(clue);
    clock.advance(59_000);
    assert.equal((await ask(clue, access)).status, 200);
    clock.advance(1_000);
    assert.equal(refusal(await ask(clue, access)), '401 a1028');
  });

  it('is refused when it is missing, forged, signed for another use, or of another server', async (t) => {
    const clue = await clueFor(t);
    const { access, refresh } = await tokensOf(clue);
    const [header, , signature] = access.split('.');
    const longer = Buffer.from(JSON.stringify({ ...claimsOf(access), exp: 9_999_999_999 })).toString('base64url');
    const stranger = await tokensOf(await clueFor(t));
    for (const token of ['', 'x', `${header}.${longer}.${signature}`, `${access}x.y`, refresh, stranger.access]) {
      assert.equal(refusal(await ask(clue, token)), '401 a1028');
    }
    const bare = await fetch(`${clue.url}/v1/events/places/178`);
    assert.equal(bare.status, 401);
  });

  it('is taken from the cookie when there is no header', async (t) => {
    const clue = await clueFor(t);
    const { access } = await tokensOf(clue);
    for (const cookie of [`Authorization=Bearer ${access}`, `a=b; Authorization=Bearer%20${access}`]) {
      const response = await fetch(`${clue.url}/v1/events/places/178`, { headers: { cookie } });
      assert.equal(response.status, 200);
    }
    const response = await fetch(`${clue.url}/v1/events/places/178`, {
      headers: { cookie: `Authorization=Bearer ${access}`, authorization: 'Bearer wrong' },
    });
    assert.equal(response.status, 401);
  });

  it('can be an API key, where the server has one', async (t) => {
    const clue = await clueFor(t, { apiKey: 'key-1' });
    assert.equal((await ask(clue, 'key-1')).status, 200);
    assert.equal(refusal(await ask(clue, 'key-2')), '401 a1028');
    assert.equal(refusal(await ask(await clueFor(t), 'undefined')), '401 a1028');
  });

  it('expires or is called back on request, and a login in the same second helps', async (t) => {
    const clock = manualClock();
    const clue = await clueFor(t, { now: clock.now });
    const first = await tokensOf(clue);
    clue.expireTokens();
    assert.equal(refusal(await ask(clue, first.access)), '401 a1028');
    const renewed = await post(clue, '/v1/accounts/access-token', { refreshToken: first.refresh });
    assert.equal((await ask(clue, dataOf(renewed).accessToken ?? '')).status, 200);
    clue.revokeTokens();
    assert.equal(refusal(await ask(clue, dataOf(renewed).accessToken ?? '')), '401 a1028');
    assert.equal(refusal(await post(clue, '/v1/accounts/access-token', { refreshToken: first.refresh })), '401 a1010');
    assert.equal((await ask(clue, (await tokensOf(clue)).access)).status, 200);
  });
});

describe('a renewal', () => {
  it('gives an access token or a refresh token for a good refresh token', async (t) => {
    const clue = await clueFor(t);
    const { refresh } = await tokensOf(clue);
    const access = await post(clue, '/v1/accounts/access-token', { refreshToken: refresh });
    assert.deepEqual(Object.keys(access.body as object), ['code', 'status', 'message', 'data']);
    assert.equal((await ask(clue, dataOf(access).accessToken ?? '')).status, 200);
    const another = await post(clue, '/v1/accounts/refresh-token', { refreshToken: refresh });
    assert.equal(claimsOf(dataOf(another).refreshToken ?? '').ttc, 're');
    assert.equal(clue.logins, 1);
  });

  it('is refused without a refresh token, with an access token, and after a year', async (t) => {
    const clock = manualClock();
    const clue = await clueFor(t, { now: clock.now });
    const { access, refresh } = await tokensOf(clue);
    assert.equal(refusal(await post(clue, '/v1/accounts/access-token', {})), '400 a1010');
    assert.equal(refusal(await post(clue, '/v1/accounts/access-token', { refreshToken: access })), '401 a1010');
    clock.advance(31_536_000_000);
    assert.equal(refusal(await post(clue, '/v1/accounts/access-token', { refreshToken: refresh })), '401 a1011');
  });

  it('can be switched off, as at a service that only knows the guide', async (t) => {
    const clue = await clueFor(t);
    const { refresh } = await tokensOf(clue);
    clue.offerRenewal(false);
    const renew = () => post(clue, '/v1/accounts/access-token', { refreshToken: refresh });
    assert.equal(refusal(await renew()), '404 e1007');
    clue.offerRenewal(true);
    assert.equal((await renew()).status, 200);
  });
});

describe('the journal', () => {
  it('notes method, path, query, time and status, and no secret', async (t) => {
    const clock = manualClock();
    const clue = await clueFor(t, { now: clock.now });
    const { access, refresh } = await tokensOf(clue);
    clock.advance(5_000);
    await ask(clue, access, 178, 'page=0&size=5');
    await post(clue, '/v1/nowhere', {});
    assert.deepEqual(clue.journal, [
      { method: 'POST', path: '/v1/accounts/login/phone', query: '', at: clock.now() - 5_000, status: 200 },
      { method: 'GET', path: '/v1/events/places/178', query: 'page=0&size=5', at: clock.now(), status: 200 },
      { method: 'POST', path: '/v1/nowhere', query: '', at: clock.now(), status: 404 },
    ]);
    for (const secret of [access, refresh, clue.account.password, clue.account.phone]) {
      assert.ok(!JSON.stringify(clue.journal).includes(secret));
    }
  });
});
