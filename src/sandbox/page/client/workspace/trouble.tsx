import { useState } from 'react';
import type { WorkspaceState } from '../../state.ts';

type TroubleProps = { readonly workspace: WorkspaceState; readonly persona: string };

/** What Slack says where a button or a submission of a view came to nothing: such a failure belongs to no channel. */
export function Trouble({ workspace, persona }: TroubleProps) {
  const newest = workspace.failures.findLast((one) => one.channel === '' && one.user === persona);
  const [before] = useState(newest?.at);
  if (newest === undefined || newest.at === before) return null;
  return (
    <p className="failure" role="alert">
      {newest.shown}
    </p>
  );
}
