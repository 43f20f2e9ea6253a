import type { ChannelState, Persona, WorkspaceState } from '../../state.ts';
import type { Known } from '../elements/surface.ts';

/** Who and what a person can choose in the bot's menus. */
export function knownIn(
  workspace: WorkspaceState,
  persona: string,
): { users: readonly Known[]; channels: readonly Known[] } {
  return {
    users: workspace.users
      .filter((user) => !user.is_bot && !user.deleted)
      .map(({ id, real_name }) => ({ id, name: real_name })),
    channels: channelsOf(workspace, persona).map(({ id, name }) => ({ id, name: `#${name}` })),
  };
}

/** The channels a person sees: those they are in, and, unless they are a guest, those that are public. */
export function channelsOf(workspace: WorkspaceState, persona: string): readonly ChannelState[] {
  const user = workspace.users.find((one) => one.id === persona);
  const isGuest = user?.is_restricted === true || user?.is_ultra_restricted === true;
  return workspace.channels.filter(
    (one) => !one.is_im && (one.members.includes(persona) || (!one.is_private && !isGuest)),
  );
}

/** The direct message between a person and the bot; there is none before one of them begins it. */
export function directMessageOf(workspace: WorkspaceState, persona: Persona): ChannelState | undefined {
  return workspace.channels.find((one) => one.is_im && one.members.includes(persona.id));
}
