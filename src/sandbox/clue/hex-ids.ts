const ID_FIELDS: ReadonlySet<string> = new Set(['logId', 'placeId', 'deviceId', 'doorId', 'authId']);

/** A number as 24 hex digits, which sort as the numbers do: the ids of newer CLUe services. */
export function hexId(id: number): string {
  return id.toString(16).padStart(24, '0');
}

/** A row with all its ids as hex text, and `id` beside `logId`, as newer CLUe services send it. */
export function withHexIds(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(row).map(([field, value]) => [
    field,
    ID_FIELDS.has(field) && typeof value === 'number' ? hexId(value) : value,
  ]);
  const { logId, ...rest }: Record<string, unknown> = Object.fromEntries(entries);
  return { id: logId, logId, ...rest };
}
