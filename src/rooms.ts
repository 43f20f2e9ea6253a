/** What was opened, in order, to be closed in reverse. */
export type Rooms = {
  /** Notes how to close a thing, and gives the thing back. */
  readonly add: <Thing>(thing: Thing, close: (thing: Thing) => void | Promise<void>) => Thing;
  /** Closes everything, the last opened first. One that cannot be closed does not keep the others open; the first error is thrown at the end. */
  readonly close: () => Promise<void>;
};

/** A small AsyncDisposableStack: Node 22, which the bot still runs on, has none. */
export function openRooms(): Rooms {
  const closings: (() => void | Promise<void>)[] = [];
  return {
    add: (thing, close) => {
      closings.push(() => close(thing));
      return thing;
    },
    close: async () => {
      const errors: unknown[] = [];
      for (let close = closings.pop(); close !== undefined; close = closings.pop()) {
        try {
          await close();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw errors[0];
    },
  };
}
