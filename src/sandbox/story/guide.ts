import type { NewRow } from '../clue/place.ts';
import type { SandboxClue } from '../clue/start-clue.ts';
import { ownTimers, type Schedule } from '../clue/timers.ts';
import guideRows from './guide-rows.json' with { type: 'json' };

export type GuideOptions = {
  readonly now?: () => number;
  readonly schedule?: Schedule;
  /** The place whose log tells the guide; 178 as in the guide. */
  readonly place?: number;
  /** When the burst begins to arrive: as soon as the place has been read once (the default), or after a delay. */
  readonly begin?: 'when-read' | { readonly afterMs: number };
  /** A short quiet between that moment and the first row, in milliseconds; 1,500. */
  readonly pauseMs?: number;
  /** How long after the start the guide's last row happens, in milliseconds; 25,000. */
  readonly lastRowAfterMs?: number;
  /** How many times faster than they happened the rows of the burst arrive, at most; 3. */
  readonly speed?: number;
};

export type Guide = {
  /** Settles when the last row has arrived, or when the telling was stopped. */
  readonly told: Promise<'told' | 'stopped'>;
  readonly stop: () => void;
};

/** A quiet of ten minutes parts the history from the burst; inside the burst no row is 21 s from the next. */
const QUIET_MS = 600_000;

/**
 * Tells the 36 rows of the vendor's guide as if they happened now: all intervals between them are kept, and
 * the last one happens `lastRowAfterMs` after the start.
 *
 * The 19 rows before the burst are there at once, as history. The burst (14 failures, EBISU let in, locked
 * again) arrives row by row after the place was first read, so that a watcher sees it arrive. It lasts 76 s,
 * of which most lie before the start: those rows arrive late and `speed` times faster. None arrives
 * before its own moment, and all have arrived 25.3 s after the burst began to arrive, or at `lastRowAfterMs`.
 * It is told once on a CLUe: a second telling would repeat the device's numbers.
 */
export function playGuide(clue: SandboxClue, options: GuideOptions = {}): Guide {
  const { now = Date.now, place: placeId = 178, begin = 'when-read' } = options;
  const { pauseMs = 1_500, lastRowAfterMs = 25_000, speed = 3 } = options;
  const place = clue.place(placeId);
  const timers = ownTimers(options.schedule);
  const { promise: told, resolve } = Promise.withResolvers<'told' | 'stopped'>();
  const { history, burst } = movedTo(now() + lastRowAfterMs);

  for (const row of history) place.append(row);

  const tellBurst = () => {
    const begun = now();
    const first = burst[0]?.eventAt ?? begun;
    for (const [index, { localLogId: _, ...row }] of burst.entries()) {
      const arrival = Math.max(row.eventAt, begun + (row.eventAt - first) / speed);
      timers.after(arrival - begun, () => {
        // The device numbers the row when it arrives: somebody may have used the door meanwhile.
        place.append(row);
        if (index === burst.length - 1) resolve('told');
      });
    }
  };

  const stopListening =
    begin === 'when-read'
      ? place.whenRead(() => {
          stopListening();
          timers.after(pauseMs, tellBurst);
        })
      : timers.after(begin.afterMs + pauseMs, tellBurst);

  return {
    told,
    stop() {
      stopListening();
      timers.stop();
      resolve('stopped');
    },
  };
}

type GuideRow = NewRow & { readonly eventAt: number };

/** The guide's rows, moved so that the last one happens at `lastAt`, and parted where the long quiet is. */
function movedTo(lastAt: number): { readonly history: readonly GuideRow[]; readonly burst: readonly GuideRow[] } {
  const byMs = lastAt - (guideRows.at(-1)?.eventAt ?? 0);
  const rows: readonly GuideRow[] = guideRows.map((row) => ({ ...row, eventAt: row.eventAt + byMs }));
  const parting = rows.findIndex((row, index) => row.eventAt - (rows[index - 1]?.eventAt ?? row.eventAt) > QUIET_MS);
  return { history: rows.slice(0, parting), burst: rows.slice(parting) };
}
