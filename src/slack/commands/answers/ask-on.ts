import type { AskButtons } from '../../messages/answers/buttons.ts';
import { todaySpan } from '../range.ts';
import { type Asked, askedValue, fixed, shifted } from './asked.ts';
import type { AnswerDesk } from './desk.ts';
import { lastHours } from './spans.ts';

/** The older and the newer page of an answer, where the answer itself knows them. */
export type Turns = { readonly older?: Asked; readonly newer?: Asked };

/** What each button under the answer to a question asks. */
export function buttonsOf(asked: Asked, { ports, now }: AnswerDesk, turns?: Turns): AskButtons | 'too-long' {
  const all = ports.places.places();
  const carried = (one: Asked | undefined): string | undefined =>
    one === undefined ? undefined : askedValue(one, all);
  // Longer by a little than any that follows from it.
  if (carried(asked) === undefined) return 'too-long';
  const span = fixed(asked.span ?? todaySpan(now, ports.timeZone), now, ports.timeZone);
  const turned = (towards: 'older' | 'newer'): Asked | undefined => {
    if (asked.ask === 'recent') return turns?.[towards];
    const next = shifted(span, towards, now, ports.timeZone);
    return next === undefined ? undefined : { ...asked, span: next };
  };
  const { person: _, before: _before, after: _after, count: _count, ...rest } = asked;
  const isFailures = asked.ask === 'failures' || asked.kinds === 'failures';
  const failures: Asked = {
    ...rest,
    ask: asked.ask === 'count' ? 'count' : 'failures',
    kinds: 'failures',
    ...(asked.ask === 'recent' ? { span: fixed(lastHours(24, now), now, ports.timeZone) } : { span }),
  };
  const [older, newer] = [carried(turned('older')), carried(turned('newer'))];
  // Failures name nobody, so a person has none to show.
  const only = isFailures || asked.ask === 'person' ? undefined : carried(failures);
  const same = carried(asked.ask === 'recent' ? asked : { ...asked, span });
  return {
    ...(older !== undefined && { older }),
    ...(newer !== undefined && { newer }),
    ...(only !== undefined && { failures: only }),
    ...(same !== undefined && { csv: same, share: same }),
  };
}
