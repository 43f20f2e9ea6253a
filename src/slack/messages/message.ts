import type { KnownBlock } from '@slack/types';

/**
 * What the bot says, as Slack takes it. `text` carries the same facts as the blocks: notifications and
 * screen readers read it, and it goes out alone where Slack refuses the layout.
 */
export type Message = { readonly text: string; readonly blocks: readonly KnownBlock[] };
