import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { aWindow, WITHOUT_BROWSER } from './browser.ts';

const GOLDEN = readdirSync(new URL('../golden', import.meta.url)).map((file) =>
  file.replace(/(\.[a-z]{2})?\.json$/, ''),
);

describe('the gallery in a real browser', { skip: WITHOUT_BROWSER, timeout: 60_000 }, () => {
  it('draws every golden file, and none of them is refused by the strict Slack', async (t) => {
    const { page, complaints, close } = await aWindow('/gallery');
    t.after(close);
    await page
      .getByRole('article')
      .nth(GOLDEN.length - 1)
      .waitFor({ timeout: 45_000 });
    const names = await page
      .getByRole('article')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    assert.deepEqual(names.sort(), GOLDEN.sort());
    assert.equal(await page.getByRole('list', { name: 'Refused by Slack' }).count(), 0);
    assert.deepEqual(complaints, []);
  });

  it('finds one by its name, in every language and in one', async (t) => {
    const { page, close } = await aWindow('/gallery');
    t.after(close);
    await page.getByRole('article').first().waitFor();
    await page.getByLabel('Filter by name').fill('failures-told-late');
    await eventually('one in each language', async () => (await page.getByRole('article').count()) === 3);
    await page.getByLabel('Language').selectOption('ja');
    await eventually('one that fits', async () => (await page.getByRole('article').count()) === 1);
    assert.equal(await page.getByRole('article').getAttribute('data-language'), 'ja');
    assert.equal(await page.getByRole('article').getAttribute('aria-label'), 'failures-told-late');
  });
});
