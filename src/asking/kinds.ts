import type { DoorEvent } from '../door/event.ts';

/** A raw type of CLUe's: `DEV_FACE_AUTH_FAIL`. */
export type RawType = `${string}_${string}`;

/** What happened, as far as a question names it. An entry is a passage, not a row: who authenticated and was let in. */
export type KindAsked = 'failures' | 'entries' | 'unlocks' | RawType;

/** By what a count is split. */
export type Per = 'hour' | 'day' | 'door' | 'person';

/** Whether a word is a raw type: capitals with `_` between them, or any case after the beginnings that CLUe uses. */
export function isRawType(word: string): word is RawType {
  return /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(word) || /^(dev|vendor|door)(_[a-z0-9]+)+$/i.test(word);
}

/**
 * Whether a row is of one of these kinds. Whether somebody entered is said by no row alone, so a question for entries takes
 * its rows from passages, and this is false of all of them.
 */
export function isOfKinds(event: Pick<DoorEvent, 'kind' | 'code'>, kinds: readonly KindAsked[]): boolean {
  return kinds.some((kind) => {
    switch (kind) {
      case 'failures':
        return event.kind === 'auth-failed' || event.kind === 'third-party-refused';
      case 'unlocks':
        return event.kind === 'unlocked';
      case 'entries':
        return false;
      default:
        return event.code.toUpperCase() === kind.toUpperCase();
    }
  });
}
