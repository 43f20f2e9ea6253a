/** Whether this machine knows a time zone of that name. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A time zone by its name or its city, as somebody types it: `Asia/Tokyo`, `tokyo`, `new york`, `UTC`. */
export function findZone(text: string): string | undefined {
  const wanted = text.trim().replace(/\s+/g, '_').toLowerCase();
  if (wanted === '') return undefined;
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const found =
    zones.find((zone) => zone.toLowerCase() === wanted) ??
    zones.find((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  // Zones go by older names too: Asia/Calcutta. An offset such as +09:00 is none of a place, and knows no summer time.
  return (
    found ??
    (/^[a-z]/.test(wanted) && isZone(wanted)
      ? new Intl.DateTimeFormat('en', { timeZone: wanted }).resolvedOptions().timeZone
      : undefined)
  );
}
