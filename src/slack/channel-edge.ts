import type { WebClient } from '@slack/web-api';
import type { ChannelId } from '../incident/incident.ts';
import { type CallFailure, sortFailure } from './call-outcome.ts';
import type { ChannelSight, Channels, Forms } from './commands/ports.ts';

export interface ChannelEdgeLog {
  warn(message: string, fields?: object): void;
}

export type ChannelEdgeOptions = {
  /** The client for answers to people, once there is one. */
  readonly people: () => WebClient;
  readonly log: ChannelEdgeLog;
};

/** What commands ask of Slack itself: who is in a channel, a word to everybody in it, and a form before a person. */
export function createChannelEdge({ people, log }: ChannelEdgeOptions): Pick<Channels, 'sight' | 'say'> & Forms {
  return {
    sight: async (channel: ChannelId): Promise<ChannelSight> => {
      try {
        const client = people();
        const { channel: seen } = await client.conversations.info({ channel });
        if (seen === undefined) return { kind: 'unknown', word: 'no_channel' };
        return {
          kind: 'seen',
          isMember: seen.is_member === true,
          isArchived: seen.is_archived === true,
          // Where Slack leaves it out nothing is known, and what is not known counts as shared.
          isShared: seen.is_ext_shared !== false || seen.is_pending_ext_shared === true,
        };
      } catch (error) {
        const word = wordOf(sortFailure(error));
        return word === 'channel_not_found' ? { kind: 'not-seen' } : { kind: 'unknown', word };
      }
    },
    say: async (channel, { text, blocks }) => {
      try {
        const client = people();
        await client.chat.postMessage({ channel, text, blocks: [...blocks], unfurl_links: false, unfurl_media: false });
        return undefined;
      } catch (error) {
        const failure = sortFailure(error);
        log.warn('a channel could not be told what was changed', { channel, failure });
        return wordOf(failure);
      }
    },
    open: async (trigger, view) => {
      try {
        const client = people();
        await client.views.open({ trigger_id: trigger, view });
        return true;
      } catch (error) {
        log.warn('Slack opened no form', { failure: sortFailure(error) });
        return false;
      }
    },
  };
}

/** Slack's own word where it has one, else what became of the call. */
const wordOf = (failure: CallFailure): string => (failure.kind === 'refused' ? failure.word : failure.kind);
