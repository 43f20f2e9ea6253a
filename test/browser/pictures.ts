import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { aWindow, entries, say } from './browser.ts';

/** `npm run pictures`: the README's pictures, taken from the running demo while it tells the guide. */

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const SIZE = { width: 1180, height: 740 };

const { page, another, close } = await aWindow('/', { story: 'guide-and-life', env: {} });
await mkdir(FOLDER, { recursive: true });
await page.setViewportSize(SIZE);

// The guide's burst and the entry after it take half a minute, and a minute of quiet ends it.
const texts = entries(page);
await texts.getByText('Then EBISU was let in').waitFor({ timeout: 90_000 });
await texts
  .getByText(/EBISU was let in at testDoor/)
  .first()
  .waitFor({ timeout: 90_000 });
await take('alerts.png');

await say(page, '/clue who-entered');
await page.getByRole('log').getByRole('table').waitFor();
await page.emulateMedia({ colorScheme: 'dark' });
await take('who-entered.png');

const phone = await another({ viewport: { width: 390, height: 740 } });
await phone.getByRole('button', { name: 'Building' }).click();
await phone.getByRole('region', { name: 'Shibuya store: testDoor' }).waitFor();
await phone.screenshot({ path: `${FOLDER}building.png` });
await report('building.png');
await close();

async function take(name: string): Promise<void> {
  await page.screenshot({ path: `${FOLDER}${name}` });
  await report(name);
}

async function report(name: string): Promise<void> {
  const { size } = await stat(`${FOLDER}${name}`);
  console.log(`${name}: ${Math.round(size / 1_024)} kB`);
}
