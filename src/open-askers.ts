import type { Config } from './config.ts';
import type { Instant } from './door/ids.ts';
import type { Log } from './log.ts';
import type { OpenAccess } from './open-access.ts';
import type { Slack } from './slack/bolt.ts';
import { type Askers, createAskers } from './slack/commands/asker.ts';
import { tellAdmins } from './tell-admins.ts';

export type OpenAskersOptions = {
  readonly slack: Slack;
  readonly asking: OpenAccess;
  /** A client that sends nothing twice. */
  readonly client: Slack['people'];
  readonly config: Pick<Config, 'locale'>;
  readonly now: () => Instant;
  readonly log: Log;
};

/** Finds out who asks once Slack has said which workspace is ours, and tells the admins at the first start who may. */
export function openAskers(options: OpenAskersOptions): Askers & { readonly stop: () => Promise<void> } {
  const { slack, asking, client, config, now, log } = options;
  let known: Askers['known'] | undefined;
  const askers = slack.identity.then(({ teamId }) => {
    const people = createAskers({ client: slack.people, ownTeamId: teamId, roleOf: asking.roleOf, now });
    known = people.known;
    return people;
  });
  askers.catch(() => undefined);
  const asker: Askers['asker'] = async (userId) => await (await askers).asker(userId);
  const telling = tellAdmins({ ...asking, client, ready: slack.ready, asker, locale: config.locale, log });
  return { asker, known: (userId) => known?.(userId), stop: telling.stop };
}
