import type { Reader } from '../../../slack/terminal/reader.ts';

/** When the gallery is read: the golden messages tell of the hours before. It stands still, so that pictures agree. */
const NOW = Date.parse('2026-11-20T12:00:00Z');

const NAMES: Readonly<Record<string, string>> = {
  U0HANA: 'Hana Sato',
  U0MINJUN: 'Minjun Park',
  U0LENA: 'Lena Vogel',
  C0ALERTS: 'door-alerts',
  C0OPS: 'bot-ops',
};

const nameOf = (id: string): string | undefined => (Object.hasOwn(NAMES, id) ? NAMES[id] : undefined);

const READERS: Readonly<Record<string, Reader>> = {
  ja: { timeZone: 'Asia/Tokyo', locale: 'ja-JP', now: NOW, nameOf },
  ko: { timeZone: 'Asia/Seoul', locale: 'ko-KR', now: NOW, nameOf },
};
const ENGLISH: Reader = { timeZone: 'Europe/Berlin', locale: 'en-US', now: NOW, nameOf };

/** Who reads a golden message: the one of the demo's people whose language it is in. */
export function galleryReader(language: string): Reader {
  return READERS[language.slice(0, 2)] ?? ENGLISH;
}
