import { isObject } from '../json.ts';
import { bool, byType, list, object, oneOf, type Rule, text } from './rules.ts';

/** A `plain_text` object of `min` to `max` characters. */
export const plainText = (max: number, min = 1): Rule =>
  object({ type: oneOf('plain_text'), text: text(min, max), 'emoji?': bool });

const mrkdwn = (max: number, min: number): Rule =>
  object({ type: oneOf('mrkdwn'), text: text(min, max), 'verbatim?': bool });

/** A `plain_text` or `mrkdwn` object. Slack names the object as a whole first when neither kind fits. */
export const anyText =
  (max: number, min = 1): Rule =>
  (value, pointer, say) => {
    const found: [string, string][] = [];
    byType({ plain_text: plainText(max, min), mrkdwn: mrkdwn(max, min) })(value, pointer, (problem, where) =>
      found.push([problem, where]),
    );
    if (found.length > 0) say('failed to match all allowed schemas', pointer);
    for (const [problem, where] of found) say(problem, where);
  };

const OPTION: Readonly<Record<string, Rule>> = {
  text: plainText(75),
  value: text(1, 150),
  'description?': plainText(75),
};
/** A choice of a select menu. */
export const option = object(OPTION);
/** A choice of an overflow menu: it may lead to an address. */
export const overflowOption = object({ ...OPTION, 'url?': text(1, 3000) });
/** A choice of checkboxes or radio buttons: it may use mrkdwn. */
export const markedOption = object({ ...OPTION, text: anyText(75), 'description?': anyText(75) });
export const optionGroup = object({ label: plainText(75), options: list(option, 1, 100) });

/** The question asked before an action is sent. */
export const confirm = object({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  'style?': oneOf('primary', 'danger'),
});

/** Exactly one of two fields must be there. */
export const eitherField =
  (one: string, other: string): Rule =>
  (value, pointer, say) => {
    const held = isObject(value) ? value : {};
    if (one in held === other in held) say(`must provide exactly one of: ${one}, ${other}`, pointer);
  };
