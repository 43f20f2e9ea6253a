import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { DoorEvent } from '../src/door/event.ts';
import { after, compareEventIds, eventId, instant } from '../src/door/ids.ts';
import { ok } from '../src/door/problem.ts';
import { openZone } from '../src/door/zone.ts';
import { countPlace } from '../src/incident/digest.ts';
import { channelId } from '../src/incident/incident.ts';
import { KINDS } from '../src/incident/kinds/index.ts';
import { newPlace, type PlaceState } from '../src/incident/place.ts';
import { TOPICS, USUAL_TOPICS } from '../src/incident/topic.ts';
import { oneAtATime } from '../src/slack/commands/one-at-a-time.ts';
import type { Log } from '../src/slack/commands/ports.ts';
import { createRehearsals } from '../src/slack/commands/rehearse/run.ts';
import { authenticated, authFailed, person, relayOff, relayOn, SHIBUYA } from '../test/support/rows.ts';

/**
 * How long a rehearsal of 30 days of a busy place takes, reading included, and how long the thread stands still meanwhile. CLUe
 * is a log in memory that takes 20 ms for a page, and is polled ten times a second beside. Prints; asserts nothing.
 */

const ROWS = Number(process.argv[2] ?? 100_000);
const DAYS = 30;
const PAGE_MS = 20;
const NOW = instant(1_790_000_000_000);
const FROM = after(NOW, -DAYS * 86_400_000);

const rows = aMonth().sort((a, b) => compareEventIds(b.id, a.id));
let underWay = 0;
let mostUnderWay = 0;
const log: Log = {
  page: async ({ page, size }) => {
    underWay += 1;
    mostUnderWay = Math.max(mostUnderWay, underWay);
    await setTimeout(PAGE_MS);
    underWay -= 1;
    return ok({ total: rows.length, events: rows.slice(page * size, (page + 1) * size), malformed: 0 });
  },
};
const learned: PlaceState = {
  ...newPlace(SHIBUYA),
  watchingSince: FROM,
  people: Array.from({ length: 10_000 }, (_, index) => somebody(index)).flatMap(({ id, name }) =>
    id && name ? [[id, name] as const] : [],
  ),
};
const rehearsals = createRehearsals({
  log: oneAtATime(log),
  place: () => learned,
  kinds: KINDS,
  zone: openZone('Asia/Tokyo'),
});

/** The watcher's polls, which ask the same CLUe meanwhile: how much longer than CLUe takes each one takes, in milliseconds. */
const polls: number[] = [];
const polling = setInterval(() => {
  const asked = performance.now();
  void log
    .page({ place: SHIBUYA, page: 0, size: 256, order: 'newest-first' }, AbortSignal.timeout(10_000))
    .then(() => polls.push(performance.now() - asked - PAGE_MS));
}, 100);

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const TOPIC = process.argv[3];
const begun = performance.now();
const done = await rehearsals.run({
  subscription: { channel: channelId('C0ALERTS'), id: 'bench', topics: TOPIC === 'everything' ? TOPICS : USUAL_TOPICS },
  places: [SHIBUYA],
  from: FROM,
  to: NOW,
  onProgress: () => {},
});
const took = performance.now() - begun;
await setTimeout(20);
clearInterval(polling);
delay.disable();
const slowest = polls.toSorted((a, b) => a - b);
const percentile = (share: number): string => (slowest[Math.floor((slowest.length - 1) * share)] ?? 0).toFixed(0);
const messages = done.ok ? done.rehearsal.messages : done.why;
console.log(
  `${rows.length} rows of ${DAYS} days rehearsed: ${(took / 1_000).toFixed(1)} s, ${messages} messages; the thread stood still for ${(delay.max / 1e6).toFixed(0)} ms at most, ${mostUnderWay} pages under way at most, ${Math.round(process.memoryUsage().rss / 1_048_576)} MB resident`,
);
console.log(
  `meanwhile ${polls.length} polls took longer than CLUe does by ${percentile(0.5)} ms (p50), ${percentile(0.95)} ms (p95), ${percentile(1)} ms (most)`,
);

const counting = performance.now();
const week = rows.filter((row) => row.at >= after(NOW, -7 * 86_400_000));
countPlace(SHIBUYA, week, { since: after(NOW, -7 * 86_400_000), until: NOW, isThirdPartyDoor: () => false, open: [] });
console.log(
  `a week's digest of ${week.length} rows counted in ${(performance.now() - counting).toFixed(0)} ms at one go`,
);

function somebody(index: number) {
  return person(String(10_000_000 + (index % 10_000)), `Somebody ${index % 10_000}`);
}

/** People come by day; every twelfth is refused once before. */
function aMonth(): DoorEvent[] {
  const result: DoorEvent[] = [];
  const every = (DAYS * 86_400_000) / (ROWS / 3.1);
  for (let index = 0; result.length < ROWS; index += 1) {
    const time = after(FROM, Math.floor(index * every));
    const options = (row: number) => ({
      door: String(181 + (index % 4)),
      id: eventId((time * 1_000 + row).toString(16).padStart(24, '0')),
    });
    if (index % 12 === 0) result.push(authFailed(after(time, -4_000), options(0)));
    result.push(authenticated(somebody(index), time, options(1)));
    result.push(relayOn(after(time, 50), options(2)), relayOff(after(time, 3_050), options(3)));
  }
  return result;
}
