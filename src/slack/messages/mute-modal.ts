import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { dayAfter } from '../../door/day.ts';
import { after, type Instant, instant } from '../../door/ids.ts';
import type { Zone } from '../../door/zone.ts';
import { type ChannelId, channelId } from '../../incident/incident.ts';
import { MUTE_MODAL } from './action-ids.ts';
import type { MuteAsked } from './answer-buttons.ts';
import { doorIn } from './cards/row-words.ts';
import type { Filled } from './dismissal-modal.ts';
import { context, plain } from './layout.ts';
import type { MuteView } from './mute-line.ts';
import { dayInWords } from './time.ts';

/** The fields by their block_id and action_id. */
const WHAT = 'what';
const HOW_LONG = 'how-long';
const UNTIL = 'until';
const CHANNEL = 'channel';

/** What a mute may hide. */
export const EXTENTS = ['topic-at-door', 'door', 'topic'] as const;
export type Extent = (typeof EXTENTS)[number];

const MINUTES = { '30m': 30, '2h': 120 } as const;
const PICKED = 'picked';
/** A mute lasts no longer, in milliseconds: what is hidden for ever is never looked at again. */
const LONGEST_MS = 7 * 86_400_000;
/** Eight o'clock, in minutes. */
const MORNING = 480;
/** Slack shows so many characters of a choice. */
const CHOICE_LIMIT = 75;

export type MuteModalView = MuteView & { readonly asked: MuteAsked; readonly now: Instant; readonly zone: Zone };

/** Asks what to mute and for how long. `metadata` comes back with the answer. */
export function drawMuteModal(metadata: string, { asked, now, zone, ...view }: MuteModalView): ModalView {
  const words = view.say.answersToCards.mute;
  const { topic, door, place, channels = [] } = asked;
  const at = door === undefined ? undefined : doorIn({ place, door }, view);
  const extents: readonly (readonly [Extent, string])[] = [
    ...(at === undefined
      ? []
      : ([
          ['topic-at-door', words.topicAtDoor(topic, at)],
          ['door', words.door(at)],
        ] as const)),
    ['topic', words.topic(topic)],
  ];
  const morning = tomorrowMorning(now, zone);
  return {
    type: 'modal',
    callback_id: MUTE_MODAL,
    private_metadata: metadata,
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.cancel),
    blocks: [
      ...where(
        words.channel,
        channels.map(({ id, name }) => option(id, `#${name}`)),
      ),
      radio(
        WHAT,
        words.what,
        extents.map(([value, text]) => option(value, text)),
      ),
      radio(HOW_LONG, words.howLong, [
        option('30m', words.minutes(MINUTES['30m'])),
        option('2h', words.hours(MINUTES['2h'] / 60)),
        // The very moment that was read is meant, though it may be past midnight when it is sent.
        option(String(morning), words.tomorrow(dayInWords(zone.wall(morning).day, view.say.common.locale))),
        option(PICKED, words.picked),
      ]),
      {
        type: 'input',
        block_id: UNTIL,
        optional: true,
        label: plain(words.until),
        hint: plain(words.untilHint),
        element: { type: 'datetimepicker', action_id: UNTIL },
      },
      context(words.hides(asked.severity)),
    ],
  };
}

export type MuteChoice =
  | { readonly ok: true; readonly extent: Extent; readonly until: Instant }
  /** What is wrong, by the field where it is said. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Reads what was chosen. A moment that is past or too far is said at its field. */
export function muteChoice(
  filled: Filled,
  now: Instant,
  { answersToCards: { mute: words } }: MuteView['say'],
): MuteChoice {
  const extent = EXTENTS.find((one) => one === filled[WHAT]?.[WHAT]?.selected_option?.value) ?? 'topic-at-door';
  const how = filled[HOW_LONG]?.[HOW_LONG]?.selected_option?.value ?? '30m';
  const picked = filled[UNTIL]?.[UNTIL]?.selected_date_time ?? undefined;
  const wrong = (field: string, error: string): MuteChoice => ({ ok: false, errors: { [field]: error } });
  if (how !== PICKED && picked !== undefined) return wrong(UNTIL, words.notAsked);
  if (how === PICKED && picked === undefined) return wrong(UNTIL, words.needsTime);
  const field = how === PICKED ? UNTIL : HOW_LONG;
  const until = picked !== undefined ? instant(picked * 1_000) : untilOf(how, now);
  if (until <= now) return wrong(field, words.past);
  if (until - now > LONGEST_MS) return wrong(field, words.tooFar);
  return { ok: true, extent, until };
}

/** The channel that was picked, where the button that asked stands in none. */
export function mutedIn(filled: Filled): ChannelId | undefined {
  const picked = filled[CHANNEL]?.[CHANNEL]?.selected_option?.value;
  return picked === undefined ? undefined : channelId(picked);
}

function untilOf(how: string, now: Instant): Instant {
  if (how === '30m' || how === '2h') return after(now, MINUTES[how] * 60_000);
  const moment = Number(how);
  return instant(Number.isFinite(moment) ? moment : 0);
}

/** Eight o'clock on the day after this one, by the clock of the zone. */
function tomorrowMorning(now: Instant, zone: Zone): Instant {
  return zone.next(MORNING, after(zone.startOf(dayAfter(zone.wall(now).day, 1)), -1));
}

/** Asks for the channel, where that is not plain. */
function where(label: string, options: readonly PlainTextOption[]): readonly KnownBlock[] {
  const [first] = options;
  if (first === undefined) return [];
  return [
    {
      type: 'input',
      block_id: CHANNEL,
      label: plain(label),
      element: { type: 'static_select', action_id: CHANNEL, options: [...options], initial_option: first },
    },
  ];
}

/** The first choice is made already: it is the one that hides the least. */
function radio(id: string, label: string, options: readonly PlainTextOption[]): KnownBlock {
  const [first] = options;
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    element: {
      type: 'radio_buttons',
      action_id: id,
      options: [...options],
      ...(first !== undefined && { initial_option: first }),
    },
  };
}

const option = (value: string, text: string): PlainTextOption => ({
  text: plain(text.length <= CHOICE_LIMIT ? text : `${text.slice(0, CHOICE_LIMIT - 1).toWellFormed()}…`),
  value,
});
