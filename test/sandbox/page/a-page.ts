import type { TestContext } from 'node:test';
import { openRooms } from '../../../src/rooms.ts';
import { botProcess } from '../../../src/sandbox/bot-process.ts';
import { startClue } from '../../../src/sandbox/clue/start-clue.ts';
import type { Demo } from '../../../src/sandbox/demo.ts';
import { type Page, type PageOptions, startPage } from '../../../src/sandbox/page/start-page.ts';
import type { Doing, DoingAnswer, PageState } from '../../../src/sandbox/page/state.ts';
import { startSlack } from '../../../src/sandbox/slack/start.ts';
import { createDemoBuildings } from '../../../src/sandbox/story/demo-buildings.ts';

/** A page as a browser meets it. */
export type APage = Page & {
  readonly demo: Demo;
  readonly state: () => Promise<PageState>;
  readonly do: (doing: Doing) => Promise<DoingAnswer & { readonly status: number }>;
  /** A window: it sees each state that the server tells, until the test ends. */
  readonly open: () => AWindow;
};

export type AWindow = {
  /** The states it has seen, oldest first. */
  readonly seen: readonly PageState[];
  /** Resolves with the first state, from the newest on, that satisfies the check. */
  readonly until: (what: string, check: (state: PageState) => boolean, timeoutMs?: number) => Promise<PageState>;
};

/** A demo without a story, whose bot was not started. */
export async function aStillDemo(t: TestContext): Promise<Demo> {
  const rooms = openRooms();
  const slack = rooms.add(await startSlack({ rates: 'off' }), (it) => it.stop());
  const clue = rooms.add(await startClue(), (it) => it.stop());
  const buildings = createDemoBuildings(clue);
  for (const building of Object.values(buildings)) rooms.add(building, (it) => it.stop());
  const demo = { slack, clue, buildings, bot: botProcess({ env: {} }), play: () => {}, stop: () => rooms.close() };
  t.after(demo.stop);
  return demo;
}

/** The page of a demo, on a free port, with no client unless one is given. It is gone when the test ends. */
export async function aPage(t: TestContext, options: Partial<PageOptions> = {}): Promise<APage> {
  const demo = options.demo ?? (await aStillDemo(t));
  const page = await startPage({ bundle: async () => new Map(), ...options, demo });
  t.after(page.stop);
  return {
    ...page,
    demo,
    state: async () => (await (await fetch(`${page.url}/state`)).json()) as PageState,
    do: async (doing) => {
      const response = await fetch(`${page.url}/do`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: page.url },
        body: JSON.stringify(doing),
      });
      return { status: response.status, ...((await response.json()) as DoingAnswer) };
    },
    open: () => aWindow(t, page.url),
  };
}

function aWindow(t: TestContext, url: string): AWindow {
  const seen: PageState[] = [];
  const listeners = new Set<() => void>();
  const leaving = new AbortController();
  t.after(() => leaving.abort());
  const read = async (): Promise<void> => {
    const { body } = await fetch(`${url}/events`, { signal: leaving.signal });
    let text = '';
    for await (const chunk of body ?? []) {
      text += Buffer.from(chunk).toString('latin1');
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events.filter((one) => one.startsWith('data: '))) {
        seen.push(JSON.parse(Buffer.from(event.slice('data: '.length), 'latin1').toString('utf8')) as PageState);
        for (const listener of listeners) listener();
      }
    }
  };
  // The connection ends with the test, or with the page.
  read().catch(() => {});
  return {
    seen,
    until: (what, check, timeoutMs = 10_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}.`)), timeoutMs);
        const look = (): void => {
          const newest = seen.at(-1);
          if (newest === undefined || !check(newest)) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(newest);
        };
        listeners.add(look);
        look();
      }),
  };
}

/** A channel of the state, by its id. */
export function channelOf(state: PageState, id: string): PageState['workspace']['channels'][number] {
  const channel = state.workspace.channels.find((one) => one.id === id);
  if (channel === undefined) throw new Error(`The page shows no channel ${id}.`);
  return channel;
}

/** A door of the state, by its id. */
export function doorOf(state: PageState, id: number): PageState['buildings'][number]['doors'][number] {
  const door = state.buildings.flatMap(({ doors }) => doors).find(({ doorId }) => doorId === id);
  if (door === undefined) throw new Error(`The page shows no door ${id}.`);
  return door;
}
