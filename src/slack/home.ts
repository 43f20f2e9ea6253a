import type { WebClient } from '@slack/web-api';
import type { Asker } from './commands/asker.ts';
import { drawClosedHome, drawHome, type HomeTab } from './messages/home.ts';
import type { Catalogue } from './messages/words/catalogue.ts';

export interface HomeLog {
  warn(message: string, fields?: object): void;
}

export type HomeOptions = {
  readonly client: WebClient;
  readonly asker: (userId: string) => Promise<Asker>;
  /** The tab as this member sees it now. `channels` are those that the person is in. */
  readonly tab: (member: Extract<Asker, { kind: 'member' }>, channels: ReadonlySet<string>) => HomeTab;
  /** The words for somebody who is no member. */
  readonly closed: () => Catalogue;
  readonly log: HomeLog;
};

/** Pages of a person's channels that are read, at most: 200 channels each. */
const MOST_PAGES = 5;

/** Publishes the Home tab: whenever somebody opens it, and after what they do on it. */
export function createHome(options: HomeOptions): { readonly publish: (userId: string) => Promise<void> } {
  const { client, asker, tab, closed, log } = options;

  /** The channels that the person and the bot are both in; what a person may not see must not be told on their tab. */
  const channelsOf = async (user: string): Promise<ReadonlySet<string>> => {
    const found = new Set<string>();
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await client.users.conversations({
        user,
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: 200,
        ...(cursor !== undefined && { cursor }),
      });
      for (const { id } of answer.channels ?? []) if (id !== undefined) found.add(id);
      cursor = answer.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) break;
    }
    return found;
  };

  return {
    publish: async (userId) => {
      try {
        const who = await asker(userId);
        if (who.kind !== 'member') {
          await client.views.publish({ user_id: userId, view: drawClosedHome(closed()) });
          return;
        }
        const channels = await channelsOf(userId).catch((error: unknown) => {
          log.warn('Slack does not say which channels somebody is in; the Home tab leaves them out', {
            error: String(error),
          });
          return new Set<string>();
        });
        await client.views.publish({ user_id: userId, view: drawHome(tab(who, channels)) });
      } catch (error) {
        log.warn('a Home tab could not be shown', { error: String(error) });
      }
    },
  };
}
