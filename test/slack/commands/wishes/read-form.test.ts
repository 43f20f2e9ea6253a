import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { personId } from '../../../../src/door/ids.ts';
import type { Subscription } from '../../../../src/incident/subscription.ts';
import type { Wish } from '../../../../src/incident/wish.ts';
import { previewWish, submitWish } from '../../../../src/slack/actions/fill-wish-form.ts';
import { formView } from '../../../../src/slack/commands/wishes/form-view.ts';
import { type FormValues, readForm } from '../../../../src/slack/commands/wishes/read-form.ts';
import { catalogueOf } from '../../../../src/slack/messages/words/catalogue.ts';
import { ALERTS, aDesk, MEMBER, NOW, OFFICE, ports } from '../desk.ts';
import { BACK, FRONT, JACK, PLACES, SIDE } from './given.ts';

const EN = catalogueOf('en');
const of = (part: string, held: FormValues[string][string]): FormValues => ({ [part]: { [part]: held } });
const many = (part: string, ...values: readonly string[]): FormValues =>
  of(part, { selected_options: values.map((value) => ({ value })) });
const typed = (part: string, value: string): FormValues => of(part, { value });
const FAILED: Wish = { topics: ['failures'] };
const FAILURES = many('wish-kinds', 'failures');

function read(...filled: readonly FormValues[]) {
  const { wish, errors } = readForm(Object.assign({}, FAILURES, ...filled), { places: PLACES, say: EN });
  return Object.keys(errors).length > 0 ? errors : wish;
}

describe('a form', () => {
  it('takes a door for its place, and never hears of a door in none of the places beside it', () => {
    assert.deepEqual(read(many('wish-places', '179'), many('wish-doors', '179/190')), { ...FAILED, doors: [FRONT] });
    for (const doors of [['180/190'], ['179/190', '180/190']]) {
      assert.deepEqual(read(many('wish-places', '179'), many('wish-doors', ...doors)), {
        'wish-doors': EN.wishes.form.otherPlace,
      });
    }
    assert.deepEqual(read(many('wish-places', '179', '180'), many('wish-doors', '179/190', '180/190')), {
      ...FAILED,
      doors: [FRONT, SIDE],
    });
  });

  it('reads names that are typed, with spaces in them and with or without quotes', () => {
    for (const text of [
      'Front door, Back door',
      '"Front door","Back door"',
      ' 179/190 、 Back door,',
      '179/190，191',
    ]) {
      assert.deepEqual(read(typed('wish-doors', text)), { ...FAILED, doors: [FRONT, BACK] }, text);
    }
    assert.deepEqual(read(typed('wish-people', 'EBISU Mami, jack')), { ...FAILED, people: [personId('1'), JACK] });
    assert.deepEqual(read(typed('wish-places', 'Office')), { ...FAILED, places: [OFFICE.id] });
    const wrong = read(typed('wish-doors', 'Front door nonsense'));
    assert.match(('wish-doors' in wrong && wrong['wish-doors']) || '', /I know no door Front door nonsense/);
    assert.deepEqual(read(typed('wish-doors', ' , ')), FAILED);
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

  it('keeps the groups that its picker cannot show, and says so in its sentence', async () => {
    const desk = aDesk({ subscriptions: [known] });
    const of_ = ports({ places: PLACES, channels: { desk } });
    assert.deepEqual(formView({ channel: ALERTS, ports: of_, say: EN, known }).notify, ['U0HANA']);
    for (const chosen of [['U0ELSE'], []]) {
      const values = { ...FAILURES, ...of('wish-notify', { selected_users: chosen }) };
      const filled = { metadata: JSON.stringify([ALERTS, known.id]), values, asker: MEMBER };
      assert.match(JSON.stringify((await previewWish(filled, of_))?.blocks[0]), /<!subteam\^S0NIGHT>/);
      const submitted = await submitWish(filled, of_, NOW);
      assert.ok(submitted.kind === 'saving');
      await submitted.done;
      assert.deepEqual(desk.state().subscriptions[0]?.notify, [...chosen, 'S0NIGHT']);
    }
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
