import { after, type Instant } from '../door/ids.ts';
import { STANDSTILL_MS } from './event-loop.ts';
import type { PlaceSigns, VitalSigns } from './vital-signs.ts';

/** The words that a machine can rely on; each comes with a sentence for people. */
export type ReasonWord =
  | 'watch-stopped'
  | 'stood-still'
  | 'login-refused'
  | 'place-unseen'
  | 'slack-away'
  | 'channel-refused'
  | 'store-failing';

export type Reason = { readonly reason: ReasonWord; readonly says: string; readonly since: Instant };

export type Verdict = {
  readonly ok: boolean;
  /** Why it is not well. */
  readonly reasons: readonly Reason[];
  /** What is worth knowing, and no reason to call it unwell. */
  readonly notes: readonly Reason[];
};

/** The polls' beat is alive every second; one that is silent for so long does not come back, in milliseconds. */
export const BEAT_LOST_MS = 30_000;

/**
 * Whether the process is alive, which is: whether a restart would not help. Whoever asks restarts a bot that says no, so
 * nothing counts that is wrong elsewhere: a CLUe or a Slack that is away is no reason. Nor is a standstill that is
 * over: the restart would cost more than it did. An event loop that stands still for good cannot answer at all, and
 * whoever asks hears that as silence; what this answer adds is a loop that turns while the polls have stopped.
 */
export function alive(signs: VitalSigns, now: Instant): Verdict {
  const agoMs = signs.beatAgoMs();
  const reasons: readonly Reason[] =
    agoMs <= BEAT_LOST_MS
      ? []
      : [
          {
            reason: 'watch-stopped',
            says: `The polls have stopped for ${seconds(agoMs)} s and do not come back by themselves: restart the bot.`,
            since: before(now, agoMs),
          },
        ];
  return { ok: reasons.length === 0, reasons, notes: standstills(signs, now) };
}

/** Whether the bot does what it is there for: it sees every place, and what it sees can be told and is kept. */
export function ready(signs: VitalSigns, now: Instant): Verdict {
  const life = alive(signs, now);
  const slack = signs.slack();
  const store = signs.store?.();
  const refusedSince = signs.loginRefusedSince();
  const reasons: readonly Reason[] = [
    ...life.reasons,
    ...(refusedSince === undefined ? [] : [loginRefused(refusedSince)]),
    ...unseen(signs.places()),
    ...(slack.kind === 'away' && !slack.takesMessages ? [slackAway(slack.since)] : []),
    ...signs.refusedChannels().map(channelRefused),
    ...(store === undefined ? [] : [storeFailing(store)]),
  ];
  const notes = [...life.notes, ...(slack.kind === 'away' && slack.takesMessages ? [socketAway(slack.since)] : [])];
  return { ok: reasons.length === 0, reasons, notes };
}

function standstills(signs: VitalSigns, now: Instant): readonly Reason[] {
  const { count, longestMs, firstAgoMs } = signs.eventLoop().standstills;
  if (count === 0) return [];
  const often = count === 1 ? 'once' : `${count} times`;
  return [
    {
      reason: 'stood-still',
      says: `The process stood still ${often} in the last minute for more than ${STANDSTILL_MS} ms, ${longestMs} ms at the longest.`,
      since: before(now, firstAgoMs),
    },
  ];
}

const loginRefused = (since: Instant): Reason => ({
  reason: 'login-refused',
  says: 'CLUe refuses to log the bot in, so it sees nothing: look at its login in the configuration, then /clue login.',
  since,
});

/** Two hundred places of one cause are one reason. */
function unseen(places: readonly PlaceSigns[]): readonly Reason[] {
  const blind = places.filter((place) => !place.isSeen);
  const [first, ...others] = blind;
  if (first === undefined) return [];
  const named = blind.map(({ id, problem }) => (problem === undefined ? id : `${id} (${problem})`)).join(', ');
  return [
    {
      reason: 'place-unseen',
      says: `${blind.length} of ${places.length} places were not read lately: ${named}.`,
      since: others.reduce((earliest, { since }) => (since < earliest ? since : earliest), first.since),
    },
  ];
}

const slackAway = (since: Instant): Reason => ({
  reason: 'slack-away',
  says: 'Slack cannot be reached: alerts wait, and commands are not answered. The bot goes on trying.',
  since,
});

const socketAway = (since: Instant): Reason => ({
  reason: 'slack-away',
  says: 'Slack takes alerts, but its socket is away: commands are not answered. The bot goes on trying.',
  since,
});

const channelRefused = ({ channel, word, since }: ReturnType<VitalSigns['refusedChannels']>[number]): Reason => ({
  reason: 'channel-refused',
  says: `Slack takes no message of the bot in ${channel} (${word}).`,
  since,
});

const storeFailing = ({ why, since }: { readonly why: string; readonly since: Instant }): Reason => ({
  reason: 'store-failing',
  says: `The store cannot be written (${why}): what is saved now would be lost with a restart.`,
  since,
});

const seconds = (ms: number): number => Math.floor(ms / 1_000);
const before = (now: Instant, ms: number): Instant => after(now, -Math.round(ms));
