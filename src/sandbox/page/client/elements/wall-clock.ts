/** A moment as a date field shows it in a zone: `2026-11-20T21:00`. `seconds` since 1970. */
export function wallClockOf(seconds: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(seconds * 1000);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The moment of such a text in a zone, in seconds since 1970; `undefined` when the text is no moment. */
export function momentOf(wallClock: string, timeZone: string): number | undefined {
  // Date.parse finds a moment in almost anything.
  const asIfUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wallClock)
    ? Date.parse(`${wallClock}:00Z`) / 1000
    : Number.NaN;
  if (Number.isNaN(asIfUtc)) return undefined;
  const offsetAt = (seconds: number) => Date.parse(`${wallClockOf(seconds, timeZone)}:00Z`) / 1000 - seconds;
  // The offset where the clock stands is first looked up near it, then where it really is.
  return asIfUtc - offsetAt(asIfUtc - offsetAt(asIfUtc));
}
