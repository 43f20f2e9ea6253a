import { WebClient } from '@slack/web-api';
import { type Instant, instant, after as later } from '../../src/door/ids.ts';
import { nextStep, type Part, withOutcome } from '../../src/incident/card.ts';
import type { Failures } from '../../src/incident/door-facts.ts';
import { channelId, type Incident, type IncidentId, incidentId } from '../../src/incident/incident.ts';
import { createLog } from '../../src/log.ts';
import type { openRooms } from '../../src/rooms.ts';
import { type SandboxSlack, startSlack } from '../../src/sandbox/slack/start.ts';
import { type Crowd, createAnnouncer, type Pace } from '../../src/slack/announcer.ts';
import { metadataOf } from '../../src/slack/card-key.ts';
import type { CardRef, Cards } from '../../src/slack/card-steps.ts';
import { drawCard } from '../../src/slack/messages/card.ts';
import type { Message } from '../../src/slack/messages/message.ts';
import { catalogueOf } from '../../src/slack/messages/words/catalogue.ts';
import { FAST } from './bot.ts';

export const T0 = instant(1_795_000_000_000);
export const ALERTS = channelId('C0ALERTS');

/** A Slack, an announcer, and a desk in memory whose incidents are changed by hand. */
export async function announcing(
  rooms: Pick<ReturnType<typeof openRooms>, 'add'>,
  options: {
    readonly draw?: (message: Message) => Message;
    readonly pace?: Partial<Pace>;
    /** What is told happened before the bot was started. */
    readonly isOlder?: { readonly isSevere: boolean };
  } = {},
) {
  const slack: SandboxSlack = rooms.add(await startSlack({ rates: 'off' }), (it) => it.stop());
  const incidents = new Map<IncidentId, Incident<Failures>>();
  const logged: string[] = [];
  let skewMs = 0;
  const now = (): Instant => instant(Date.now() + skewMs);
  const cards: Cards & Crowd = {
    severity: () => 'notable',
    gather: async () => {},
    step: (ref, at) => {
      const incident = incidents.get(ref.incident);
      const card = incident?.cards.find((one) => one.channel === ref.channel);
      return incident && card ? nextStep(incident, card, at) : { do: 'nothing' };
    },
    draw: (ref) => {
      const incident = incidents.get(ref.incident);
      if (incident === undefined) return undefined;
      const message = drawCard({
        incident,
        nameOfPlace: (place) => place,
        showPlace: false,
        nameOfDoor: () => 'testDoor',
        say: catalogueOf('en'),
        toldAt: T0,
        timeZone: 'UTC',
      });
      const { revision, openedAt } = incident;
      const older = options.isOlder === undefined ? {} : { happenedAt: instant(0), ...options.isOlder };
      return { message: options.draw?.(message) ?? message, revision, openedAt, ...older };
    },
    report: async (ref, outcome) => {
      const incident = incidents.get(ref.incident);
      if (incident) incidents.set(incident.id, withOutcome(incident, ref.channel, outcome, now()));
    },
  };
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 1_000,
    logger: createLog({ level: 'error', secrets: [], destination: { write: () => {} } }).bolt('test'),
  });
  const log = (message: string): void => void logged.push(message);
  const announcer = rooms.add(
    createAnnouncer({
      client,
      cards,
      log: { info: log, warn: log, error: log },
      now,
      pace: { ...FAST, refusedRetryMs: 50, ...options.pace },
    }),
    (it) => it.stop(),
  );
  const refOf = (name: string, channel = ALERTS): CardRef => ({
    desk: 'place/178',
    incident: incidentId(name),
    channel,
  });
  return {
    slack,
    announcer,
    logged,
    /** An earlier run of the bot told this. */
    toldBefore: async (
      name: string,
      text: string,
      { part = 'card', thread, isSevere = false }: { part?: Part; thread?: string; isSevere?: boolean } = {},
    ): Promise<string> => {
      const metadata = metadataOf({ incident: incidentId(name), part, generation: 0 }, { revision: 7, isSevere });
      const post = { channel: ALERTS, text, metadata };
      const { ts } =
        thread === undefined
          ? await client.chat.postMessage(post)
          : await client.chat.postMessage({ ...post, thread_ts: thread, reply_broadcast: true });
      return ts ?? '';
    },
    callsOf: (method: string) => slack.journal().filter((call) => call.method === method).length,
    /** Time passes at once for whoever asks the clock. */
    skip: (ms: number) => {
      skewMs += ms;
    },
    /** An incident has so many failures now. */
    tell: (name: string, count: number, change: Partial<Incident<Failures>> = {}) => {
      const id = incidentId(name);
      const old = incidents.get(id);
      incidents.set(id, {
        id,
        lastReason: 'grew',
        openedAt: T0,
        seenAfterMs: 0,
        seenAt: T0,
        cards: [{ channel: ALERTS, told: 0, generation: 0 }],
        ...old,
        facts: { kind: 'failures', count, firstAt: T0, lastAt: later(T0, count * 1_000), entries: [] },
        revision: (old?.revision ?? 0) + 1,
        ...change,
      });
      announcer.tell(refOf(name));
    },
    texts: () => slack.messages(ALERTS).map((message) => message.text),
    until: (what: string, check: (texts: readonly string[]) => boolean) =>
      slack.waitFor(() => check(slack.messages(ALERTS).map((message) => message.text)), { what, timeoutMs: 10_000 }),
  };
}

export const says = (count: number) => (text: string | undefined) =>
  text?.includes(`${count} authentication failure`) ?? false;
