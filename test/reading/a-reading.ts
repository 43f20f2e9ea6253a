import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { DoorEvent } from '../../src/door/event.ts';
import { after, type Instant } from '../../src/door/ids.ts';
import { openReading } from '../../src/reading/reading.ts';
import type { PastKeeper, PastRows, PlaceFound, ReadAnswer } from '../../src/reading/request.ts';
import { at, SHIBUYA } from '../support/rows.ts';
import type { ClueLog } from './clue-log.ts';

export const NOW = at('12:00:00');
export const places = [SHIBUYA];
export const AWAY = { kind: 'unreachable', detail: 'ECONNREFUSED' } as const;

export const found = (answer: ReadAnswer): Extract<PlaceFound, { ok: true }> => {
  assert.ok(answer.kind === 'read', answer.kind);
  const [first] = answer.places;
  assert.ok(first?.ok, JSON.stringify(first));
  return first;
};

/** A store for the past, in a map. */
export const aPast = () => {
  const kept = new Map<string, PastRows>();
  const past: PastKeeper = { get: async (name) => kept.get(name), put: (name, rows) => kept.set(name, rows) };
  return { past, kept };
};

export const aReading = (log: ClueLog, past?: PastKeeper) => {
  let now: Instant = NOW;
  const reading = openReading({ log, now: () => now, ...(past !== undefined && { past }) });
  return {
    reading,
    later: (ms: number) => {
      now = after(now, ms);
    },
    /** A poll that sees these new rows, as the watcher tells of it; the memory is filled when it returns. */
    polls: async (events: readonly DoorEvent[] = []) => {
      reading.hear(SHIBUYA, { events, malformed: 0, complete: true, pages: 1 }, now);
      while (log.underWay() > 0) await setImmediate();
      await setImmediate();
    },
    fails: () => reading.hear(SHIBUYA, { events: [], malformed: 0, complete: false, pages: 0, problem: AWAY }, now),
  };
};
