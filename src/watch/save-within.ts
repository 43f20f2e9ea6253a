/** What begins a save; it rejects when the value is not safe. */
type Save<Value> = (value: Value) => Promise<void>;

/**
 * A save with a deadline: one that takes longer rejects, so that whoever waits for it can go on.
 *
 * Such a save may still arrive one day. So that it never overwrites a newer value, no other is begun before it has settled:
 * until then each is refused at once. What the store then holds is newer than what the bot remembers, never older than what
 * it promised: the next save writes over it, and a restart before that goes on from it, as after a kill between a save and
 * its effects.
 */
export function saveWithin<Value>(save: Save<Value>, deadlineMs: number): Save<Value> {
  let isStuck = false;
  return async (value) => {
    if (isStuck) throw new Error('the store still has not taken the value before this one');
    const saving = save(value);
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      isStuck = true;
      const goOn = (): void => {
        isStuck = false;
      };
      saving.then(goOn, goOn);
      late.reject(new Error(`the store did not take a value within ${deadlineMs} ms`));
    }, deadlineMs);
    try {
      await Promise.race([saving, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}
