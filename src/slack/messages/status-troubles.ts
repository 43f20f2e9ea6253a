import type { DoorId, PlaceId } from '../../door/ids.ts';
import { storeFaultInWords } from './cards/store-failing.ts';
import { escapeControls, inText } from './escape.ts';
import { doorWord, list, placeWord } from './names.ts';
import { problemInWords, refusalInWords } from './problem.ts';
import type { Reader } from './reader.ts';
import { refusedChannel } from './refused-channel.ts';
import type { OpenTrouble, StatusView } from './status.ts';
import { moment } from './time.ts';

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
export function troubleLines(view: StatusView, reader: Reader): readonly string[] {
  const told = view.troubles.filter((one) => one.kind !== 'session-refused' || view.session.state !== 'refused');
  const sorted = told.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const left = sorted.length - TROUBLES_SHOWN;
  return [
    ...sorted.slice(0, TROUBLES_SHOWN).map((one) => lineOf(one, view, reader)),
    ...(left > 0 ? [reader.say.status.trouble.more(left)] : []),
  ];
}

function lineOf(trouble: OpenTrouble, view: StatusView, reader: Reader): string {
  const { now, timeZone } = reader;
  const words = reader.say.status.trouble;
  const since = moment(trouble.since, timeZone);
  switch (trouble.kind) {
    case 'session-refused': {
      const { what, todo } = refusalInWords(trouble.why, trouble.code, reader.say);
      return `⛔ ${words.session(since, what, todo)}`;
    }
    case 'blind': {
      const { what, todo } = problemInWords(trouble.problem, now, timeZone, reader.say);
      const places = list(
        trouble.still.map((place) => nameOfPlace(place, view, reader)),
        reader.say,
        5,
        'doors',
      );
      return `⛔ ${words.blind(places, since, what, todo)}`;
    }
    case 'store-failing': {
      const { what, todo } = storeFaultInWords(trouble.why, reader.say);
      return `⛔ ${words.store(since, what, todo)}`;
    }
    case 'channel-refused': {
      const { what, todo } = refusedChannel(trouble.word, reader.say);
      return `⚠️ ${words.channel(`<#${escapeControls(trouble.channel)}>`, since, what, todo)}`;
    }
    case 'slack-away':
      return `⚠️ ${words.slackAway(since)}`;
    case 'missing-rows': {
      const { place, device, doors, missing } = trouble;
      const of = doorsOf(doors, place, view, reader) || words.device(inText(device));
      return `⛔ ${words.missing(missing, atPlace(of, place, view, reader), since)}`;
    }
    case 'silent': {
      const { doors, place } = trouble;
      const ids = doors.map(({ door }) => door);
      return `🟡 ${words.silent(doors.length, atPlace(doorsOf(ids, place, view, reader), place, view, reader), since)}`;
    }
  }
}

const nameOfPlace = (id: PlaceId, { places }: StatusView, { say }: Reader): string =>
  inText(placeWord(places.find((one) => one.id === id) ?? { id }, say));

/** The place is said only where there are several. */
const atPlace = (what: string, id: PlaceId, view: StatusView, reader: Reader): string =>
  view.places.length > 1 ? reader.say.common.doorAt(what, nameOfPlace(id, view, reader)) : what;

const doorsOf = (doors: readonly DoorId[], place: PlaceId, { nameOfDoor }: StatusView, { say }: Reader): string =>
  list(
    doors.map((id) => {
      const name = nameOfDoor(place, id);
      return inText(doorWord({ id, ...(name !== undefined && { name }) }, say));
    }),
    say,
    3,
    'doors',
  );
