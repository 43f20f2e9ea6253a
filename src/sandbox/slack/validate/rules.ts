import { isList, isObject, type Json } from '../json.ts';

/** Takes one problem and the JSON pointer of where it is. */
export type Say = (problem: string, pointer: string) => void;
/** Looks at one value and says what Slack would refuse in it. */
export type Rule = (value: Json, pointer: string, say: Say) => void;

/** Text of `min` to `max` characters. */
export const text =
  (min: number, max: number): Rule =>
  (value, pointer, say) => {
    if (typeof value !== 'string') say('must be a string', pointer);
    else if (value.length < min) say(`must be more than ${min - 1} characters`, pointer);
    else if (value.length > max) say(`must be less than ${max + 1} characters`, pointer);
  };

export const bool: Rule = (value, pointer, say) => {
  if (typeof value !== 'boolean') say('must be a boolean', pointer);
};

/** A finite number, whole where `whole` says so, from `min` to `max`. */
export const number =
  ({ min = -Infinity, max = Infinity, whole = false, above = -Infinity } = {}): Rule =>
  (value, pointer, say) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) say('must be a number', pointer);
    else if (whole && !Number.isInteger(value)) say('must be an integer', pointer);
    else if (value < min) say(`must be greater than or equal to ${min}`, pointer);
    else if (value <= above) say(`must be greater than ${above}`, pointer);
    else if (value > max) say(`must be less than or equal to ${max}`, pointer);
  };

export const oneOf =
  (...words: readonly string[]): Rule =>
  (value, pointer, say) => {
    if (typeof value !== 'string' || !words.includes(value)) say(`must be one of: ${words.join(', ')}`, pointer);
  };

export const pattern =
  (shape: RegExp, what: string): Rule =>
  (value, pointer, say) => {
    if (typeof value !== 'string' || !shape.test(value)) say(`must be ${what}`, pointer);
  };

/** A list of `min` to `max` items which each keep `rule`. */
export const list =
  (rule: Rule, min: number, max: number): Rule =>
  (value, pointer, say) => {
    if (!isList(value)) return say('must be an array', pointer);
    if (value.length < min) say(`no less than ${min} items allowed`, pointer);
    if (value.length > max) say(`no more than ${max} items allowed`, pointer);
    value.forEach((item, index) => {
      rule(item, `${pointer}/${index}`, say);
    });
  };

/** An object of exactly these fields; a field whose name ends in `?` may be left out. */
export const object = (fields: Readonly<Record<string, Rule>>): Rule => {
  const known = Object.entries(fields).map(([key, rule]) => ({
    name: key.replace(/\?$/, ''),
    optional: key.endsWith('?'),
    rule,
  }));
  return (value, pointer, say) => {
    if (!isObject(value)) return say('must provide an object', pointer);
    for (const { name, optional, rule } of known) {
      const member = value[name];
      if (member !== undefined) rule(member, `${pointer}/${name}`, say);
      else if (!optional) say(`missing required field: ${name}`, pointer);
    }
    for (const name of Object.keys(value)) {
      if (!known.some((field) => field.name === name)) say(`invalid additional property: ${name}`, pointer);
    }
  };
};

/** An object whose `type` picks its rule. */
export const byType =
  (kinds: Readonly<Record<string, Rule>>): Rule =>
  (value, pointer, say) => {
    if (!isObject(value)) return say('must provide an object', pointer);
    if (value.type === undefined) return say('missing required field: type', pointer);
    const kind = typeof value.type === 'string' ? value.type : '';
    const rule = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (rule === undefined) return say(`unsupported type: ${kind}`, `${pointer}/type`);
    rule(value, pointer, say);
  };

/** All of these rules, one after the other. */
export const all =
  (...rules: readonly Rule[]): Rule =>
  (value, pointer, say) => {
    for (const rule of rules) rule(value, pointer, say);
  };

/** Runs a rule and gives back what it said, in the words of Slack's `response_metadata.messages`. */
export function problemsOf(rule: Rule, value: Json, pointer: string): readonly string[] {
  const problems: string[] = [];
  rule(value, pointer, (problem, where) => problems.push(`[ERROR] ${problem} [json-pointer:${where}]`));
  return problems;
}
