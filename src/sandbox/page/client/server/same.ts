/**
 * The new value with every part that did not change taken from the old one, so that what is drawn from an unchanged
 * part is not drawn again. Both are values as JSON brings them.
 */
export function keepSame<Value>(before: Value, after: Value): Value;
export function keepSame(before: unknown, after: unknown): unknown {
  if (before === after) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = after.map((item: unknown, index) => keepSame(before[index], item));
    return kept.length === before.length && kept.every((item, index) => item === before[index]) ? before : kept;
  }
  if (isRecord(before) && isRecord(after)) {
    const names = Object.keys(after);
    const kept = Object.fromEntries(names.map((name) => [name, keepSame(before[name], after[name])]));
    const isSame = names.length === Object.keys(before).length && names.every((name) => kept[name] === before[name]);
    return isSame ? before : kept;
  }
  return after;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
