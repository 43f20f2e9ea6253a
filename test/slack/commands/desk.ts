import type { ModalView } from '@slack/types';
import { cardIncidents } from '../../../src/card-incidents.ts';
import type { DoorEvent } from '../../../src/door/event.ts';
import {
  after,
  compareEventIds,
  doorId,
  type Instant,
  type PlaceId,
  personId,
  placeId,
} from '../../../src/door/ids.ts';
import type { PageRequest } from '../../../src/door/page.ts';
import { failed, ok, type Problem } from '../../../src/door/problem.ts';
import { openZone } from '../../../src/door/zone.ts';
import { type AccessState, NEW_ACCESS, updateAccess } from '../../../src/incident/access.ts';
import { type AuditEntry, isMeant } from '../../../src/incident/audit.ts';
import { type ChannelMessage, type ChannelState, newChannel, updateChannel } from '../../../src/incident/channel.ts';
import { channelId, type Incident } from '../../../src/incident/incident.ts';
import { KINDS } from '../../../src/incident/kinds/index.ts';
import { newPlace } from '../../../src/incident/place.ts';
import { openReading } from '../../../src/reading/reading.ts';
import type { Access, Audit, Files } from '../../../src/slack/commands/access/access.ts';
import type { Member } from '../../../src/slack/commands/asker.ts';
import { runCommand } from '../../../src/slack/commands/index.ts';
import type {
  ChannelSight,
  CommandPorts,
  Log,
  PlaceMemory,
  PlaceView,
  TestAlert,
} from '../../../src/slack/commands/ports.ts';
import { createRehearsals } from '../../../src/slack/commands/rehearse/run.ts';
import { openWaits } from '../../../src/slack/commands/waits.ts';
import { csvOf } from '../../../src/slack/csv.ts';
import type { LoginAnswer } from '../../../src/slack/messages/login.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import type { StatusView } from '../../../src/slack/messages/status.ts';
import { at } from '../../support/rows.ts';

/** The vocabulary of the commands' tests: a log to ask, places that are known, somebody who asks. */

export const ALERTS = channelId('C0ALERTS');
export const NOW = at('12:00:00');
export const MEMBER: Member = { kind: 'member', userId: 'U1', role: 'operator' };
export const ADMIN: Member = { ...MEMBER, role: 'admin' };
export const VIEWER: Member = { ...MEMBER, role: 'viewer' };

export type LogOptions = {
  /** Rows a page that CLUe gives at most, whatever it is asked for. */
  readonly cap?: number;
  /** New rows that arrive before each page but the first. */
  readonly arriving?: readonly DoorEvent[];
  readonly problems?: Readonly<Record<string, Problem>>;
  readonly malformed?: number;
};

/** A log that answers as CLUe does: newest id first, `total` of all rows that match. */
export function aLog(rows: readonly DoorEvent[], options: LogOptions = {}): Log & { readonly asked: PageRequest[] } {
  const { cap = Infinity, arriving = [], problems = {}, malformed = 0 } = options;
  const asked: PageRequest[] = [];
  return {
    asked,
    page: async (request) => {
      asked.push(request);
      const problem = problems[request.place];
      if (problem !== undefined) return failed(problem);
      const { place, page, from = -Infinity, to = Infinity } = request;
      const matching = [...rows, ...arriving.slice(0, asked.length - 1)]
        .filter((row) => row.place === place && row.at >= from && row.at <= to)
        .sort((a, b) => compareEventIds(b.id, a.id));
      if (request.order === 'oldest-first') matching.reverse();
      const size = Math.min(request.size, cap);
      const events = matching.slice(page * size, (page + 1) * size);
      return ok({ total: matching.length + malformed, events, malformed: page === 0 ? malformed : 0 });
    },
  };
}

export const SHIBUYA: PlaceView = {
  id: placeId('178'),
  name: 'Shibuya store',
  doors: [{ id: doorId('181'), name: 'testDoor', thirdParty: false }],
  people: [],
  personName: () => undefined,
};
export const OFFICE: PlaceView = {
  id: placeId('179'),
  name: 'Office',
  doors: [
    { id: doorId('190'), name: 'Front door', thirdParty: false },
    { id: doorId('191'), name: 'Back door', thirdParty: true },
    { id: doorId('192'), thirdParty: false },
  ],
  people: [{ id: personId('34567'), name: 'Jack' }],
  personName: (id) => (id === personId('34567') ? 'Jack' : undefined),
};

export type PortsChange = {
  readonly log?: Log;
  readonly places?: readonly PlaceView[];
  readonly timeZone?: string;
  readonly login?: () => Promise<LoginAnswer>;
  readonly status?: Partial<StatusView>;
  readonly testAlert?: TestAlert['send'];
  readonly channels?: ChannelsGiven;
  readonly opens?: (view: ModalView) => boolean;
  readonly progress?: (message: Message) => void;
  readonly memory?: (place: PlaceId) => PlaceMemory | undefined;
  readonly incidents?: readonly Incident[];
  /** Rows of the first place, oldest first, that the watcher read two minutes ago. */
  readonly heard?: readonly DoorEvent[];
  /** Takes a file's text; answers with Slack's word where it refuses it. */
  readonly send?: (user: string, name: string, content: string) => string | undefined;
  readonly now?: Instant;
  readonly asking?: ReturnType<typeof anAsking>;
};

export type ChannelsGiven = {
  /** The desk of the channel that is typed in; one that wishes for nothing where it is left out. */
  readonly desk?: ReturnType<typeof aDesk>;
  readonly sight?: ChannelSight;
  /** Takes what is said in the channel; answers with Slack's word where it refuses it. */
  readonly say?: (message: Message) => string | undefined;
};

/** A channel's desk as it really decides, kept in memory. */
export function aDesk(given: Partial<ChannelState> = {}, now: Instant = NOW) {
  let state: ChannelState = { ...newChannel(ALERTS), ...given };
  return {
    state: () => state,
    send: async (message: ChannelMessage) => {
      state = updateChannel(state, message, now, openZone('Asia/Tokyo')).state;
      return state;
    },
  };
}

export const SEEN: Extract<ChannelSight, { kind: 'seen' }> = {
  kind: 'seen',
  isMember: true,
  isArchived: false,
  isShared: false,
};

const filesTo = (send: NonNullable<PortsChange['send']>): Files => ({
  send: async (user, { name, header, rows }) => send(user, name, csvOf(header, rows)),
  sendText: async (user, { name, content }) => send(user, name, content),
});

/** Who may ask, and an audit log in memory. */
export function anAsking({
  lookupReason = 'off',
  fails = false,
}: {
  lookupReason?: 'off' | 'required';
  fails?: boolean;
} = {}) {
  let state: AccessState = NEW_ACCESS;
  const entries: AuditEntry[] = [];
  const access: Access = {
    configured: { admins: [], operators: [], viewers: [] },
    lookupReason,
    state: () => state,
    send: async (message) => {
      state = updateAccess(state, message, NOW).state;
    },
    roleOf: (asker) => (asker.kind === 'member' ? asker.role : undefined),
    personOf: (userId) => state.links.find(({ user }) => user === userId)?.person,
    maySeeNames: async (asker) => asker.kind === 'member' && asker.role !== 'viewer',
    allowNames: async () => {},
  };
  const audit: Audit = {
    note: async (entry) => {
      if (fails) throw new Error('no room');
      entries.unshift({ ...entry, at: NOW });
    },
    read: async (filter) => entries.filter((entry) => isMeant(entry, filter, NOW)),
  };
  const files = filesTo(() => undefined);
  return { access, audit, files, entries };
}

export function ports({
  log = aLog([]),
  places = [SHIBUYA],
  timeZone = 'Asia/Tokyo',
  login,
  status = {},
  testAlert = async () => ({ kind: 'under-way' }),
  channels: { desk = aDesk(), sight = SEEN, say = () => undefined } = {},
  opens = () => true,
  memory = () => undefined,
  heard,
  incidents = [],
  send,
  now = NOW,
  asking = anAsking(),
}: PortsChange = {}): CommandPorts {
  const reading = openReading({ log, now: () => now });
  const [first] = places;
  if (heard !== undefined && first !== undefined) {
    const look = { events: heard.toReversed(), malformed: 0, complete: true, pages: 1 };
    reading.hear(first.id, look, after(now, -120_000));
  }
  return {
    log,
    rows: reading,
    waits: openWaits(),
    places: { places: () => places },
    health: {
      status: () => ({
        version: '0.1.0',
        startedAt: at('08:00:00'),
        session: { state: 'api-key' },
        places: places.map(({ id }) => ({
          id,
          rowsSeen: 3,
          lastPollAt: NOW,
          told: 0,
          retries: 0,
          duplicatesAvoided: 0,
        })),
        slack: 'connected',
        store: { durable: true, encrypted: true },
        troubles: [],
        gathered: 0,
        nameOfDoor: () => undefined,
        ...status,
      }),
    },
    login: { again: login ?? (async () => ({ kind: 'signed-in' })) },
    testAlert: { send: testAlert },
    channels: {
      of: async () => desk,
      sight: async () => sight,
      say: async (_, message) => say(message),
      language: 'en',
    },
    rehearsals: createRehearsals({ log, place: newPlace, kinds: KINDS, zone: openZone(timeZone) }),
    memory: { of: memory },
    incidents: cardIncidents(new Map([['place/178', { incidents: () => incidents, send: async () => {} }]])),
    forms: { open: async (_, view) => opens(view) },
    access: {
      ...asking.access,
      maySeeNames: async (asker, where) => {
        const isShared = where.to === 'channel' && (sight.kind !== 'seen' || sight.isShared);
        return !isShared && (await asking.access.maySeeNames(asker, where));
      },
    },
    audit: asking.audit,
    files: send === undefined ? asking.files : filesTo(send),
    names: 'shown',
    timeZone,
    locale: 'en',
  };
}

/** Types a command and gives the answer. */
export async function clue(
  text: string,
  change: PortsChange & { now?: Instant; asker?: Member } = {},
): Promise<Message> {
  const { now = NOW, asker = MEMBER, progress, ...rest } = change;
  const input = { text, asker, channel: ALERTS, trigger: '1.1', ...(progress !== undefined && { progress }) };
  return await runCommand(input, ports({ ...rest, now }), now);
}

/** The rows of an answer's table as text, without the header; a moment as milliseconds. */
export function tableOf({ blocks }: Message): readonly (readonly string[])[] {
  const table = blocks.find((block) => block.type === 'data_table');
  return (table?.rows.slice(1) ?? []).map((row) =>
    row.map((cell) => {
      if (cell.type !== 'rich_text') return cell.text;
      const [part] = cell.elements;
      const [date] = part?.type === 'rich_text_section' ? part.elements : [];
      return date?.type === 'date' ? String(date.timestamp) : '?';
    }),
  );
}
