import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeId } from '../../src/door/ids.ts';
import { showRows } from '../../src/slack/actions/show-rows.ts';
import { rowsButton } from '../../src/slack/messages/rows-button.ts';
import { catalogueOf } from '../../src/slack/messages/words/catalogue.ts';
import { ADMIN, aLog, anAsking, clue, MEMBER, NOW, ports } from '../slack/commands/desk.ts';
import { at } from '../support/rows.ts';
import { assertHolds, entriesOf, HOSTILE, placesCalled, rowsOf, rowsShown } from './hostile.ts';

const AMOUNTS = [0, 1, 100, 101] as const;
type Language = 'en' | 'ja' | 'ko';

/** Every text in English and, by turns, in Japanese or Korean, with a name for what fails. */
async function everyText(amount: number, holds: (text: string, language: Language, name: string) => Promise<void>) {
  for (const [index, text] of HOSTILE.entries()) {
    const other = index % 2 === 0 ? 'ja' : 'ko';
    for (const language of ['en', other] as const)
      await holds(text, language, `${amount} × text ${index} in ${language}`);
  }
}

for (const amount of AMOUNTS) {
  describe(`with ${amount} rows, and any text in every field`, () => {
    it('who-entered holds', async () => {
      await everyText(amount, async (text, locale, name) => {
        const log = aLog(entriesOf(text, amount));
        const answer = await clue('who-entered today', {
          log,
          places: placesCalled(text),
          asker: { ...MEMBER, locale },
        });
        assertHolds(name, answer);
        assert.ok(rowsShown(answer) <= 100);
        if (locale !== 'en') return;
        const left = Number(/(\d+) older entr(?:y|ies) left out/.exec(JSON.stringify(answer.blocks))?.[1] ?? 0);
        assert.equal(rowsShown(answer) + left, amount, name);
      });
    });

    it('recent holds', async () => {
      await everyText(amount, async (text, locale, name) => {
        const change = { log: aLog(rowsOf(text, amount)), places: placesCalled(text), asker: { ...MEMBER, locale } };
        const newest = await clue('recent 100', change);
        assertHolds(name, newest);
        assert.ok(amount === 0 ? rowsShown(newest) === 0 : rowsShown(newest) > 0, name);
        assertHolds(`${name}, of today`, await clue('recent 100 today', change));
      });
    });

    it('the rows behind a card hold', async () => {
      await everyText(amount, async (text, language, name) => {
        const say = catalogueOf(language);
        const asked = { place: placeId('178'), from: at('00:00:00'), to: NOW };
        const rows = rowsOf(text, amount).map((row) => ({ ...row, place: placeId('178') }));
        const given = ports({ log: aLog(rows), places: placesCalled(text) });
        const press = { value: rowsButton(asked, say).value ?? '', userId: 'U1' };
        const { message } = await showRows(press, given, { now: NOW, timeZone: 'Asia/Tokyo', say });
        assertHolds(name, message);
      });
    });

    it('the audit log holds', async () => {
      await everyText(amount, async (text, locale, name) => {
        const asking = anAsking();
        for (let noted = 0; noted < amount; noted += 1) {
          await asking.audit.note({ user: 'U1', asked: `who-entered ${text}`, rows: noted, reason: text });
        }
        const answer = await clue('audit', { asking, places: placesCalled(text), asker: { ...ADMIN, locale } });
        // The table shortens what was typed to a name's length; the text has more of it.
        assertHolds(name, answer, { sameFacts: false });
        assert.ok(amount === 0 ? rowsShown(answer) === 0 : rowsShown(answer) > 0, name);
      });
    });
  });
}
