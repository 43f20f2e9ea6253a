import type { KnownBlock } from '@slack/types';
import type { ChartBlock } from './chart.ts';

/** What a message is laid out with. */
export type MessageBlock = KnownBlock | ChartBlock;

/**
 * What the bot says, as Slack takes it. `text` carries the same facts as the blocks: notifications and
 * screen readers read it, and it goes out alone where Slack refuses the layout.
 */
export type Message = { readonly text: string; readonly blocks: readonly MessageBlock[] };
