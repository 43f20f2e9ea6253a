import { isZone } from '../../asking/zones.ts';
import type { Call } from './command.ts';
import type { Where } from './question.ts';

/** What is known when a call's question is read. Times are the asker's; the doors', where Slack does not say or names no zone. */
export function whereOf({ asker, now, ports }: Call): Where {
  const { timeZone, locale } = asker;
  return {
    places: ports.places.places(),
    now,
    timeZone: timeZone !== undefined && isZone(timeZone) ? timeZone : ports.timeZone,
    locale: locale ?? ports.locale,
  };
}
