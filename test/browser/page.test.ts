import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ALERTS } from '../support/bot.ts';
import { eventually } from '../support/eventually.ts';
import { atDoor, aWindow, entries, say, WITHOUT_BROWSER, type Window } from './browser.ts';

const windows: Window[] = [];
const open = async (...options: Parameters<typeof aWindow>): Promise<Window> => {
  const one = await aWindow(...options);
  windows.push(one);
  // The bot has seen the place: what happens from now on is news.
  await new Promise<void>((resolve) => {
    const stop = one.demo.clue.place(178).whenRead(() => {
      stop();
      resolve();
    });
  });
  await one.demo.slack.waitFor(() => one.demo.slack.openSockets() > 0, { timeoutMs: 20_000, what: 'the bot' });
  return one;
};
after(async () => {
  await Promise.all(windows.map((one) => one.close()));
});

describe('the page in a real browser', { skip: WITHOUT_BROWSER, concurrency: true, timeout: 180_000 }, () => {
  it('shows one message that grows to fourteen, whose button acts, through a reload, in two windows', async () => {
    const { page, another, complaints, demo } = await open();
    await atDoor(page, 'testDoor', 'Refuse 14 times');
    const first = entries(page).first();
    await first.getByText(/\d+ authentication failures? at door 181/).waitFor();
    await page.reload();
    await entries(page).first().getByText('14 authentication failures at door 181').waitFor({ timeout: 40_000 });
    assert.equal(await entries(page).count(), 1);
    assert.ok(await first.getByText('(edited)').isVisible());
    const second = await another();
    await entries(second).first().getByText('14 authentication failures at door 181').waitFor();
    await first.getByRole('button', { name: 'Show rows' }).click();
    await page.getByText('Only visible to you').waitFor();
    const rows = page.getByRole('log').getByRole('table').getByRole('row');
    await rows.nth(14).waitFor();
    assert.equal(await rows.count(), 15, 'fourteen rows and the header');
    assert.equal(demo.slack.messages(ALERTS).length, 1);
    assert.deepEqual(complaints, []);
  });

  it('answers /clue recent with a table that can be read and sorted', async () => {
    const { page, demo, complaints } = await open();
    await atDoor(page, 'testDoor', 'Let in');
    await eventually('the door is locked again', () => demo.clue.place(178).rows().length === 3);
    // An answer is as of the last poll.
    const asked = demo.clue.journal.length;
    await eventually('two polls since then', () => demo.clue.journal.length > asked + 4);
    await page.getByRole('radio', { name: /Oliver Reed/ }).check({ force: true });
    const box = page.getByRole('combobox', { name: /^Message to/ });
    await box.fill('/clue rec');
    await page
      .getByRole('option', { name: /recent/ })
      .first()
      .waitFor();
    await say(page, '/clue recent');
    const table = page.getByRole('log').getByRole('table');
    await table.waitFor();
    assert.deepEqual(await table.getByRole('columnheader').allInnerTexts(), [
      'Time',
      'Door',
      'Place',
      'What happened',
      'Who',
    ]);
    const happened = async () =>
      (await table.getByRole('row').allInnerTexts()).slice(1).map((row) => row.split('\t')[3]?.trim());
    assert.deepEqual(await happened(), ['locked again', 'unlocked', 'authenticated (face)']);
    await table.getByRole('columnheader', { name: 'What happened' }).getByRole('button').click();
    assert.deepEqual(await happened(), ['authenticated (face)', 'locked again', 'unlocked']);
    assert.deepEqual(complaints, []);
  });

  it('changes words and times with the person one is', async () => {
    const { page, complaints } = await open();
    await atDoor(page, 'Back door', 'Refuse 14 times');
    await entries(page).first().getByText('14 authentication failures').waitFor({ timeout: 60_000 });
    const card = () => entries(page).first().innerText();
    await page.getByRole('radio', { name: /Hana/ }).check({ force: true });
    await eventually('the words of Tokyo', async () => /今日/.test(await card()));
    await page.getByRole('radio', { name: /Lena Vogel/ }).check({ force: true });
    await eventually('the words of Berlin', async () => /today/i.test(await card()));
    await say(page, '/clue recent');
    await page.getByText('🙏').waitFor();
    await page.getByRole('radio', { name: /Minjun Park/ }).check({ force: true });
    await say(page, '/clue recent');
    await page.getByRole('log').getByRole('table').waitFor();
    await eventually('the words of Seoul', async () => /오늘/.test(await card()));
    assert.deepEqual(complaints, []);
  });

  it('tells of what happened while Slack was cut off, once, and marked late', { timeout: 150_000 }, async () => {
    const { page, demo, complaints } = await open();
    await page.getByRole('group', { name: 'Slack' }).getByRole('button', { name: 'Away' }).click();
    await atDoor(page, 'testDoor', 'Refuse 14 times');
    await new Promise((resolve) => setTimeout(resolve, 75_000));
    await page.getByRole('group', { name: 'Slack' }).getByRole('button', { name: 'End the fault' }).click();
    await entries(page).getByText('14 authentication failures at door 181').waitFor({ timeout: 30_000 });
    await entries(page)
      .getByText(/told 1 min \d+ s late/)
      .waitFor();
    assert.equal(demo.slack.messages(ALERTS).length, 1);
    assert.deepEqual(complaints, []);
  });

  it('fits a phone, where two tabs part the workspace from the building', async () => {
    const { another, complaints } = await open();
    const phone = await another({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await phone.getByRole('button', { name: 'Building' }).click();
    await atDoor(phone, 'testDoor', 'Refuse 14 times');
    await phone.getByRole('button', { name: 'Workspace' }).click();
    await entries(phone)
      .first()
      .getByText(/\d+ authentication failures at door 181/)
      .waitFor({ timeout: 40_000 });
    const box = await phone.locator('body').evaluate((body) => [body.scrollWidth, body.clientWidth]);
    assert.equal(box[0], box[1], 'nothing to scroll to the side');
    assert.deepEqual(complaints, []);
  });
});
