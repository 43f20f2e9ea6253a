/** What a JSON body can hold. `undefined` members are left out when it is written. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json | undefined };

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** The text as JSON, or `undefined` where it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    const parsed: Json = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}

/** The member as text; form bodies send everything as text, JSON bodies may send numbers. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** The member as a whole number, from a form body or a JSON body. */
export function wholeOf(value: Json | undefined): number | undefined {
  const text = textOf(value);
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** The member as yes or no: Slack takes true, "true", 1 and "1" as yes. */
export function yes(value: Json | undefined): boolean {
  return value === true || value === 'true' || value === 1 || value === '1';
}

/** The objects of a list, in their order; anything else in it is left out. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}
