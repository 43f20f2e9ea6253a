import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { DoorEvent } from '../src/door/event.ts';
import { after, compareEventIds, eventId, type Instant, instant, placeId } from '../src/door/ids.ts';
import { channelId } from '../src/incident/incident.ts';
import { KINDS } from '../src/incident/kinds/index.ts';
import { newPlace, type PlaceState, updatePlace } from '../src/incident/place.ts';
import { openStore } from '../src/store/open.ts';
import { watchPlace } from '../src/watch/place-watch.ts';
import { logSource } from '../test/support/log-source.ts';
import { UTC } from '../test/support/place-spec.ts';
import { authenticated, authFailed, person, relayOff, relayOn } from '../test/support/rows.ts';

/**
 * How long the thread stands still while the bot takes many rows: 10,000 behind, at one door and at 20, with 10,000 names; the
 * cards of all of them told at once; and an ordinary tick of 200 places. Prints; asserts nothing.
 */

const BEHIND = Number(process.argv[2] ?? 10_000);
const NAMES = 10_000;
const PLACES = 200;
const START = instant(1_790_000_000_000);
const HEARING = [
  { channel: channelId('C0ALERTS'), id: 'all', topics: ['failures', 'let-in-after-failures', 'unlocks'], after: 1 },
] as const;

const folder = await mkdtemp(join(tmpdir(), 'clue-bot-bench-'));
const store = await openStore({ url: `sqlite://${join(folder, 'bot.sqlite')}`, key: Buffer.alloc(32, 1) });

for (const doors of [1, 20]) await catchUp(doors);
await ordinaryTicks();
await store.close();
await rm(folder, { recursive: true });

/** Reads what is behind, and hears that one message told of all of it. */
async function catchUp(doors: number): Promise<void> {
  const past = happened(300, doors, START);
  const behind = happened(BEHIND, doors, after(START, 3_600_000));
  const end = after(behind.at(-1)?.at ?? START, 3_600_000);
  const initial = seen(past);
  const source = logSource([...past, ...behind]);
  const watch = watchOver(initial, source, end);
  await standstill(`${behind.length} rows behind at ${doors} door(s), ${NAMES} names`, () =>
    watch.poll(new AbortController().signal),
  );
  const { incidents } = watch.desk.state();
  const kb = Math.round(JSON.stringify(watch.desk.state()).length / 1_024);
  console.log(
    `  ${incidents.length} incidents; the place's value has ${kb} kB, ${Math.round(JSON.stringify(initial).length / 1_024)} before`,
  );
  await standstill(`  the cards of ${incidents.length} incidents told by one message`, () =>
    Promise.all(
      incidents.map((one) =>
        watch.desk.send({
          kind: 'card',
          incident: one.id,
          channel: channelId('C0ALERTS'),
          outcome: { kind: 'told-elsewhere', revision: one.revision },
        }),
      ),
    ),
  );
  source.add(...happened(5, doors, end));
  await standstill('  a tick with five rows right after', () => watch.poll(new AbortController().signal));
}

/** Two hundred places with a day behind them, each with a few new rows, one after another. */
async function ordinaryTicks(): Promise<void> {
  const past = happened(2_000, 20, START);
  const end = after(past.at(-1)?.at ?? START, 3_600_000);
  const source = logSource(past);
  const places = Array.from({ length: PLACES }, () => watchOver(seen(past.slice(-256)), source, end));
  for (const watch of places) await watch.poll(new AbortController().signal);
  source.add(...happened(6, 20, end));
  await standstill(`a tick of ${PLACES} places, ${NAMES} names each`, async () => {
    for (const watch of places) await watch.poll(new AbortController().signal);
  });
}

function watchOver(initial: PlaceState, source: ReturnType<typeof logSource>, now: Instant) {
  return watchPlace({
    place: initial.place,
    initial,
    source,
    store,
    kinds: KINDS,
    zone: UTC,
    subscriptions: () => HEARING,
    now: () => now,
    run: () => {},
  });
}

/** A place that was watched for a while and knows many people. */
function seen(past: readonly DoorEvent[]): PlaceState {
  const events = [...past].sort((a, b) => compareEventIds(b.id, a.id));
  const message = { kind: 'rows-seen', events, complete: true, olderRowsExist: true, subscriptions: HEARING } as const;
  const { state } = updatePlace(newPlace(placeId('178')), message, START, KINDS, UTC);
  const people = Array.from({ length: NAMES }, (_, index) => somebody(index)).map((one) => [one.id, one.name] as const);
  return { ...state, people: people.flatMap(([id, name]) => (id && name ? [[id, name] as const] : [])) };
}

function somebody(index: number) {
  return person(String(10_000_000 + (index % NAMES)), `Somebody ${index % NAMES}`);
}

function happened(count: number, doors: number, from: Instant): readonly DoorEvent[] {
  const rows: DoorEvent[] = [];
  for (let index = 0; rows.length < count; index += 1) {
    const time = after(from, index * 5_000);
    const options = (row: number) => ({ door: String(181 + (index % doors)), id: hex(time, row) });
    if (index % 7 === 0) rows.push(authFailed(time, options(0)));
    else {
      rows.push(authenticated(somebody(index), time, options(0)));
      rows.push(relayOn(after(time, 50), options(1)), relayOff(after(time, 3_050), options(2)));
    }
  }
  return rows;
}

function hex(time: Instant, index: number): string {
  return eventId((time * 1_000 + (index % 1_000)).toString(16).padStart(24, '0'));
}

/** Runs something; prints how long it took, and the longest that everything else had to wait meanwhile. */
async function standstill(what: string, run: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  await run();
  const took = performance.now() - begun;
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  console.log(`${what}: ${took.toFixed(0)} ms, the thread stood still for ${(delay.max / 1e6).toFixed(0)} ms at most`);
}
