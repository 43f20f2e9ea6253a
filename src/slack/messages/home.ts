import type { Button, KnownBlock, HomeView as SlackHomeView } from '@slack/types';
import type { Instant } from '../../door/ids.ts';
import type { Role } from '../../incident/access.ts';
import type { LastRow } from '../../incident/door-now.ts';
import { accessPart, type HomeAccess } from './access/home-part.ts';
import { escapeControls, inText } from './escape.ts';
import { eventInWords } from './event-words.ts';
import { context, plain, section } from './layout.ts';
import { doorWord, type Named, personWord, placeWord } from './names.ts';
import { moment } from './time.ts';
import type { Catalogue } from './words/catalogue.ts';

/** One door as the Home tab shows it. */
export type HomeDoor = {
  readonly door: Named;
  readonly place: Named;
  readonly relay?: LastRow;
  readonly last?: LastRow;
};

/** Something that goes on, in the words of its card, with its buttons. */
export type HomeIncident = { readonly words: string; readonly buttons: readonly Button[] };

export type HomeMute = {
  readonly channel: string;
  /** What it hides, in words. */
  readonly what: string;
  readonly until: Instant;
  readonly hidden: number;
};

/** What the Home tab shows to one person. */
export type HomeTab = {
  readonly say: Catalogue;
  /** The person's own. */
  readonly role: Role;
  /** How many names it shows. */
  readonly named: number;
  /** Who may ask, for an admin. */
  readonly access?: HomeAccess;
  readonly now: Instant;
  readonly timeZone: string;
  /** How many places are watched. */
  readonly places: number;
  /** How many things keep the bot from seeing or telling. */
  readonly troubles: number;
  readonly doors: readonly HomeDoor[];
  /** What goes on, the most severe first. */
  readonly open: readonly HomeIncident[];
  readonly mutes: readonly HomeMute[];
  /** What each channel that the person is in wants to hear, in words. */
  readonly wishes: readonly { readonly channel: string; readonly words: readonly string[] }[];
};

/** Slack takes a hundred blocks; these leave room for everything. */
const DOORS_SHOWN = 30;
const OPEN_SHOWN = 12;
const LINES_SHOWN = 20;
/** A paragraph in Slack holds so many characters. */
const PARAGRAPH = 3_000;

/** The Home tab: how the bot is, the doors, what goes on, and what is heard where. */
export function drawHome(tab: HomeTab): SlackHomeView {
  const { say, now, timeZone, troubles } = tab;
  const words = say.home;
  const watches = words.watches(say.common.places(tab.places), say.common.doors(tab.doors.length));
  return {
    type: 'home',
    blocks: [
      section(`*${troubles === 0 ? words.well : words.troubled(troubles)}*\n${watches}`),
      context(
        [words.asOf(moment(now, timeZone)), words.language(say.common.name), roleIn(tab)].join(say.common.between),
      ),
      ...(tab.role === 'viewer' ? [context(say.access.namesLeftOut)] : []),
      ...part(words.open, openBlocks(tab)),
      ...part(words.doors, doorBlocks(tab)),
      ...part(words.wishes, lines(tab.wishes.flatMap(wishLines), words.noWishes, say)),
      ...part(
        words.mutes,
        lines(
          tab.mutes.map((mute) => muteLine(mute, tab)),
          words.noMutes,
          say,
        ),
      ),
      ...(tab.access === undefined ? [] : part(say.access.home.title, accessPart(tab.access, say))),
    ],
  };
}

/** What a guest, or somebody of another company, sees. */
export function drawClosedHome(say: Catalogue): SlackHomeView {
  return { type: 'home', blocks: [section(`🙏 ${say.home.refused}`)] };
}

const roleIn = ({ role, say }: HomeTab): string => say.access.home.role(say.access.roles[role]);

const part = (title: string, blocks: readonly KnownBlock[]): readonly KnownBlock[] => [
  { type: 'divider' },
  { type: 'header', text: plain(title) },
  ...blocks,
];

function openBlocks({ open, say }: HomeTab): readonly KnownBlock[] {
  if (open.length === 0) return [section(say.home.nothingOpen)];
  const left = open.length - OPEN_SHOWN;
  return [
    ...open
      .slice(0, OPEN_SHOWN)
      .flatMap(({ words, buttons }): readonly KnownBlock[] => [
        section(fitting(words)),
        ...(buttons.length === 0 ? [] : [{ type: 'actions' as const, elements: [...buttons] }]),
      ]),
    ...(left > 0 ? [context(say.home.more(left))] : []),
  ];
}

function doorBlocks(tab: HomeTab): readonly KnownBlock[] {
  const { doors, say } = tab;
  if (doors.length === 0) return [section(say.home.noDoors)];
  const shown = doors.slice(0, DOORS_SHOWN).map((door) => doorLine(door, tab));
  const left = doors.length - shown.length;
  return [...paragraphs(shown).map(section), ...(left > 0 ? [context(say.home.moreDoors(left))] : [])];
}

function doorLine({ door, place, relay, last }: HomeDoor, { say, timeZone, places }: HomeTab): string {
  const { home } = say;
  const icon = relay === undefined ? '▫️' : relay.kind === 'unlocked' ? '🔓' : '🔒';
  const state = relay === undefined ? home.unknown : relay.kind === 'unlocked' ? home.unlocked : home.locked;
  const name =
    places > 1
      ? say.common.doorAt(inText(doorWord(door, say)), inText(placeWord(place, say)))
      : inText(doorWord(door, say));
  const who = last?.person === undefined ? undefined : inText(personWord(last.person, say));
  const what =
    last === undefined ? home.noRows : home.last(inText(eventInWords(last, say)), who, moment(last.at, timeZone));
  return `${icon} *${name}*${say.common.between}${state}${say.common.between}${what}`;
}

const wishLines = ({ channel, words }: HomeTab['wishes'][number]): readonly string[] =>
  words.map((line) => `<#${escapeControls(channel)}>: ${line}`);

function muteLine({ channel, what, until, hidden }: HomeMute, { say, timeZone }: HomeTab): string {
  const name = `<#${escapeControls(channel)}>`;
  return say.home.muted(name, what, moment(until, timeZone), hidden);
}

function lines(all: readonly string[], none: string, { home }: Catalogue): readonly KnownBlock[] {
  if (all.length === 0) return [section(none)];
  const left = all.length - LINES_SHOWN;
  return [...paragraphs(all.slice(0, LINES_SHOWN)).map(section), ...(left > 0 ? [context(home.more(left))] : [])];
}

/** Lines in as few paragraphs as hold them; a line is never torn, as half a link would spoil the rest. */
function paragraphs(all: readonly string[]): readonly string[] {
  const done: string[] = [];
  for (const line of all) {
    const longer = [...done.slice(-1), line].join('\n');
    if (done.length > 0 && longer.length <= PARAGRAPH) done.splice(-1, 1, longer);
    else done.push(fitting(line));
  }
  return done;
}

/** A text that a paragraph holds: whole lines of it, and where one is too long alone, its beginning. */
function fitting(text: string): string {
  if (text.length <= PARAGRAPH) return text;
  const end = text.lastIndexOf('\n', PARAGRAPH - 2);
  return `${text.slice(0, end > 0 ? end : PARAGRAPH - 1).toWellFormed()}…`;
}
