import { createListeners } from './listeners.ts';

/** One row of the log, with the names and the order of the vendor's sample. */
export type LogRow = {
  /** The server's order of arrival. */
  readonly logId: number;
  /** The device's time, in Unix milliseconds. */
  readonly eventAt: number;
  readonly placeId: number;
  readonly deviceId?: number;
  readonly doorId?: number;
  readonly authId?: number;
  readonly doorName?: string;
  readonly userId?: string;
  readonly userName?: string;
  /** The device's own count of its log. */
  readonly localLogId: number;
  readonly eventType: string;
};

/** A row before the server took it. What is left out is issued: `eventAt` is now, ids are the next ones. */
export type NewRow = Omit<LogRow, 'logId' | 'eventAt' | 'placeId' | 'localLogId'> & {
  readonly logId?: number;
  readonly eventAt?: number;
  readonly localLogId?: number;
};

/** The log of one place, as the building and the tests write it. */
export type SandboxPlace = {
  readonly id: number;
  /**
   * Takes a row now. A given `logId` must be new on this server, else it throws a RangeError.
   *
   * @param odd fields that replace the row's own, or join them, when it is sent: unknown fields, wrong types.
   */
  readonly append: (row: NewRow, odd?: Readonly<Record<string, unknown>>) => LogRow;
  /** Takes a row that its device kept for so long: the next `logId`, and a time that is past. */
  readonly appendLate: (row: NewRow, lateByMs: number) => LogRow;
  /** Keeps a row out of all answers until the returned function shows it: it becomes visible out of order. */
  readonly hide: (row: LogRow) => () => void;
  /** The visible rows, by `logId`. */
  readonly rows: () => readonly LogRow[];
  /** The next number in the log of a device. */
  readonly nextLocalLogId: (deviceId?: number) => number;
  /** Calls the listener after each good answer about this place; the returned function ends that. */
  readonly whenRead: (listener: () => void) => () => void;
  /** Calls the listener after each row that the log took, hid or showed; the returned function ends that. */
  readonly whenWritten: (listener: () => void) => () => void;
};

/** What the server itself needs of a place. */
export type PlaceLog = {
  readonly place: SandboxPlace;
  /** The row as it goes out, with the odd fields it was given. */
  readonly asSent: (row: LogRow) => Readonly<Record<string, unknown>>;
  readonly wasRead: () => void;
};

/** Issues a `logId`: the wanted one, or the next. */
export type IssueLogId = (wanted?: number) => number;

export function createPlaceLog(id: number, now: () => number, issueLogId: IssueLogId): PlaceLog {
  const log: LogRow[] = [];
  const hidden = new Set<number>();
  const oddities = new Map<number, Readonly<Record<string, unknown>>>();
  const lastLocalLogIds = new Map<number | undefined, number>();
  const readers = createListeners();
  const writers = createListeners();

  const nextLocalLogId = (deviceId?: number) => {
    const next = (lastLocalLogIds.get(deviceId) ?? 0) + 1;
    lastLocalLogIds.set(deviceId, next);
    return next;
  };

  const append: SandboxPlace['append'] = (given, odd) => {
    const { logId, eventAt, localLogId, eventType, ...where } = given;
    const row: LogRow = {
      logId: issueLogId(logId),
      eventAt: eventAt ?? now(),
      placeId: id,
      ...where,
      localLogId: localLogId ?? nextLocalLogId(given.deviceId),
      eventType,
    };
    lastLocalLogIds.set(row.deviceId, Math.max(lastLocalLogIds.get(row.deviceId) ?? 0, row.localLogId));
    const newest = log.at(-1);
    log.push(row);
    if (newest !== undefined && newest.logId > row.logId) log.sort((a, b) => a.logId - b.logId);
    if (odd !== undefined) oddities.set(row.logId, odd);
    writers.tell();
    return row;
  };

  return {
    place: {
      id,
      append,
      appendLate: (row, lateByMs) => append({ ...row, eventAt: now() - lateByMs }),
      hide(row) {
        hidden.add(row.logId);
        writers.tell();
        return () => {
          hidden.delete(row.logId);
          writers.tell();
        };
      },
      rows: () => log.filter((row) => !hidden.has(row.logId)),
      nextLocalLogId,
      whenRead: readers.add,
      whenWritten: writers.add,
    },
    asSent: (row) => ({ ...row, ...oddities.get(row.logId) }),
    wasRead: readers.tell,
  };
}
