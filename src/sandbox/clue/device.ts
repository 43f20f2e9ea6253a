import type { NewRow, SandboxPlace } from './place.ts';

/** The reader at a door. It counts its own log, and keeps it while it is cut off. */
export type Device = {
  readonly id: number;
  /** Writes a row: to the server, or for later while it is cut off. */
  readonly write: (row: DeviceRow) => void;
  readonly cut: () => void;
  /** Uploads what it kept, oldest first: new log ids, old times. */
  readonly reconnect: () => void;
  readonly isOnline: () => boolean;
  /** The rows that wait for the upload, oldest first. */
  readonly kept: () => readonly KeptRow[];
};

type DeviceRow = Omit<NewRow, 'logId' | 'localLogId' | 'deviceId'> & { readonly eventAt: number };

/** A row that no server has yet. */
export type KeptRow = DeviceRow & { readonly deviceId: number; readonly localLogId: number };

export function createDevice(id: number, place: SandboxPlace): Device {
  let online = true;
  let waiting: KeptRow[] = [];
  return {
    id,
    write(row) {
      const numbered = { deviceId: id, ...row, localLogId: place.nextLocalLogId(id) };
      if (online) place.append(numbered);
      else waiting.push(numbered);
    },
    cut() {
      online = false;
    },
    reconnect() {
      online = true;
      const rows = waiting;
      waiting = [];
      for (const row of rows) place.append(row);
    },
    isOnline: () => online,
    kept: () => [...waiting],
  };
}
