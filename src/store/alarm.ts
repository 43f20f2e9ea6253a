import type { Instant } from '../door/ids.ts';
import type { StoreFailing, StoreFault } from '../incident/trouble.ts';
import { StoreError } from './errors.ts';

/** What is wrong with the store, and since when. */
export type StoreTrouble = Pick<StoreFailing, 'why' | 'since'>;

export type AlarmOptions = {
  readonly now: () => Instant;
  readonly log: { info(message: string, fields?: object): void; error(message: string, fields?: object): void };
  /** Hears of a trouble that lasts or that lost the file, of every change of its cause, and of its end. */
  readonly onTrouble?: (trouble: StoreTrouble | undefined) => void;
};

/** A disk that fails for so long is no hiccup, in milliseconds. */
const LASTS_AFTER_MS = 5_000;

/** Keeps what is wrong with the store, and says it to whoever runs the bot: once, and once that it is over. */
export function openAlarm({ now, log, onTrouble = () => {} }: AlarmOptions) {
  let trouble: StoreTrouble | undefined;
  let reason: unknown;
  let said: StoreFault | undefined;

  /** Whether it is no hiccup. A clock that was put back must not make one of it. */
  const lasts = (): boolean => trouble !== undefined && Math.abs(now() - trouble.since) >= LASTS_AFTER_MS;

  /** A hiccup that is over within seconds is nobody's business; a file that was lost is. */
  const speak = (): void => {
    if (trouble === undefined || trouble.why === said || !(lasts() || trouble.why === 'gone')) return;
    said = trouble.why;
    log.error('the store fails: the bot goes on from memory, and a restart would forget', {
      ...trouble,
      ...(reason instanceof StoreError && { error: reason.message }),
    });
    onTrouble(trouble);
  };

  return {
    trouble: () => trouble,
    /** The last error of this trouble. */
    reason: () => reason,
    lasts,
    speak,
    /** Something went wrong that began at `since`. It is said when `speak` is called next. */
    raise: (why: StoreFault, since: Instant, error?: unknown): void => {
      trouble = { why, since: trouble?.since ?? since };
      reason = error ?? reason;
    },
    /** Nothing is wrong any more. */
    end: (): void => {
      const before = trouble;
      trouble = undefined;
      reason = undefined;
      if (said === undefined) return;
      said = undefined;
      log.info('the store works again, and everything is saved', before);
      onTrouble(undefined);
    },
  };
}
