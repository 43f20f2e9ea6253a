import type { AskButtons } from '../../messages/answers/buttons.ts';
import { isReasonMissing } from '../access/release.ts';
import { todaySpan } from '../range.ts';
import { lookedUp } from './answer.ts';
import { type Asked, askedValue } from './asked.ts';
import type { AnswerDesk } from './desk.ts';
import { fixed, lastHours, shifted } from './spans.ts';

/** The older and the newer page of an answer, where the answer itself knows them. */
export type Turns = { readonly older?: Asked; readonly newer?: Asked };

/** What each button under the answer to a question asks. */
export function buttonsOf(asked: Asked, { ports, now, asker }: AnswerDesk, turns?: Turns): AskButtons | 'too-long' {
  // A button says no reason: where one is asked for, everything is asked for anew.
  if (isReasonMissing(lookedUp(asked), { asker, ports })) return {};
  const all = ports.places.places();
  const { timeZone } = asked;
  const carried = (one: Asked | undefined): string | undefined =>
    one === undefined ? undefined : askedValue(one, all);
  // Longer by a little than any that follows from it.
  if (carried(asked) === undefined) return 'too-long';
  const isRecent = asked.ask === 'recent';
  const span = fixed(asked.span ?? (isRecent ? lastHours(24, now) : todaySpan(now, timeZone)), now, timeZone);
  const turned = (towards: 'older' | 'newer'): Asked | undefined => {
    if (isRecent) return turns?.[towards];
    const next = shifted(span, towards, now, timeZone);
    return next === undefined ? undefined : { ...asked, span: next };
  };
  const { person: _, before: _before, after: _after, count: _count, ...rest } = asked;
  const isFailures = asked.ask === 'failures' || asked.kinds?.every((kind) => kind === 'failures') === true;
  const failures: Asked = { ...rest, ask: asked.ask === 'count' ? 'count' : 'failures', kinds: ['failures'], span };
  const [older, newer] = [carried(turned('older')), carried(turned('newer'))];
  // Failures name nobody, so a person has none to show.
  const only = isFailures || asked.person !== undefined ? undefined : carried(failures);
  const same = carried(isRecent && asked.span === undefined ? asked : { ...asked, span });
  return {
    ...(older !== undefined && { older }),
    ...(newer !== undefined && { newer }),
    ...(only !== undefined && { failures: only }),
    ...(same !== undefined && { csv: same, share: same }),
  };
}
