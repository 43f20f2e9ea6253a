/** What stands where a secret stood. It means the same inside JSON, an address and plain text. */
const HIDDEN = '[hidden]';

/** A shorter secret would blot out half of every line; no token, password or phone number is that short. */
const SHORTEST_SECRET = 4;

/** Fields whose value is never printed: a token that was renewed a moment ago is in no list of secrets. */
const SECRET_FIELD =
  /pass(word|wd|phrase)|^pass$|pwd|token|secret|authori[sz]ation|cookie|credential|phone|api[-_]?key|^ticket$|response_?url/i;

/** Under such a field a number is as secret as text; under `tokenLifeMs` it is not. */
const SECRET_NUMBER = /pass|pwd|secret|phone/i;

const NAMES = String.raw`(?:pass(?:word|wd)|token|secret|authorization|phone|api[-_]?key|response_?url)[\w-]*`;

/** Secrets that give themselves away by their shape, each with what takes its place. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // JSON or util.inspect's text inside a longer text, once escaped or twice, and the same as form or cookie.
  [new RegExp(String.raw`(${NAMES}\\*["']?\s*[:=]\s*(\\*["']))(?:(?!\2)\\*[^\\])+`, 'gi'), `$1${HIDDEN}`],
  [new RegExp(String.raw`(${NAMES}=)(?!\[hidden\])[^\s"'&;,\\]+`, 'gi'), `$1${HIDDEN}`],
  [/\b(Bearer|Basic)(\s+|%20|\+)[\w.~+/%=-]{8,}/gi, `$1$2${HIDDEN}`],
  // Slack's tokens: xoxb-, xoxp-, xoxe.xoxp-, xapp-.
  [/(?:xox[a-z]|xapp)[.-][\w.%-]+/gi, HIDDEN],
  // A JSON Web Token: its first part is a JSON object in base64, which always begins with eyJ.
  [/eyJ[\w-]+(?:\.|%2E)[\w-]+(?:(?:\.|%2E)[\w-]*)?/gi, HIDDEN],
  // Slack's socket address opens the bot's stream to whoever has it; a response_url lets anyone answer in its name.
  [/\b(wss?:[\\/]+[^\s"'?<>]+)\?[^\s"'<>]+/gi, `$1?${HIDDEN}`],
  [/\b(https?:[\\/]+hooks\.slack\.com[\\/]+)[^\s"'<>]+/gi, `$1${HIDDEN}`],
  // A password inside an address.
  [/\b([a-z][\w+.-]*:\/\/)[^\s/"'<>\\@]+@/gi, `$1${HIDDEN}@`],
];

export type Scrub = {
  readonly text: (text: string) => string;
  /** Takes a log line in JSON and returns one. */
  readonly line: (line: string) => string;
};

/** Takes known secrets, however they are spelt, and everything that looks like one out of what is printed. */
export function createScrub(secrets: readonly string[]): Scrub {
  const spellings = [...new Set(secrets.flatMap(spellingsOf))].sort((a, b) => b.length - a.length);
  const known = spellings.length === 0 ? undefined : new RegExp(spellings.map(literally).join('|'), 'gi');

  const text = (raw: string): string => {
    const withoutKnown = known === undefined ? raw : raw.replace(known, HIDDEN);
    return SHAPES.reduce((scrubbed, [shape, instead]) => scrubbed.replace(shape, instead), withoutKnown);
  };

  const value = (raw: unknown): unknown => {
    if (typeof raw === 'string') return text(raw);
    if (typeof raw === 'number') return text(String(raw)) === String(raw) ? raw : HIDDEN;
    if (Array.isArray(raw)) return raw.map(value);
    if (typeof raw !== 'object' || raw === null) return raw;
    return Object.fromEntries(Object.entries(raw).map(([name, inner]) => [text(name), field(name, inner)]));
  };

  const field = (name: string, inner: unknown): unknown => {
    if (!SECRET_FIELD.test(name)) return value(inner);
    if (typeof inner === 'number') return SECRET_NUMBER.test(name) ? HIDDEN : value(inner);
    return typeof inner === 'boolean' || inner === null ? inner : HIDDEN;
  };

  const line = (raw: string): string => {
    const parsed = parsedLine(raw);
    // Replacing inside the line itself would break its JSON where a secret stands as a number.
    if (parsed === undefined) return text(raw);
    const { level, time, ...said } = parsed;
    return `${JSON.stringify({ level, time, ...Object(value(said)) })}\n`;
  };

  return { text, line };
}

function parsedLine(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}

/** A secret as it may turn up: bare, in an address, a form, JSON, JSON within JSON, HTML, base64 or hex. */
function spellingsOf(secret: string): readonly string[] {
  const inUrl = encodeURIComponent(secret.toWellFormed());
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    secret.trim(),
    inUrl,
    // Forms also encode what encodeURIComponent leaves as it is, and write a blank as a plus sign.
    new URLSearchParams({ s: secret }).toString().slice('s='.length),
    inUrl.replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`),
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    // util.inspect picks the quotes that fit, so it escapes either the backslash alone or the apostrophe with it.
    secret.replaceAll('\\', '\\\\'),
    secret.replace(/[\\']/g, '\\$&'),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    Buffer.from(secret).toString('hex'),
    ...base64Spellings(secret),
  ].filter((spelling) => spelling.length >= SHORTEST_SECRET);
}

/**
 * Base64 writes three bytes as four signs, so a secret inside a longer text has one of three spellings, by where it
 * begins. Signs that it shares with its neighbours are left out.
 */
function base64Spellings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  // The whole secret by itself first, then its three spellings inside something longer.
  const inside = [0, 1, 2].map((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor(((before + bytes.length) * 8) / 6);
    return padded.slice(first, last);
  });
  const whole = bytes.toString('base64').replace(/=+$/, '');
  return [whole, ...inside.filter((spelling) => spelling.length >= 8)].flatMap((spelling) => [
    spelling,
    spelling.replaceAll('+', '-').replaceAll('/', '_'),
    encodeURIComponent(spelling),
  ]);
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
