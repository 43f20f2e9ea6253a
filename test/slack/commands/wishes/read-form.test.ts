import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Subscription } from '../../../../src/incident/subscription.ts';
import { previewWish, submitWish } from '../../../../src/slack/actions/fill-wish-form.ts';
import { formView } from '../../../../src/slack/commands/wishes/form-view.ts';
import { type FormValues, readForm } from '../../../../src/slack/commands/wishes/read-form.ts';
import { catalogueOf } from '../../../../src/slack/messages/words/catalogue.ts';
import { ALERTS, aDesk, MEMBER, NOW, ports } from '../desk.ts';
import { BACK, EBISU, FRONT, kinds, MEYER, OFFICE, PLACES, SHIBUYA, SHOMEN } from './reading.ts';

const EN = catalogueOf('en');
const of = (part: string, held: FormValues[string][string]): FormValues => ({ [part]: { [part]: held } });
const many = (part: string, ...values: readonly string[]): FormValues =>
  of(part, { selected_options: values.map((value) => ({ value })) });
const one = (part: string, value: string): FormValues => of(part, { selected_option: { value } });
const time = (part: string, selected_time: string): FormValues => of(part, { selected_time });
const typed = (part: string, value: string): FormValues => of(part, { value });
const FAILURES = many('wish-kinds', 'failures');

function read(...filled: readonly FormValues[]) {
  const { wish, errors } = readForm(Object.assign({}, FAILURES, ...filled), { places: PLACES, say: EN });
  return Object.keys(errors).length > 0 ? errors : wish;
}
const needs = EN.wishes.form;

describe('a form', () => {
  it('is read as it was picked', () => {
    assert.deepEqual(read(), kinds('failures'));
    assert.deepEqual(read(one('wish-after', '1'), one('wish-names', 'none')), {
      ...kinds('failures'),
      after: 1,
      names: 'none',
    });
    assert.deepEqual(read(many('wish-doors', '178/181'), many('wish-not-people', '1'), many('wish-days', '6', '7')), {
      ...kinds('failures'),
      doors: [FRONT],
      notPeople: [EBISU],
      hours: { from: 0, to: 1_440, days: [6, 7] },
    });
    assert.deepEqual(read(one('wish-hours', 'within'), time('wish-from', '22:00'), time('wish-to', '00:00')), {
      ...kinds('failures'),
      hours: { from: 1_320, to: 1_440 },
    });
    assert.deepEqual(read(one('wish-hours', 'outside'), many('wish-days', '1')), {
      ...kinds('failures'),
      hours: { from: 0, to: 1_440, days: [1], outside: true },
    });
  });

  it('points at hours that are none', () => {
    assert.deepEqual(read(one('wish-hours', 'within')), { 'wish-from': needs.needsBoth });
    assert.deepEqual(read(one('wish-hours', 'within'), time('wish-from', '22:00')), { 'wish-to': needs.needsBoth });
    assert.deepEqual(read(one('wish-hours', 'within'), time('wish-from', '22:00'), time('wish-to', '22:00')), {
      'wish-to': needs.needsHours,
    });
    assert.deepEqual(read(one('wish-hours', 'outside'), time('wish-from', '00:00'), time('wish-to', '00:00')), {
      'wish-to': needs.needsHours,
    });
  });

  it('points at what does not go together', () => {
    assert.deepEqual(read(many('wish-kinds', 'unlocks'), one('wish-after', '1')), {
      'wish-after': needs.needsFailures,
    });
    assert.deepEqual(read(many('wish-kinds', 'blind'), many('wish-doors', '178/181')), {
      'wish-doors': needs.blindAlone,
    });
    assert.deepEqual(read(many('wish-doors', '178/181'), many('wish-not-doors', '178/181')), {
      'wish-not-doors': needs.bothWays,
    });
  });

  it('takes a door for its place, and never hears of a door in none of the places beside it', () => {
    assert.deepEqual(read(many('wish-places', '178'), many('wish-doors', '178/181')), {
      ...kinds('failures'),
      doors: [FRONT],
    });
    for (const doors of [['179/190'], ['178/181', '179/190']]) {
      assert.deepEqual(read(many('wish-places', '178'), many('wish-doors', ...doors)), {
        'wish-doors': needs.otherPlace,
      });
    }
    assert.deepEqual(read(many('wish-places', '178', '179'), many('wish-doors', '178/181', '179/190')), {
      ...kinds('failures'),
      doors: [FRONT, SHOMEN],
    });
  });

  it('reads names that are typed, with spaces in them and with or without quotes', () => {
    for (const text of ['Front door, Back door', '"Front door","Back door"', ' 178/181 、 Back door,', '181,182']) {
      assert.deepEqual(read(typed('wish-doors', text)), { ...kinds('failures'), doors: [FRONT, BACK] }, text);
    }
    assert.deepEqual(read(typed('wish-people', 'Anna Meyer, ebisu')), { ...kinds('failures'), people: [MEYER, EBISU] });
    assert.deepEqual(read(typed('wish-places', 'Shibuya store')), { ...kinds('failures'), places: [SHIBUYA.id] });
    const wrong = read(typed('wish-doors', 'Front door nonsense'));
    assert.match(('wish-doors' in wrong && wrong['wish-doors']) || '', /I know no door Front door nonsense/);
    assert.deepEqual(read(typed('wish-doors', ' , ')), kinds('failures'));
  });
});

describe('a form of a subscription', () => {
  const known: Subscription = {
    channel: ALERTS,
    id: 's0001',
    topics: ['failures'],
    places: [OFFICE.id],
    notify: ['U0HANA', 'S0NIGHT'],
  };

  it('keeps the groups that its picker cannot show', () => {
    const values = Object.assign({}, FAILURES, of('wish-notify', { selected_users: ['U0ELSE'] }));
    assert.deepEqual(readForm(values, { places: PLACES, say: EN, known }).wish.notify, ['U0ELSE', 'S0NIGHT']);
    assert.deepEqual(formView({ channel: ALERTS, ports: ports({ places: PLACES }), say: EN, known }).notify, [
      'U0HANA',
    ]);
  });

  it('stays in the language in which it was opened, where Slack does not say which its reader chose', async () => {
    const filled = { metadata: JSON.stringify([ALERTS, null]), values: FAILURES, asker: MEMBER };
    const japanese = { ...ports({ channels: { desk: aDesk() } }), locale: 'ja-JP' };
    const view = await previewWish(filled, japanese);
    assert.equal(view?.title.text, catalogueOf('ja').wishes.form.title);
  });

  it('that is about nothing, or is no form of the bot’s, is too old', async () => {
    for (const metadata of ['', 'null', '[1,2]', JSON.stringify([ALERTS, 'gone'])]) {
      const submitted = await submitWish({ metadata, values: FAILURES, asker: MEMBER }, ports(), NOW);
      assert.ok(submitted.kind === 'saving');
      assert.match(JSON.stringify((await submitted.done).blocks), /too old/, metadata);
    }
  });
});
