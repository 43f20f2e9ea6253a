import { useCallback, useState } from 'react';
import type { JsonObject } from '../../../slack/json.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { OnBlocks } from '../elements/on-blocks.tsx';
import type { Values } from '../elements/state.ts';
import type { Press } from '../elements/surface.ts';
import { Mrkdwn } from '../mrkdwn/mrkdwn.tsx';
import { useAct } from '../server/acting.ts';
import type { Around } from './around.ts';

type SaidProps = {
  readonly text: string;
  readonly blocks: readonly JsonObject[] | undefined;
  readonly at: { readonly channel: string; readonly ts: string };
  readonly around: Around;
};

/** What a message says: its blocks, or its text where it has none. Its buttons reach the bot. */
export function Said({ text, blocks, at: { channel, ts }, around }: SaidProps) {
  const act = useAct();
  const [values, setValues] = useState<Values>({});
  const { persona, users, channels } = around;
  const press = useCallback(
    (pressed: Press) => void act({ do: 'press', user: persona, on: { channel, ts }, ...pressed }),
    [act, persona, channel, ts],
  );
  if (blocks === undefined || blocks.length === 0) return <Mrkdwn text={text} />;
  return (
    <OnBlocks press={press} values={values} onValues={setValues} users={users} channels={channels}>
      <Blocks of={blocks} />
    </OnBlocks>
  );
}
