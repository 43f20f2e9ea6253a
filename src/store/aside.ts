import { StoreError } from './errors.ts';
import type { Store } from './open.ts';

/** Under this lies what may be lost: it can be had again from elsewhere. */
const PREFIX = 'aside/';

/** Whether a value may be lost. */
export const isAside = (name: string): boolean => name.startsWith(PREFIX);

/** A part of the store for what may be lost. Each call rejects with {@link StoreError} where the store fails, and nothing follows from it. */
export type Aside = Pick<Store, 'load' | 'save' | 'remove' | 'names'>;

/** The store that is open at the moment, for what may be lost. */
export function openAside(store: () => Store | undefined): Aside {
  const open = (): Store => {
    const there = store();
    if (there === undefined) throw new StoreError('What may be lost is not kept: the store is closed.');
    return there;
  };
  return {
    load: async (name) => await open().load(PREFIX + name),
    save: async (name, value) => await open().save(PREFIX + name, value),
    remove: async (name) => await open().remove(PREFIX + name),
    names: async () => (await open().names()).filter(isAside).map((name) => name.slice(PREFIX.length)),
  };
}
