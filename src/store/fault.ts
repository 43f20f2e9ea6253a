import { accessSync, constants } from 'node:fs';
import type { StoreFault } from '../incident/trouble.ts';
import { extendedCode, StoreError, sqliteCode } from './errors.ts';

/** `SQLITE_READONLY_DBMOVED` and `SQLITE_IOERR_SHMSIZE` (https://sqlite.org/rescode.html#extrc). */
const MOVED = 1032;
const NO_ROOM_FOR_SHM = 4874;

/** What is wrong with the disk or the file, by what SQLite or the operating system answered. */
export function faultOf(error: unknown): StoreFault {
  if (error instanceof StoreError) return error.fault;
  const extended = extendedCode(error);
  if (extended === MOVED) return 'gone';
  if (extended === NO_ROOM_FOR_SHM) return 'full';
  switch (sqliteCode(error)) {
    case 5:
    case 6:
      return 'locked';
    case 13:
      return 'full';
    case 8:
    case 14:
      return 'read-only';
    default:
      return error instanceof Error && 'code' in error ? faultOfSystem(error.code) : 'other';
  }
}

/**
 * The same, where SQLite itself knows no more than that a write failed: a disk that the system has made read-only under an
 * open file answers so. The file is asked whether it may be written at all.
 */
export function faultAt(error: unknown, file: string | undefined): StoreFault {
  const fault = faultOf(error);
  if (fault !== 'other' || file === undefined) return fault;
  try {
    accessSync(file, constants.W_OK);
    return 'other';
  } catch (refusal) {
    return faultOf(refusal);
  }
}

function faultOfSystem(code: unknown): StoreFault {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'read-only';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'gone';
    default:
      return 'other';
  }
}
