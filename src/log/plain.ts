const DEEPEST = 6;
const MOST_ITEMS = 100;

/**
 * What a log line can say of a value: errors with their causes and own fields, maps and sets with their content, bytes
 * by their number alone. A value that contains itself, goes too deep or throws when it is read is named in place of shown.
 */
export function plain(value: unknown, above: readonly object[] = []): unknown {
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value === 'function') return `[function ${value.name}]`;
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) return '[circular]';
  if (above.length >= DEEPEST) return '[deeper]';
  try {
    return plainObject(value, [...above, value]);
  } catch {
    return '[unreadable]';
  }
}

function plainObject(value: object, above: readonly object[]): unknown {
  const inner = (item: unknown): unknown => plain(item, above);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (value instanceof Error) return plainError(value, inner);
  if (value instanceof Map) return listOf(value.entries(), inner);
  if (value instanceof Set) return listOf(value, inner);
  if (Array.isArray(value)) return listOf(value, inner);
  if ('toJSON' in value && typeof value.toJSON === 'function') return inner(value.toJSON());
  return fieldsOf(value, inner);
}

function plainError(error: Error, inner: (value: unknown) => unknown): unknown {
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...fieldsOf(error, inner),
    ...(error.cause === undefined ? {} : { cause: inner(error.cause) }),
    ...(error instanceof AggregateError ? { errors: inner(error.errors) } : {}),
  };
}

function fieldsOf(value: object, inner: (value: unknown) => unknown): Record<string, unknown> {
  const shown = Object.entries(value).slice(0, MOST_ITEMS);
  return Object.fromEntries(shown.map(([name, item]) => [name, inner(item)]));
}

function listOf(items: Iterable<unknown>, inner: (value: unknown) => unknown): readonly unknown[] {
  return [...items].slice(0, MOST_ITEMS).map(inner);
}
