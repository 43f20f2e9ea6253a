import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Config, type Environment, loadEnv, readConfig, secretsOf } from '../src/config.ts';

const KEY = Buffer.from('0123456789abcdef0123456789ABCDEF').toString('base64');

const LEAST: Environment = {
  SLACK_BOT_TOKEN: 'xoxb-1-bot',
  SLACK_APP_TOKEN: 'xapp-1-app',
  CLUE_COUNTRY_CODE: 'kr',
  CLUE_PHONE: '01234567890',
  CLUE_PASSWORD: 'Pa$sw0rd',
  CLUE_PLACES: '178',
};

function configOf(more: Environment = {}): Config {
  const result = readConfig({ ...LEAST, ...more });
  assert.ok(result.ok, result.ok ? '' : result.faults.join('\n'));
  return result.config;
}

function warningsOf(more: Environment = {}): readonly string[] {
  const result = readConfig({ ...LEAST, ...more });
  return result.ok ? result.warnings : assert.fail(result.faults.join('\n'));
}

function faultsOf(more: Environment): readonly string[] {
  const result = readConfig({ ...LEAST, ...more });
  return result.ok ? assert.fail('it was accepted') : result.faults;
}

test('the least that must be set gives everything else its default', () => {
  assert.deepEqual(configOf(), {
    slack: { botToken: 'xoxb-1-bot', appToken: 'xapp-1-app', apiUrl: 'https://slack.com/api/' },
    clue: {
      apiUrl: 'https://api.moon.supremainc.com',
      credentials: {
        kind: 'login',
        countryCode: 'kr',
        phone: '01234567890',
        password: 'Pa$sw0rd',
        accountType: 'BUSINESS_OWNER',
        authDeviceType: 'MOBILE_APP',
      },
    },
    places: [{ id: '178' }],
    alertChannels: [],
    pollCron: '*/5 * * * * *',
    store: { url: 'sqlite://./data/clue-bot.sqlite' },
    roles: { admins: [], operators: [], viewers: [] },
    lookupReason: 'off',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: 'en',
    logLevel: 'info',
  });
});

test('everything that can be set is taken', () => {
  const config = configOf({
    SLACK_API_URL: 'http://127.0.0.1:9/api',
    CLUE_API_URL: 'http://localhost:8/clue/',
    CLUE_ACCOUNT_TYPE: 'STAFF',
    CLUE_AUTH_DEVICE_TYPE: 'WEB',
    CLUE_PLACES: '178:Shibuya store, 179',
    ALERT_CHANNEL: 'C01, C03',
    OPS_CHANNEL: 'G02',
    POLL_CRON: '*/2 * * * * *',
    STORE_URL: 'sqlite:///var/lib/bot.sqlite',
    STORE_KEY: KEY,
    ADMINS: 'U1, W2 U3,U1',
    TIME_ZONE: 'Asia/Tokyo',
    LOCALE: 'ko-KR',
    LOG_LEVEL: 'WARN',
  });
  const { credentials } = config.clue;
  assert.equal(config.slack.apiUrl, 'http://127.0.0.1:9/api/');
  assert.equal(config.clue.apiUrl, 'http://localhost:8/clue');
  assert.ok(credentials.kind === 'login');
  assert.deepEqual([credentials.accountType, credentials.authDeviceType], ['STAFF', 'WEB']);
  assert.deepEqual(config.places, [{ id: '178', name: 'Shibuya store' }, { id: '179' }]);
  assert.deepEqual([config.alertChannels, config.opsChannel], [['C01', 'C03'], 'G02']);
  assert.equal(config.pollCron, '*/2 * * * * *');
  assert.deepEqual(config.store, { url: 'sqlite:///var/lib/bot.sqlite', key: Buffer.from(KEY, 'base64') });
  assert.deepEqual(config.roles.admins, ['U1', 'W2', 'U3']);
  assert.deepEqual([config.timeZone, config.locale, config.logLevel], ['Asia/Tokyo', 'ko-KR', 'warn']);
});

test('nothing set at all lists everything that is missing, each with what to do', () => {
  const result = readConfig({});
  assert.deepEqual(result.ok ? [] : result.faults, [
    'SLACK_BOT_TOKEN is not set: paste the Bot User OAuth Token from OAuth & Permissions on api.slack.com/apps.',
    'SLACK_APP_TOKEN is not set: paste the App-Level Token with connections:write from Basic Information on api.slack.com/apps.',
    "CLUE_PLACES is not set: give the places to watch by CLUe's ids, as in 178:Shibuya store,179.",
    'CLUE_COUNTRY_CODE, CLUE_PHONE, CLUE_PASSWORD are not set: give the login of a CLUe account, or a CLUE_API_KEY in its place.',
  ]);
});

test('an empty or blank variable counts as not set', () => {
  const blank = Object.fromEntries(
    'ALERT_CHANNEL STORE_KEY STORE_URL LOG_LEVEL TIME_ZONE ADMINS DEFAULT_ROLE LOOKUP_REASON CLUE_API_KEY'
      .split(' ')
      .map((name) => [name, ' ']),
  );
  assert.deepEqual(configOf(blank), configOf());
  assert.match(faultsOf({ CLUE_PASSWORD: '' }).join(), /^CLUE_PASSWORD is not set/);
});

test('blanks around a value are taken off, but not around a password', () => {
  const config = configOf({ SLACK_BOT_TOKEN: ' xoxb-1 ', CLUE_PASSWORD: ' pass word ' });
  assert.equal(config.slack.botToken, 'xoxb-1');
  assert.ok(config.clue.credentials.kind === 'login');
  assert.equal(config.clue.credentials.password, ' pass word ');
});

const FAULTS: readonly (readonly [name: string, value: string, words: RegExp])[] = [
  ['SLACK_BOT_TOKEN', 'xoxp-user', /must begin with xoxb-/],
  ['SLACK_BOT_TOKEN', 'xoxb-', /must begin with xoxb-/],
  ['SLACK_BOT_TOKEN', '"xoxb-1"', /must begin with xoxb-/],
  ['SLACK_APP_TOKEN', 'xapp-1 2', /no blank/],
  ['SLACK_API_URL', 'slack.com', /not an address/],
  ['SLACK_API_URL', 'ftp://slack.com/', /https/],
  ['SLACK_API_URL', 'http://slack.com/api/', /unencrypted/],
  ['SLACK_API_URL', 'https://slack.com/api/?x=1', /take out/],
  ['CLUE_API_URL', 'http://api.moon.supremainc.com', /unencrypted/],
  ['CLUE_API_URL', 'http://127.0.0.1.evil.example', /unencrypted/],
  ['CLUE_API_URL', 'http://127.evil.example', /unencrypted/],
  ['CLUE_API_URL', 'http://localhost.evil.example', /unencrypted/],
  ['CLUE_API_URL', 'http://192.168.0.2', /unencrypted/],
  ['CLUE_API_URL', 'http://localhost@evil.example', /user name/],
  ['CLUE_API_URL', 'https://me:hush@clue.example', /password/],
  ['CLUE_COUNTRY_CODE', 'Korea', /kr or 82/],
  ['CLUE_PLACES', ',', /names no place/],
  ['CLUE_PLACES', '178,:Shibuya', /item 2/],
  ['CLUE_PLACES', 'Shibuya store', /item 1/],
  ['CLUE_PLACES', '178/../1', /item 1/],
  ['CLUE_PLACES', '178:A,179,178:B', /names place 178 twice/],
  ['CLUE_PLACES', '178,１７８', /names place 178 twice/],
  ['ALERT_CHANNEL', '#door-alerts', /not its name.*copy the id/],
  ['ALERT_CHANNEL', 'door-alerts', /not its name/],
  ['ALERT_CHANNEL', 'U0123', /channel's id/],
  ['OPS_CHANNEL', 'C01 C02', /channel's id/],
  ['POLL_CRON', 'every 5 s', /no pattern/],
  ['POLL_CRON', '0.5 * * * * *', /no pattern/],
  ['POLL_CRON', '* * * * * * *', /no pattern/],
  ['STORE_URL', 'redis://localhost', /sqlite:\/\/ and a file/],
  ['STORE_URL', 'sqlite://', /sqlite:\/\/ and a file/],
  ['STORE_URL', 'sqlite://:memory:', /memory:/],
  ['STORE_URL', 'sqlite://./data/', /sqlite:\/\/ and a file/],
  ['STORE_KEY', 'short', /32 random bytes/],
  ['STORE_KEY', `${KEY}AAAA`, /32 random bytes/],
  ['STORE_KEY', 'a'.repeat(64), /32 random bytes/],
  ['ADMINS', 'U1,anna', /members' ids/],
  ['TIME_ZONE', 'Tokyo', /Asia\/Tokyo/],
  ['LOCALE', 'english!', /en, ja/],
  ['LOCALE', 'xx', /en, ja/],
  ['LOG_LEVEL', 'loud', /debug, info, warn, error/],
];
for (const [name, value, words] of FAULTS) {
  test(`${name}=${value} is refused with what to do, and without its value`, () => {
    const faults = faultsOf({ [name]: value });
    const [fault = ''] = faults;
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.ok(fault.startsWith(`${name} `), fault);
    assert.match(fault, words);
    assert.match(fault, /[^.]\.$/);
    if (value.length > 6 && !fault.includes(`as in ${value}`)) assert.ok(!fault.includes(value), fault);
  });
}

test('all faults are listed at once', () => {
  const faults = faultsOf(Object.fromEntries(FAULTS.map(([name, value]) => [name, value])));
  for (const [name] of FAULTS)
    assert.ok(
      faults.some((fault) => fault.startsWith(`${name} `)),
      name,
    );
});

test('two tokens in each other’s place are called swapped, and nothing else', () => {
  const faults = faultsOf({ SLACK_BOT_TOKEN: 'xapp-1-app', SLACK_APP_TOKEN: 'xoxb-1-bot' });
  assert.equal(faults.length, 1);
  assert.match(faults.join(), /SLACK_BOT_TOKEN and SLACK_APP_TOKEN: these two are swapped/);
});

test('no fault and no warning shows a secret, in whichever variable it was put', () => {
  const secrets = ['xoxb-hush-1', 'xapp-hush-2', 'hush"3', 'hush 4'];
  const names = [...new Set([...FAULTS.map(([name]) => name), ...Object.keys(LEAST), 'CLUE_API_KEY'])];
  for (const name of names) {
    for (const secret of secrets) {
      const result = readConfig({ ...LEAST, [name]: secret });
      const said = result.ok ? result.warnings : result.faults;
      assert.ok(!said.join('\n').includes('hush'), `${name}: ${said.join('\n')}`);
    }
  }
});

test('plain http is for this machine alone', () => {
  for (const host of ['127.0.0.1', '127.9.9.9', '[::1]', 'localhost', 'LOCALHOST', '127.1']) {
    assert.equal(new URL(configOf({ CLUE_API_URL: `http://${host}:1234` }).clue.apiUrl).port, '1234');
    assert.match(configOf({ SLACK_API_URL: `http://${host}:1234/api` }).slack.apiUrl, /\/api\/$/);
  }
});

test('places may be written with the marks of an Asian keyboard, and their names with colons', () => {
  const config = configOf({ CLUE_PLACES: '１７８：渋谷店、179:Store: back door，64f0c2aa91b2c3d4e5f60718 ,' });
  assert.deepEqual(config.places, [
    { id: '178', name: '渋谷店' },
    { id: '179', name: 'Store: back door' },
    { id: '64f0c2aa91b2c3d4e5f60718' },
  ]);
});

test('the bot speaks of itself in the alert channel unless it has a channel for it', () => {
  assert.equal(configOf({ ALERT_CHANNEL: 'C1' }).opsChannel, 'C1');
  assert.equal(configOf({ ALERT_CHANNEL: 'C1', OPS_CHANNEL: 'C2' }).opsChannel, 'C2');
  assert.equal(configOf({ OPS_CHANNEL: 'C2' }).alertChannels.length, 0);
});

test('an API key takes the place of the login', () => {
  const alone = { CLUE_COUNTRY_CODE: '', CLUE_PHONE: '', CLUE_PASSWORD: '', CLUE_API_KEY: 'key-1' };
  assert.deepEqual(configOf(alone).clue.credentials, { kind: 'api-key', key: 'key-1' });
  assert.ok(!warningsOf(alone).some((warning) => warning.includes('CLUE_API_KEY')));
});

test('a key beside a login wins, with a warning', () => {
  const both = { CLUE_API_KEY: 'key-1' };
  assert.deepEqual(configOf(both).clue.credentials, { kind: 'api-key', key: 'key-1' });
  assert.match(
    warningsOf(both).join(),
    /CLUE_API_KEY is set, so CLUE_COUNTRY_CODE, CLUE_PHONE, CLUE_PASSWORD will not be used/,
  );
  assert.match(warningsOf({ ...both, CLUE_PHONE: '' }).join(), /so CLUE_COUNTRY_CODE, CLUE_PASSWORD will not/);
});

test('half a login names what is missing', () => {
  assert.deepEqual(faultsOf({ CLUE_PHONE: '', CLUE_PASSWORD: '' }), [
    'CLUE_PHONE is not set: give the phone number that the CLUe account logs in with.',
    'CLUE_PASSWORD is not set: give the password of the CLUe account.',
  ]);
});

test('what works but may not be meant is warned of', () => {
  const quiet = { ALERT_CHANNEL: 'C1', STORE_KEY: KEY };
  assert.deepEqual(warningsOf(quiet), []);
  assert.match(warningsOf({ ...quiet, STORE_KEY: '' }).join('\n'), /^STORE_KEY is not set: .*unencrypted.*\.$/);
  assert.match(
    warningsOf({ ...quiet, STORE_URL: 'memory:', STORE_KEY: '' }).join('\n'),
    /^STORE_URL is memory: .* lost when it stops\.$/,
  );
  assert.match(warningsOf({ ...quiet, POLL_CRON: '*/5 * * * *' }).join('\n'), /^POLL_CRON has five fields/);
  assert.match(
    warningsOf({ ...quiet, ALERT_CHANNEL: '', OPS_CHANNEL: 'C1' }).join('\n'),
    /^ALERT_CHANNEL is not set.*no alerts/,
  );
  assert.match(warningsOf({ ...quiet, ALERT_CHANNEL: '' }).join('\n'), /\nOPS_CHANNEL is not set/);
});

test('the secrets of a configuration are all there for the log to hide', () => {
  assert.deepEqual(secretsOf(configOf({ STORE_KEY: KEY })), [
    'xoxb-1-bot',
    'xapp-1-app',
    'Pa$sw0rd',
    '01234567890',
    KEY,
  ]);
  assert.deepEqual(secretsOf(configOf({ CLUE_API_KEY: 'key-1' })), ['xoxb-1-bot', 'xapp-1-app', 'key-1']);
});

test('a value in .env that begins with a # is a fault, not a silence', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'clue-bot-'));
  t.after(() => rmSync(directory, { recursive: true }));
  writeFileSync(`${directory}/.env`, 'LOCALE=ja\nALERT_CHANNEL=#door-alerts\n');
  assert.match(loadEnv(`${directory}/.env`) ?? '', /^ALERT_CHANNEL in .* begins with a #.*by its id/);
  writeFileSync(`${directory}/.env`, 'UNUSED_BY_THE_BOT= # a comment\n# ALERT_CHANNEL=#door-alerts\n');
  assert.equal(loadEnv(`${directory}/.env`), undefined);
});

test('a .env file adds to the environment, which wins; a missing one is no fault, an unreadable one is', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'clue-bot-'));
  t.after(() => rmSync(directory, { recursive: true }));
  writeFileSync(`${directory}/.env`, 'LOCALE=ja\nLOG_LEVEL="warn" # quiet\n');
  mkdirSync(`${directory}/folder`);
  // In a process of its own, since the file's variables stay in the environment.
  const script = `
    const { loadEnv } = await import(${JSON.stringify(new URL('../src/config.ts', import.meta.url).href)});
    const said = [loadEnv('missing'), loadEnv(), loadEnv('folder')];
    console.log(JSON.stringify([process.env.LOCALE, process.env.LOG_LEVEL, ...said]));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    cwd: directory,
    env: { PATH: process.env.PATH ?? '', LOCALE: 'ko' },
  });
  const [locale, level, missing, there, folder] = JSON.parse(stdout);
  assert.deepEqual([locale, level, missing, there], ['ko', 'warn', null, null]);
  assert.match(folder, /^folder is there but cannot be read \(\w+\): /);
});
