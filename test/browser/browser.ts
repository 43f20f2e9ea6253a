import { accessSync, constants } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { openRooms } from '../../src/rooms.ts';
import { type Demo, type DemoOptions, startDemo } from '../../src/sandbox/demo.ts';
import { startPage } from '../../src/sandbox/page/start-page.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/**
 * Why the browser tests are skipped, or false where they run. A machine that must run them sets
 * `CLUE_BOT_BROWSER_TESTS=required`: there a missing browser is a failure.
 */
export const WITHOUT_BROWSER: string | false = ((): string | false => {
  try {
    accessSync(CHROMIUM, constants.X_OK);
    return false;
  } catch {
    if (process.env.CLUE_BOT_BROWSER_TESTS === 'required') return false;
    return `no browser at ${CHROMIUM}: install Debian's package chromium, or set CHROMIUM to one`;
  }
})();

/** The demo's page in a real browser, with a building in which nothing happens by itself. */
export type Window = {
  readonly page: Page;
  readonly demo: Demo;
  /** Another window on the same page. */
  readonly another: (options?: BrowserContextOptions) => Promise<Page>;
  /** What the browser complained of: errors, refused loads, anything asked of another machine. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

export async function aWindow(path = '/', options: DemoOptions = {}): Promise<Window> {
  const rooms = openRooms();
  const demo = rooms.add(await startDemo({ story: 'none', env: { POLL_CRON: '* * * * * *' }, ...options }), (it) =>
    it.stop(),
  );
  const { url } = rooms.add(await startPage({ demo }), (it) => it.stop());
  const browser: Browser = rooms.add(
    await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    }),
    (it) => it.close(),
  );
  const complaints: string[] = [];
  const another = async (more: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...more });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('request', (request) => {
      const isOurs = request.url().startsWith(url) || request.url().startsWith('data:');
      if (!isOurs) complaints.push(`asked another machine: ${request.url()}`);
    });
    await page.goto(`${url}${path}`);
    return page;
  };
  return { page: await another(), demo, another, complaints, close: () => rooms.close() };
}

/** The messages of the channel that is shown. */
export const entries = (page: Page) => page.getByRole('log').getByRole('article');

/** Types into the message box and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: /^Message to/ });
  await box.fill(text);
  await box.press('Enter');
}

/** Presses a button at a door of the shop. */
export async function atDoor(page: Page, door: string, button: string): Promise<void> {
  await page
    .getByRole('region', { name: `Shibuya store: ${door}` })
    .getByRole('button', { name: button })
    .click();
}
