import type { VitalSigns } from './vital-signs.ts';

/** The numbers of both answers. Places are called by CLUe's ids; no door and no person is named. */
export function figures(signs: VitalSigns): object {
  const { p99Ms, maxMs, standstills } = signs.eventLoop();
  return {
    places: Object.fromEntries(
      signs.places().map(({ id, seenAgoMs, problem }) => [
        id,
        {
          secondsSinceGoodPoll: seenAgoMs === undefined ? null : tenths(seenAgoMs),
          ...(problem !== undefined && { problem }),
        },
      ]),
    ),
    slack: signs.slack().kind,
    cardsWaiting: signs.cardsWaiting(),
    secondsSinceBeat: tenths(signs.beatAgoMs()),
    eventLoop: { p99Ms, maxMs, standstillsLastMinute: standstills.count, longestMs: standstills.longestMs },
  };
}

const tenths = (ms: number): number => Math.round(ms / 100) / 10;
