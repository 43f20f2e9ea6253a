import type { DoorId, Instant, PlaceId } from '../../door/ids.ts';
import { storeFaultInWords } from './cards/store-failing.ts';
import { escapeControls, inText } from './escape.ts';
import { count, doorWord, list, placeWord } from './names.ts';
import { problemInWords, refusalInWords } from './problem.ts';
import { refusedChannel } from './refused-channel.ts';
import type { OpenTrouble, StatusView } from './status.ts';
import { moment } from './time.ts';
import { catalogueOf } from './words/catalogue.ts';

/** Troubles told one by one, the gravest kinds first; the rest is counted. */
const TROUBLES_SHOWN = 8;

const ORDER: readonly OpenTrouble['kind'][] = [
  'session-refused',
  'blind',
  'store-failing',
  'channel-refused',
  'slack-away',
  'missing-rows',
  'silent',
];

/** Every open trouble in a line: what, since when, and what to do. The session's own is told by its line. */
export function troubleLines(view: StatusView, now: Instant, timeZone: string): readonly string[] {
  const told = view.troubles.filter((one) => one.kind !== 'session-refused' || view.session.state !== 'refused');
  const sorted = told.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const left = sorted.length - TROUBLES_SHOWN;
  return [
    ...sorted.slice(0, TROUBLES_SHOWN).map((one) => lineOf(one, view, now, timeZone)),
    ...(left > 0 ? [`… and ${count(left, 'more trouble')}`] : []),
  ];
}

function lineOf(trouble: OpenTrouble, view: StatusView, now: Instant, timeZone: string): string {
  const since = `since ${moment(trouble.since, timeZone)}`;
  switch (trouble.kind) {
    case 'session-refused': {
      const { what, todo } = refusalInWords(trouble.why, trouble.code, catalogueOf('en'));
      return `⛔ The bot sees no doors ${since}: ${what}. ${todo}`;
    }
    case 'blind': {
      const { what, todo } = problemInWords(trouble.problem, now, timeZone, catalogueOf('en'));
      return `⛔ The bot does not see ${list(
        trouble.still.map((place) => nameOfPlace(place, view)),
        catalogueOf('en'),
      )} ${since}: ${what}. ${todo}`;
    }
    case 'store-failing': {
      const { what, todo } = storeFaultInWords(trouble.why, catalogueOf('en'));
      return `⛔ The bot cannot save what it knows ${since}: ${what}. ${todo}`;
    }
    case 'channel-refused': {
      const { what, todo } = refusedChannel(trouble.word, catalogueOf('en'));
      return `⚠️ Alerts do not reach <#${escapeControls(trouble.channel)}> ${since}: ${what}. ${todo}`;
    }
    case 'slack-away':
      return `⚠️ Slack does not reach the bot ${since}: some commands and buttons are not answered.`;
    case 'missing-rows': {
      const { place, device, missing } = trouble;
      const of = doorsOf(trouble.doors, place, view) || `device ${inText(device)}`;
      const have = missing === 1 ? 'has' : 'have';
      return `⛔ ${count(missing, 'row')} of ${of}${atPlace(place, view)} ${have} not reached the bot ${since}. Look whether the device has power and a network.`;
    }
    case 'silent': {
      const { doors, place } = trouble;
      const names = doorsOf(
        doors.map(({ door }) => door),
        place,
        view,
      );
      return `🟡 ${names}${atPlace(place, view)} ${doors.length === 1 ? 'is' : 'are'} silent ${since}, unlike in other weeks. Look at the door, or try it with a face.`;
    }
  }
}

const nameOfPlace = (id: PlaceId, { places }: StatusView): string =>
  inText(placeWord(places.find((one) => one.id === id) ?? { id }, catalogueOf('en')));

/** The place is said only where there are several. */
const atPlace = (id: PlaceId, view: StatusView): string => (view.places.length > 1 ? `, ${nameOfPlace(id, view)}` : '');

const doorsOf = (doors: readonly DoorId[], place: PlaceId, { nameOfDoor }: StatusView): string =>
  list(
    doors.map((id) => {
      const name = nameOfDoor(place, id);
      return inText(doorWord({ id, ...(name !== undefined && { name }) }, catalogueOf('en')));
    }),
    catalogueOf('en'),
    3,
  );
