import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Weekday } from '../../../door/zone.ts';
import type { ChannelId } from '../../../incident/incident.ts';
import { NAMES_SHOWN, type NamesShown } from '../../../incident/subscription.ts';
import { TOPICS, type Topic } from '../../../incident/topic.ts';
import { REHEARSE_PICKED } from '../action-ids.ts';
import { cleanLine } from '../escape.ts';
import { plain, section } from '../layout.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { clock } from './when.ts';

/** The form's own name, and what each of its parts is called; a part's element has the same name as its block. */
export const WISH_FORM = 'wish-form';
export const PARTS = {
  kinds: 'wish-kinds',
  places: 'wish-places',
  doors: 'wish-doors',
  notDoors: 'wish-not-doors',
  people: 'wish-people',
  notPeople: 'wish-not-people',
  hours: 'wish-hours',
  from: 'wish-from',
  to: 'wish-to',
  days: 'wish-days',
  after: 'wish-after',
  names: 'wish-names',
  notify: 'wish-notify',
} as const;

/** Something that can be picked, by what stands for it. */
export type Choice = { readonly value: string; readonly label: string };

/** Things to pick from, and those that are picked. Where they are too many for a menu they are typed. */
export type Picking = { readonly choices: readonly Choice[]; readonly picked: readonly string[] };

export const HOURS_MODES = ['always', 'within', 'outside'] as const;
export type HoursMode = (typeof HOURS_MODES)[number];

export type FormView = {
  readonly say: Catalogue;
  readonly channel: ChannelId;
  /** The subscription that is changed; a new one where there is none. */
  readonly id?: string;
  readonly kinds: readonly Topic[];
  readonly places: Picking;
  readonly doors: Picking;
  readonly notDoors: Picking;
  readonly people: Picking;
  readonly notPeople: Picking;
  readonly hours: HoursMode;
  readonly from?: number;
  readonly to?: number;
  readonly days: readonly Weekday[];
  readonly after: number;
  readonly names: NamesShown;
  readonly notify: readonly string[];
  /** What it means so far, in mrkdwn; absent while nothing is picked. */
  readonly sentence?: string;
};

/** Options in a menu at most, and how long what stands for one may be, by Slack's limits. */
const MOST_OPTIONS = 100;
const MOST_VALUE = 150;
const MOST_LABEL = 75;
const AFTERS: readonly number[] = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50];

/** A form that builds a subscription by picking, with the sentence that it means on top. */
export function drawForm(view: FormView): ModalView {
  const { say, channel, id, sentence } = view;
  const { form } = say.wishes;
  return {
    type: 'modal',
    callback_id: WISH_FORM,
    private_metadata: JSON.stringify([channel, id ?? null]),
    title: plain(id === undefined ? form.title : form.titleChange),
    submit: plain(id === undefined ? form.submit : form.submitChange),
    close: plain(form.close),
    blocks: [
      { ...section(sentence === undefined ? form.meansNothing : form.means(sentence)), block_id: 'wish-means' },
      {
        type: 'actions',
        block_id: 'wish-rehearse',
        elements: [{ type: 'button', action_id: REHEARSE_PICKED, text: plain(form.rehearse) }],
      },
      ...partsOf(view),
    ],
  };
}

/** What a form says when it has done its work, or cannot. */
export function drawFormDone(paragraphs: readonly string[], say: Catalogue, isChange: boolean): ModalView {
  const { form } = say.wishes;
  return {
    type: 'modal',
    title: plain(isChange ? form.titleChange : form.title),
    close: plain(form.done),
    blocks: paragraphs.map(section),
  };
}

function partsOf(view: FormView): readonly KnownBlock[] {
  const { say, days, after, names, hours, from, to, notify, kinds } = view;
  const { topics, weekday } = say.subscriptions;
  const { form } = say.wishes;
  const option = (value: string, label: string): PlainTextOption => ({ text: plain(label), value });
  const kindOf = (topic: Topic): PlainTextOption => option(topic, topics[topic].label);
  const dayOf = (day: Weekday): PlainTextOption => option(String(day), weekday(day));
  const afters = [...new Set([...AFTERS, after])].sort((a, b) => a - b);
  const shown: Readonly<Record<NamesShown, string>> = {
    full: form.namesFull,
    initials: form.namesInitials,
    none: form.namesNone,
  };
  const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  return [
    input(PARTS.kinds, form.kinds, {
      type: 'multi_static_select',
      action_id: PARTS.kinds,
      options: TOPICS.map(kindOf),
      ...(kinds.length > 0 && { initial_options: kinds.map(kindOf) }),
    }),
    ...picking(PARTS.places, form.places, view.places, say),
    ...picking(PARTS.doors, form.doors, view.doors, say),
    ...picking(PARTS.notDoors, form.notDoors, view.notDoors, say),
    ...picking(PARTS.people, form.people, view.people, say),
    ...picking(PARTS.notPeople, form.notPeople, view.notPeople, say),
    input(PARTS.hours, form.hours, {
      type: 'static_select',
      action_id: PARTS.hours,
      options: HOURS_MODES.map((mode) => option(mode, form[mode])),
      initial_option: option(hours, form[hours]),
    }),
    optional(PARTS.from, form.from, {
      type: 'timepicker',
      action_id: PARTS.from,
      ...(from !== undefined && { initial_time: timeOf(from) }),
    }),
    optional(PARTS.to, form.to, {
      type: 'timepicker',
      action_id: PARTS.to,
      ...(to !== undefined && { initial_time: timeOf(to) }),
    }),
    optional(PARTS.days, form.days, {
      type: 'multi_static_select',
      action_id: PARTS.days,
      options: week.map(dayOf),
      ...(days.length > 0 && { initial_options: days.map(dayOf) }),
    }),
    input(PARTS.after, form.after, {
      type: 'static_select',
      action_id: PARTS.after,
      options: afters.map((amount) => option(String(amount), String(amount))),
      initial_option: option(String(after), String(after)),
    }),
    input(PARTS.names, form.names, {
      type: 'static_select',
      action_id: PARTS.names,
      options: NAMES_SHOWN.map((one) => option(one, shown[one])),
      initial_option: option(names, shown[names]),
    }),
    optional(PARTS.notify, form.notify, {
      type: 'multi_users_select',
      action_id: PARTS.notify,
      ...(notify.length > 0 && { initial_users: [...notify] }),
    }),
  ];
}

/** A menu; a line to type in where there are too many for one; nothing where there is nothing to pick. */
function picking(part: string, label: string, { choices, picked }: Picking, say: Catalogue): readonly InputBlock[] {
  if (choices.length === 0) return [];
  const { form } = say.wishes;
  if (!fitsMenu(choices)) {
    const typed = picked.map((value) => (/[,、\s]/.test(value) ? `"${value}"` : value)).join(', ');
    const element: InputBlock['element'] = {
      type: 'plain_text_input',
      action_id: part,
      ...(typed !== '' && { initial_value: typed }),
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    };
    return [{ ...optional(part, label, element), hint: plain(form.byName) }];
  }
  const options = choices.map(({ value, label: words }) => ({ text: plain(cleanLine(words, MOST_LABEL)), value }));
  const initial = options.filter((one) => picked.includes(one.value));
  const element = {
    type: 'multi_static_select',
    action_id: part,
    options,
    placeholder: plain(form.optional),
    ...(initial.length > 0 && { initial_options: initial }),
  } as const;
  return [optional(part, label, element)];
}

/** Whether all of these can be picked from a menu. */
export const fitsMenu = (choices: readonly Choice[]): boolean =>
  choices.length <= MOST_OPTIONS && choices.every(({ value }) => value.length <= MOST_VALUE);

/** Each part tells the bot at once what was picked, so that the sentence is always that of the form. */
function input(part: string, label: string, element: InputBlock['element']): InputBlock {
  return { type: 'input', block_id: part, label: plain(label), element, dispatch_action: true };
}

const optional = (part: string, label: string, element: InputBlock['element']): InputBlock => ({
  ...input(part, label, element),
  optional: true,
});

/** A picker knows no 24:00. */
const timeOf = (minute: number): string => clock(minute % 1_440);
