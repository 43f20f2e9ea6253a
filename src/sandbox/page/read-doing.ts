import { isObject, type Json, type JsonObject } from '../slack/json.ts';
import type { Doing } from './state.ts';

/** A doing as it came as JSON: what was filled in is known to be that. */
export type ReadDoing =
  | Exclude<Doing, { readonly do: 'submit' }>
  | { readonly do: 'submit'; readonly user: string; readonly values: Values };

type Values = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

export type DoingResult =
  | { readonly ok: true; readonly doing: ReadDoing }
  | { readonly ok: false; readonly error: string };

const DOOR_WORDS = [
  'let-in',
  'refuse-once',
  'refuse-fourteen',
  'third-party-refuses',
  'exit-button',
  'leave-unlocked',
  'lock-again',
  'cut-device',
  'reconnect',
] as const;
const CLUE_WORDS = ['well', 'away', 'slow', 'session-expired', 'account-locked'] as const;
const SLACK_WORDS = ['well', 'rate-limited', 'http-500', 'lost-answer', 'away'] as const;

/** Each doing's own members, by its word. */
const READERS: { readonly [Word in Doing['do']]: (read: Reading) => ReadDoing } = {
  type: (read) => ({ do: 'type', user: read.text('user'), channel: read.text('channel'), text: read.text('text') }),
  press: (read) => {
    const [blockId, value] = [read.optionalText('blockId'), read.optionalText('value')];
    return {
      do: 'press',
      user: read.text('user'),
      on: read.pressedOn(),
      actionId: read.text('actionId'),
      ...(blockId !== undefined && { blockId }),
      ...(value !== undefined && { value }),
    };
  },
  submit: (read) => ({ do: 'submit', user: read.text('user'), values: read.values() }),
  pick: (read) => ({
    do: 'pick',
    user: read.text('user'),
    channel: read.text('channel'),
    ts: read.ts(),
    shortcut: read.text('shortcut'),
  }),
  'close-modal': (read) => ({ do: 'close-modal', user: read.text('user') }),
  'open-home': (read) => ({ do: 'open-home', user: read.text('user') }),
  read: (read) => ({ do: 'read', user: read.text('user'), channel: read.text('channel'), ts: read.ts() }),
  delete: (read) => ({ do: 'delete', channel: read.text('channel'), ts: read.ts() }),
  door: (read) => ({
    do: 'door',
    place: read.whole('place'),
    door: read.whole('door'),
    what: read.word('what', DOOR_WORDS),
  }),
  clue: (read) => ({ do: 'clue', state: read.word('state', CLUE_WORDS) }),
  slack: (read) => ({ do: 'slack', state: read.word('state', SLACK_WORDS) }),
  bot: (read) => ({ do: 'bot', what: read.word('what', ['kill', 'start']) }),
};

/** Reads what the page asks for, strictly: every fault is told, and an unknown member is one. */
export function readDoing(given: Json | undefined): DoingResult {
  if (!isObject(given)) return { ok: false, error: 'A doing is a JSON object.' };
  const word = Object.keys(READERS).find((known): known is Doing['do'] => known === given.do);
  if (word === undefined) return { ok: false, error: `do must be one of: ${Object.keys(READERS).join(', ')}.` };
  const reading = createReading(given);
  const doing = READERS[word](reading);
  const faults = reading.faults();
  return faults.length === 0 ? { ok: true, doing } : { ok: false, error: `${word}: ${faults.join('; ')}.` };
}

/** Reads members one by one and notes what is wrong with them; where something is, the value it gives is not used. */
type Reading = ReturnType<typeof createReading>;

/** Far more than anybody types; Slack cuts a message at 40,000. */
const LONGEST_TEXT = 4_000;

function createReading(given: JsonObject) {
  const faults: string[] = [];
  const seen = new Set(['do']);
  const take = (name: string): Json | undefined => {
    seen.add(name);
    return given[name];
  };
  const asText = (name: string, value: Json | undefined): string => {
    if (typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT) return value;
    faults.push(`${name} must be a text of 1 to ${LONGEST_TEXT} characters`);
    return '';
  };
  const asTs = (name: string, value: Json | undefined): string => {
    if (typeof value === 'string' && /^\d{1,12}\.\d{6}$/.test(value)) return value;
    faults.push(`${name} must be the ts of a message`);
    return '';
  };

  return {
    text: (name: string): string => asText(name, take(name)),
    optionalText: (name: string): string | undefined => {
      const value = take(name);
      return value === undefined ? undefined : asText(name, value);
    },
    whole: (name: string): number => {
      const value = take(name);
      if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
      faults.push(`${name} must be a whole number`);
      return 0;
    },
    word: <const Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word => {
      const value = take(name);
      const found = words.find((word) => word === value);
      if (found === undefined) faults.push(`${name} must be one of: ${words.join(', ')}`);
      return found ?? words[0];
    },
    ts: (): string => asTs('ts', take('ts')),
    pressedOn: (): Extract<Doing, { readonly do: 'press' }>['on'] => {
      const on = take('on');
      if (on === 'home' || on === 'modal') return on;
      if (isObject(on) && Object.keys(on).every((key) => key === 'channel' || key === 'ts')) {
        return { channel: asText('on.channel', on.channel), ts: asTs('on.ts', on.ts) };
      }
      faults.push('on must be "home", "modal" or {channel, ts}');
      return 'home';
    },
    values: (): Values => {
      const values = byName(take('values'), (block) => byName(block, (state) => (isObject(state) ? state : undefined)));
      if (values === undefined) faults.push('values must hold, by block_id and action_id, the state of each input');
      return values ?? {};
    },
    faults: (): readonly string[] => [
      ...faults,
      ...Object.keys(given)
        .filter((name) => !seen.has(name))
        .map((name) => `${name.slice(0, 40)} is not known`),
    ],
  };
}

/** An object's members, each read; `undefined` where it is no object or one of them cannot be read. */
function byName<Value>(
  given: Json | undefined,
  read: (value: Json | undefined) => Value | undefined,
): Readonly<Record<string, Value>> | undefined {
  if (!isObject(given)) return undefined;
  const members: (readonly [string, Value])[] = [];
  for (const [name, value] of Object.entries(given)) {
    const member = read(value);
    if (member === undefined) return undefined;
    members.push([name, member]);
  }
  return Object.fromEntries(members);
}
