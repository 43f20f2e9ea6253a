import type { WorkspaceState } from '../../state.ts';
import type { Known } from '../elements/surface.ts';
import { knownIn } from './known.ts';

/** What a message needs to know of the workspace around it: nothing that changes when another message comes. */
export type Around = {
  /** Who looks at it. */
  readonly persona: string;
  readonly isAdmin: boolean;
  readonly botUserId: string;
  readonly users: readonly Known[];
  readonly channels: readonly Known[];
};

export function aroundOf(workspace: WorkspaceState, persona: string): Around {
  const isAdmin = workspace.users.some((user) => user.id === persona && user.is_admin);
  return { persona, isAdmin, botUserId: workspace.botUserId, ...knownIn(workspace, persona) };
}
