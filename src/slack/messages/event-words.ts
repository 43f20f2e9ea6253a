import { type DoorEvent, methodOfCode } from '../../door/event.ts';
import { cleanLine } from './escape.ts';
import type { Catalogue } from './words/catalogue.ts';

/** What a row says happened; a code that nobody has documented is shown as it is. Plain text, not escaped. */
export function eventInWords({ kind, code }: Pick<DoorEvent, 'kind' | 'code'>, { events }: Catalogue): string {
  const method = methodOfCode(code);
  const how = method === undefined ? undefined : events.methods[method];
  switch (kind) {
    case 'authenticated':
      return events.authenticated(how);
    case 'auth-failed':
      return events.failed(how);
    case 'third-party-accepted':
      return events.accepted;
    case 'third-party-refused':
      return events.refused;
    case 'unlocked':
      return events.unlocked;
    case 'locked':
      return events.locked;
    case 'unknown':
      return cleanLine(code);
  }
}
