import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ModalView } from '@slack/types';
import { doorId, personId } from '../../../../src/door/ids.ts';
import { LANGUAGES } from '../../../../src/incident/language.ts';
import type { Subscription } from '../../../../src/incident/subscription.ts';
import { USUAL_TOPICS } from '../../../../src/incident/topic.ts';
import { valuesOf } from '../../../../src/sandbox/slack/element-state.ts';
import { type JsonObject, objectsOf, parseJson } from '../../../../src/sandbox/slack/json.ts';
import { problemsInView } from '../../../../src/sandbox/slack/validate/view.ts';
import type { PlaceView } from '../../../../src/slack/commands/ports.ts';
import { formView } from '../../../../src/slack/commands/wishes/form-view.ts';
import { isSameWish, wishOfSubscription } from '../../../../src/slack/commands/wishes/identity.ts';
import { type FormValues, readForm } from '../../../../src/slack/commands/wishes/read-form.ts';
import { drawForm, PARTS } from '../../../../src/slack/messages/wishes/form.ts';
import { catalogueOf } from '../../../../src/slack/messages/words/catalogue.ts';
import { ALERTS, OFFICE, ports } from '../desk.ts';
import { PLACES, wish } from './given.ts';

const en = catalogueOf('en');
type Option = { readonly value: string };
const picked = (...values: readonly string[]) => ({ selected_options: values.map((value): Option => ({ value })) });
const one = (value: string) => ({ selected_option: { value } });
const at = (time: string) => ({ selected_time: time });

/** A form filled in like this, by part. */
const fill = (
  parts: Partial<Record<keyof typeof PARTS, object>>,
  places: readonly PlaceView[] = [OFFICE],
  known?: Subscription,
) => {
  const values: FormValues = Object.fromEntries(
    Object.entries(parts).map(([part, held]) => {
      const name = PARTS[part as keyof typeof PARTS];
      return [name, { [name]: held }];
    }),
  );
  return readForm(values, { places, say: en, ...(known !== undefined && { known }) });
};

/** The view as it goes over the wire, and what it holds before anybody touches it. */
function wire(view: ModalView): JsonObject {
  const json = parseJson(JSON.stringify(view));
  assert.ok(typeof json === 'object' && json !== null && !Array.isArray(json));
  return json as JsonObject;
}
const untouched = (view: ModalView): FormValues => valuesOf(objectsOf(wire(view).blocks), {}) as FormValues;

describe('the form of a subscription', () => {
  it('is one that Slack takes, in every language, new or filled in', () => {
    const known: Subscription = {
      channel: ALERTS,
      id: 's0001',
      ...wish('failures door:179/190 not person:jack outside:9-18 days:mon-fri after:7 names:none notify:me'),
    };
    for (const language of LANGUAGES) {
      for (const form of [{}, { known }]) {
        const view = drawForm(
          formView({ channel: ALERTS, ports: ports({ places: PLACES }), say: catalogueOf(language), ...form }),
        );
        assert.deepEqual(problemsInView(wire(view), 'modal'), [], language);
      }
    }
  });

  it('means the usual things before anybody touches it', () => {
    const view = drawForm(formView({ channel: ALERTS, ports: ports({ places: [OFFICE] }), say: en }));
    assert.deepEqual(readForm(untouched(view), { places: [OFFICE], say: en }), {
      wish: { topics: USUAL_TOPICS },
      errors: {},
    });
  });

  it('gives back every subscription that it is filled in with', () => {
    for (const text of [
      'unlocks',
      'failures after:7',
      'failures unlocks door:179/190,180/190 not door:179/191',
      'unlocks person:jack not person:"ebisu mami"',
      'unlocks place:office hours:22-7',
      'unlocks outside:9-18 days:mon-fri',
      'unlocks weekends',
      'unlocks hours:18-24',
      'blind',
      'failures names:initials notify:U012ABCDEF,<!subteam^S123>',
    ]) {
      const known: Subscription = { channel: ALERTS, id: 's0001', ...wish(text) };
      const view = drawForm(formView({ channel: ALERTS, ports: ports({ places: PLACES }), say: en, known }));
      const { wish: read, errors } = readForm(untouched(view), { places: PLACES, say: en, known });
      assert.deepEqual(errors, {}, text);
      assert.ok(isSameWish(read, wishOfSubscription(known)), `${text}: ${JSON.stringify(read)}`);
    }
  });

  it('keeps doors and people that the bot does not know any more', () => {
    const known: Subscription = {
      channel: ALERTS,
      id: 's0001',
      topics: ['unlocks'],
      doors: [{ place: OFFICE.id, door: doorId('999') }],
      people: [personId('gone')],
    };
    const view = drawForm(formView({ channel: ALERTS, ports: ports({ places: [OFFICE] }), say: en, known }));
    assert.deepEqual(problemsInView(wire(view), 'modal'), []);
    const { wish: read } = readForm(untouched(view), { places: [OFFICE], say: en, known });
    assert.ok(isSameWish(read, wishOfSubscription(known)));
  });

  it('points at the part that is wrong', () => {
    const wrong: readonly (readonly [Parameters<typeof fill>[0], string, RegExp])[] = [
      [{ kinds: picked('unlocks'), hours: one('within'), from: at('22:00') }, PARTS.to, /both times/],
      [{ kinds: picked('unlocks'), hours: one('within') }, PARTS.from, /both times/],
      [{ kinds: picked('unlocks'), hours: one('within'), from: at('09:00'), to: at('09:00') }, PARTS.to, /the same/],
      [{ kinds: picked('unlocks'), hours: one('outside'), from: at('00:00'), to: at('00:00') }, PARTS.to, /the same/],
      [{ kinds: picked('unlocks'), after: one('3') }, PARTS.after, /counts failures/],
      [{ kinds: picked('blind'), doors: picked('179/190') }, PARTS.doors, /whatever the door/],
      [{ kinds: picked('unlocks'), doors: picked('179/190'), notDoors: picked('179/190') }, PARTS.notDoors, /above/],
      [{ kinds: picked('unlocks'), people: picked('34567'), notPeople: picked('34567') }, PARTS.notPeople, /above/],
    ];
    for (const [parts, part, words] of wrong) {
      const { errors } = fill(parts);
      assert.deepEqual(Object.keys(errors), [part]);
      assert.match(errors[part] ?? '', words);
    }
  });

  it('takes all days but some without a time', () => {
    const { wish: read, errors } = fill({ kinds: picked('unlocks'), hours: one('outside'), days: picked('6', '7') });
    assert.deepEqual([read.hours, errors], [{ from: 0, to: 1_440, days: [6, 7], outside: true }, {}]);
  });

  it('has doors and people typed where they are too many for a menu', () => {
    const doors = Array.from({ length: 101 }, (_, index) => ({
      id: doorId(String(1_000 + index)),
      name: `Gate ${index}`,
      thirdParty: false,
    }));
    const places = [{ ...OFFICE, doors }];
    const view = drawForm(formView({ channel: ALERTS, ports: ports({ places }), say: en }));
    assert.deepEqual(problemsInView(wire(view), 'modal'), []);
    assert.match(JSON.stringify(view.blocks.find((each) => each.block_id === PARTS.doors)), /plain_text_input/);
    const typed = fill({ kinds: picked('unlocks'), doors: { value: '"Gate 7", 1008' } }, places);
    assert.deepEqual(
      typed.wish.doors?.map(({ door }) => door),
      ['1007', '1008'],
    );
    assert.match(
      fill({ kinds: picked('unlocks'), doors: { value: 'Lobby' } }, places).errors[PARTS.doors] ?? '',
      /no door Lobby/,
    );
  });
});
