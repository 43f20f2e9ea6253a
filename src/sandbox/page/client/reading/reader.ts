import type { Reader } from '../../../slack/terminal/reader.ts';
import type { Persona, WorkspaceState } from '../../state.ts';

/**
 * For whom the page is drawn. Their moment is cut to the minute: it decides what "today" is, and a reader that
 * changed each second would have everything drawn again.
 *
 * @param now in milliseconds since 1970.
 */
export function readerOf(persona: Persona, workspace: WorkspaceState, now: number): Reader {
  const names = new Map([
    ...workspace.users.map((user) => [user.id, user.real_name] as const),
    ...workspace.channels.map((channel) => [channel.id, channel.name] as const),
  ]);
  return {
    timeZone: persona.tz,
    locale: persona.locale,
    now: Math.floor(now / 60_000) * 60_000,
    nameOf: (id) => names.get(id),
  };
}
