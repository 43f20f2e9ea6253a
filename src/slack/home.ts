import type { WebClient } from '@slack/web-api';
import type { Instant } from '../door/ids.ts';
import type { Asker } from './commands/asker.ts';
import { drawClosedHome, drawHome, type HomeTab } from './messages/home.ts';
import type { Catalogue } from './messages/words/catalogue.ts';
import { pause } from './pause.ts';

export interface HomeLog {
  warn(message: string, fields?: object): void;
}

export type HomeOptions = {
  readonly client: WebClient;
  readonly asker: (userId: string) => Promise<Asker>;
  /** The tab as this member sees it now. `channels` are those that the person is in: their names, by id. */
  readonly tab: (member: Extract<Asker, { kind: 'member' }>, channels: ReadonlyMap<string, string>) => HomeTab;
  /** Keeps that somebody was shown names. */
  readonly note: (entry: { user: string; asked: string; rows: number }) => Promise<void>;
  /** The words for somebody who is no member. */
  readonly closed: () => Catalogue;
  readonly log: HomeLog;
};

/** Pages of a person's channels that are read, at most: 200 channels each. */
const MOST_PAGES = 5;
/** What is waited for the channels, in milliseconds; then the tab is shown without them, and again with them. */
const PATIENCE_MS = 1_500;

/** A tab that is shown again after each press is one question for so long, in milliseconds. */
const NOTED_EVERY_MS = 600_000;

/** Publishes the Home tab: whenever somebody opens it, and after what they do on it. */
export function createHome(options: HomeOptions): { readonly publish: (userId: string) => Promise<void> } {
  const { client, asker, tab, note, closed, log } = options;
  /** When it was kept last of whom that they were shown names. */
  const noted = new Map<string, Instant>();

  /** The channels that the person and the bot are both in; what a person may not see must not be told on their tab. */
  const channelsOf = async (user: string): Promise<ReadonlyMap<string, string>> => {
    const found = new Map<string, string>();
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await client.users.conversations({
        user,
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: 200,
        ...(cursor !== undefined && { cursor }),
      });
      for (const { id, name } of answer.channels ?? []) if (id !== undefined) found.set(id, name ?? id);
      cursor = answer.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) break;
    }
    return found;
  };

  const show = async (userId: string): Promise<void> => {
    const who = await asker(userId);
    if (who.kind !== 'member') {
      await client.views.publish({ user_id: userId, view: drawClosedHome(closed()) });
      return;
    }
    const asked = channelsOf(userId).catch((error: unknown) => {
      log.warn('Slack does not say which channels somebody is in; the Home tab leaves them out', {
        error: String(error),
      });
      return new Map<string, string>();
    });
    const put = async (channels: ReadonlyMap<string, string>): Promise<void> => {
      const shown = tab(who, channels);
      const before = noted.get(userId);
      const isNoted = before !== undefined && shown.now - before < NOTED_EVERY_MS && shown.now >= before;
      if (shown.named > 0 && !isNoted) {
        await note({ user: userId, asked: 'home', rows: shown.named });
        noted.set(userId, shown.now);
      }
      await client.views.publish({ user_id: userId, view: drawHome(shown) });
    };
    const soon = await Promise.race([asked, pause(PATIENCE_MS)]);
    await put(soon ?? new Map());
    if (soon === undefined) void asked.then((channels) => inTurn(userId, () => put(channels)));
  };
  /** One after another for each person: an older view must not take the place of a newer one. */
  const turns = new Map<string, Promise<void>>();
  const inTurn = async (userId: string, run: () => Promise<void>): Promise<void> => {
    const turn = (turns.get(userId) ?? Promise.resolve())
      .then(run)
      .catch((error: unknown) => log.warn('a Home tab could not be shown', { error: String(error) }));
    turns.set(userId, turn);
    await turn;
    if (turns.get(userId) === turn) turns.delete(userId);
  };

  return { publish: (userId) => inTurn(userId, () => show(userId)) };
}
