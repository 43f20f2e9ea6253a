import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { call, connect, type Envelope, type RawSocket } from '../sandbox/slack/raw-client.ts';
import { ALERTS } from '../support/bot.ts';
import { eventually } from '../support/eventually.ts';
import { aWindow, entries, say, WITHOUT_BROWSER, type Window } from './browser.ts';
import { EVERY_BLOCK, EVERY_INPUT } from './every-block.ts';

describe('what a bot can show, in a real browser', { skip: WITHOUT_BROWSER, timeout: 90_000 }, () => {
  let window: Window;
  let socket: RawSocket;
  const heard: Envelope[] = [];
  const actions = () => heard.filter((one) => one.type === 'interactive').map((one) => String(one.payload.type));
  const post = async (channel: string, said: object): Promise<void> => {
    const posted = await call(window.demo.slack, 'chat.postMessage', { channel, text: 'made up', ...said });
    if (posted.body.error !== 'ratelimited') return assert.equal(posted.body.ok, true, JSON.stringify(posted.body));
    // This Slack takes about one message a second in a channel, as Slack itself.
    await new Promise((resolve) => setTimeout(resolve, Number(posted.retryAfter) * 1_000));
    return await post(channel, said);
  };

  before(async () => {
    window = await aWindow();
    // The test speaks to the workspace in the bot's place.
    await window.demo.bot.kill();
    socket = await connect(window.demo.slack, (envelope, ack) => {
      heard.push(envelope);
      ack();
    });
  });
  after(async () => {
    socket.ws.close();
    await window.close();
    // A browser calls each answer of the one refused doing below an error.
    assert.deepEqual(
      window.complaints.filter((one) => !/status of 409/.test(one)),
      [],
    );
  });

  it('draws every kind of block that Slack takes, also a date that is no moment', async () => {
    const { page } = window;
    for (const blocks of EVERY_BLOCK) await post(ALERTS, { blocks });
    await entries(page)
      .nth(EVERY_BLOCK.length - 1)
      .waitFor();
    assert.equal(await page.getByText('not drawn here').count(), 0);
    for (const chart of ['Bar chart: A bar', 'Line chart: A line', 'Area chart: A area', 'Pie chart: Doors']) {
      await page.getByRole('img', { name: chart }).waitFor();
    }
    await page.getByText('no such time').waitFor();
    assert.equal(await page.getByText('no such day').count(), 2, 'in the text and in the table');
    assert.equal(await page.getByRole('link', { name: 'no link' }).count(), 0);
  });

  it('sorts a data_table by its numbers, and turns its pages', async () => {
    const { page } = window;
    const table = page.getByRole('table', { name: 'Entries' });
    const counts = async () => (await table.getByRole('row').allInnerTexts()).slice(1).map((row) => row.split('\t')[1]);
    await table.getByRole('button', { name: 'Count' }).click();
    assert.deepEqual(await counts(), ['0', '1', '2', '3', '4']);
    await page.getByRole('button', { name: 'Next' }).click();
    assert.deepEqual(await counts(), ['5', '6', '7', '8', '9']);
    await table.getByRole('button', { name: 'Count' }).click();
    assert.deepEqual(await counts(), ['11', '10', '9', '8', '7']);
  });

  it('asks before a button with a question, and moves in a menu by the arrows', async () => {
    const { page } = window;
    const log = page.getByRole('log');
    await log.getByRole('button', { name: 'Press' }).first().click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.deepEqual(actions(), []);
    await log.getByRole('button', { name: 'More' }).press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually('an action', () => actions().length === 1);
    const chosen = heard.at(-1)?.payload.actions as readonly { selected_option: { value: string } }[] | undefined;
    assert.equal(chosen?.[0]?.selected_option.value, 'Two');
  });

  it('keeps a modal open while its question or its menu is left, through a reload, until it is sent whole', async () => {
    const { page, demo } = window;
    await demo.slack.type({ user: 'U0HANA', channel: ALERTS, text: '/clue help' });
    const trigger = heard.at(-1)?.payload.trigger_id;
    const opened = await call(demo.slack, 'views.open', { trigger_id: trigger, view: EVERY_INPUT });
    assert.equal(opened.body.ok, true, JSON.stringify(opened.body));
    const modal = page.getByRole('dialog', { name: 'Every input' });
    await modal.waitFor();
    await page.reload();
    await modal.getByRole('button', { name: 'Press' }).click();
    await page.getByRole('dialog', { name: 'Sure?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Sure?' }).waitFor({ state: 'detached' });
    await modal.getByRole('button', { name: 'More' }).click();
    await page.keyboard.press('Escape');
    await modal.getByRole('button', { name: 'Save' }).click();
    await modal.getByText('Please complete this required field.').waitFor();
    assert.equal(demo.slack.modals('U0HANA').length, 1);
    await modal.getByRole('textbox', { name: 'plain_text_input' }).fill('Somebody');
    await page.keyboard.press('Enter');
    await modal.waitFor({ state: 'detached' });
    const view = heard.at(-1)?.payload.view as { state: { values: Record<string, Record<string, { value: string }>> } };
    assert.equal(view.state.values.plain_text_input?.plain_text_input?.value, 'Somebody');
  });

  it('marks a direct message as unread until it is before one, not while the Home tab hides it', async () => {
    const { page, demo } = window;
    await page.getByRole('button', { name: 'CLUe', exact: true }).click();
    await page.getByText('The bot has published no Home tab for you').waitFor();
    await post(demo.slack.directMessage('U0HANA').id, {});
    await page.getByRole('button', { name: 'CLUe 1 unread' }).waitFor();
    await page.getByRole('button', { name: 'Messages (1)' }).click();
    await entries(page).getByText('made up').waitFor();
    await page.getByRole('button', { name: 'CLUe', exact: true }).waitFor();
  });

  it('lets the keyboard pass the messages on its way to the message box', async () => {
    const { page } = window;
    await page.getByRole('link', { name: /to the message box/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('/clue st');
    await page.keyboard.press('Tab');
    assert.equal(await page.getByRole('combobox', { name: /^Message to/ }).inputValue(), '/clue status');
  });

  it('gives back what could not be sent', async () => {
    const { another } = window;
    const page = await another();
    await page.route('**/do', (route) => route.fulfill({ status: 409, json: { ok: false, error: 'Not now.' } }));
    await say(page, 'Is anybody there?');
    await page.getByRole('alert').getByText('Not now.').waitFor();
    assert.equal(await page.getByRole('combobox', { name: /^Message to/ }).inputValue(), 'Is anybody there?');
  });
});
