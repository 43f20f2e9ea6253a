import { createHash, randomBytes } from 'node:crypto';
import { withIds } from './block-ids.ts';
import type { Values } from './element-state.ts';
import { type JsonObject, objectsOf, textOf } from './json.ts';
import type { View } from './message.ts';
import type { News } from './news.ts';

/** The Home tabs and the modals that people have before them. */
export type Views = {
  readonly home: (user: string) => View | undefined;
  /** The modals on top of each other, the visible one last. */
  readonly modals: (user: string) => readonly View[];
  readonly find: (by: { readonly id?: string; readonly externalId?: string }) => View | undefined;
  readonly publish: (user: string, shown: JsonObject) => View;
  readonly push: (user: string, shown: JsonObject) => View;
  /** What was put into elements stays in those that keep their block_id and action_id. */
  readonly change: (view: View, shown: JsonObject) => View;
  /** Puts something into elements of a view; the view itself is the same. */
  readonly hold: (view: View, values: Values) => View;
  /** Closes the visible modal, or all of them. */
  readonly close: (user: string, which: 'top' | 'all') => void;
};

/** Keeps what is published and opened; tells of each change. */
export function createViews(tell: (news: News) => void): Views {
  const views = new Map<string, View>();

  const of = (user: string, type: View['type']) =>
    [...views.values()].filter((view) => view.user === user && view.type === type);
  const put = (id: string, user: string, type: View['type'], given: JsonObject, held?: Values): View => {
    const shown = { ...given, blocks: withIds(objectsOf(given.blocks)) };
    const hash = createHash('sha1').update(JSON.stringify(shown)).update(randomBytes(4)).digest('hex').slice(0, 16);
    const externalId = textOf(given.external_id) ?? '';
    const kept = held === undefined ? {} : { held };
    const view: View = { id, user, type, shown, hash, external_id: externalId, ...kept };
    views.set(id, view);
    tell({ kind: 'view', view });
    return view;
  };
  const newId = () => `V${randomBytes(6).toString('hex').toUpperCase()}`;
  return {
    home: (user) => of(user, 'home')[0],
    modals: (user) => of(user, 'modal'),
    find: ({ id, externalId }) =>
      id !== undefined
        ? views.get(id)
        : [...views.values()].find(
            (view) => externalId !== undefined && externalId !== '' && view.external_id === externalId,
          ),
    publish: (user, shown) => put(of(user, 'home')[0]?.id ?? newId(), user, 'home', shown),
    push: (user, shown) => put(newId(), user, 'modal', shown),
    change: (view, shown) => put(view.id, view.user, view.type, shown, views.get(view.id)?.held),
    hold: (view, values) => {
      const before = views.get(view.id) ?? view;
      const held: Record<string, Values[string]> = { ...before.held };
      for (const [block, elements] of Object.entries(values)) held[block] = { ...held[block], ...elements };
      const next = { ...before, held };
      views.set(view.id, next);
      return next;
    },
    close: (user, which) => {
      const open = of(user, 'modal');
      for (const view of which === 'all' ? open : open.slice(-1)) {
        views.delete(view.id);
        tell({ kind: 'view-closed', view });
      }
    },
  };
}
