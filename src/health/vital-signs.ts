import type { Instant, PlaceId } from '../door/ids.ts';
import type { LoopSigns } from './event-loop.ts';

/** What the health server asks of the rest of the bot. Nothing in it names a door or a person. */
export interface VitalSigns {
  /** How long ago the beat of the polls was last alive, in milliseconds. */
  beatAgoMs(): number;
  eventLoop(): LoopSigns;
  /** Since when CLUe refuses to log the bot in; undefined while it does not. */
  loginRefusedSince(): Instant | undefined;
  places(): readonly PlaceSigns[];
  slack(): SlackSigns;
  /** Channels that take no message of the bot, with Slack's word for why. */
  refusedChannels(): readonly { readonly channel: string; readonly word: string; readonly since: Instant }[];
  cardsWaiting(): number;
  /** Why the store takes nothing, while it takes nothing. */
  store?(): { readonly why: string; readonly since: Instant } | undefined;
}

export type PlaceSigns = {
  readonly id: PlaceId;
  /** How long ago it was last read well, in milliseconds; missing before the first time. */
  readonly seenAgoMs?: number;
  /** Whether that is as lately as the pattern of the polls promises. */
  readonly isSeen: boolean;
  /** When it was last read well, or when the bot began to try. */
  readonly since: Instant;
  /** The kind of problem that the last poll met, if it met one. */
  readonly problem?: string;
};

export type SlackSigns =
  | { readonly kind: 'connected' }
  | {
      /** No socket stands. */
      readonly kind: 'away';
      readonly since: Instant;
      /** Whether Slack takes messages all the same. */
      readonly takesMessages: boolean;
    };
