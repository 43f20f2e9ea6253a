/** How often a method may be called. Slack's tiers, https://docs.slack.dev/apis/web-api/rate-limits. */
export type Tier = 'post' | 'tier1' | 'tier2' | 'tier3' | 'tier4' | 'special';

/** Calls a minute, per method for the whole workspace. Tier 1 is "1+ with some bursts": ten reconnects a minute pass. */
const A_MINUTE: Readonly<Record<Exclude<Tier, 'post'>, number>> = {
  tier1: 10,
  tier2: 20,
  tier3: 50,
  tier4: 100,
  special: 600,
};
const MINUTE_MS = 60_000;
/** chat.postMessage: one a second for each channel, and this many at once. */
const BURST = 3;

export type Rates = {
  /** Counts a call; answers the seconds to wait when it comes too soon, else `undefined`. */
  readonly take: (call: {
    readonly method: string;
    readonly tier: Tier;
    readonly channel: string;
  }) => number | undefined;
};

/** Counts calls by Slack's rates, on the given clock in milliseconds. */
export function createRates(now: () => number): Rates {
  const recent = new Map<string, number[]>();
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();

  const takePost = (channel: string): number | undefined => {
    const at = now();
    const bucket = buckets.get(channel) ?? { tokens: BURST, at };
    const tokens = Math.min(BURST, bucket.tokens + (at - bucket.at) / 1000);
    buckets.set(channel, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    return tokens >= 1 ? undefined : Math.max(1, Math.ceil(1 - tokens));
  };
  const takeTier = (method: string, limit: number): number | undefined => {
    const at = now();
    const calls = (recent.get(method) ?? []).filter((call) => call > at - MINUTE_MS);
    recent.set(method, calls);
    const oldest = calls[0];
    if (calls.length >= limit && oldest !== undefined) return Math.max(1, Math.ceil((oldest + MINUTE_MS - at) / 1000));
    calls.push(at);
    return undefined;
  };
  return {
    take: ({ method, tier, channel }) => (tier === 'post' ? takePost(channel) : takeTier(method, A_MINUTE[tier])),
  };
}

/** No rates at all. */
export const NO_RATES: Rates = { take: () => undefined };
