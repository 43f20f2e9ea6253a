import type { ModalView } from '@slack/types';
import type { DoorId, Instant, PersonId, PlaceId } from '../../door/ids.ts';
import type { Problem } from '../../door/problem.ts';
import type { ChannelMessage, ChannelState } from '../../incident/channel.ts';
import type { Habit } from '../../incident/door-facts.ts';
import type { DoorNow } from '../../incident/door-now.ts';
import type { ChannelId } from '../../incident/incident.ts';
import type { Language } from '../../incident/language.ts';
import type { PagedLog } from '../../reading/ask.ts';
import type { ReadAnswer, ReadRequest } from '../../reading/request.ts';
import type { LoginAnswer } from '../messages/login.ts';
import type { Message } from '../messages/message.ts';
import type { StatusView } from '../messages/status.ts';
import type { TestAlertReport } from '../messages/test-report.ts';
import type { Access, Audit, Files } from './access/access.ts';
import type { Rehearsals } from './rehearse/run.ts';

/** The doors' log, page by page. */
export type Log = PagedLog;

/** Rows for answers: from memory where it knows them, else from CLUe. */
export interface RowsPort {
  /** Never rejects for anything that CLUe, the store or a person can cause. */
  read(request: ReadRequest): Promise<ReadAnswer>;
}

/** Readings that somebody waits for, and may give up by a button. */
export interface Waits {
  /** Notes one; `end` when it is over. */
  begin(user: string): { readonly id: string; readonly signal: AbortSignal; readonly end: () => void };
  /** Whether there was such a reading of this person, which is given up now. */
  giveUp(id: string, user: string): boolean;
}

/** A door as far as the bot has come to know it. */
export type KnownDoor = {
  readonly id: DoorId;
  readonly name?: string;
  /** Whether rows of a third party were ever seen at it. */
  readonly thirdParty: boolean;
};

/** Somebody whom a row has named. */
export type KnownPerson = { readonly id: PersonId; readonly name?: string };

/** A watched place and what its rows have taught the bot. */
export type PlaceView = {
  readonly id: PlaceId;
  readonly name?: string;
  readonly doors: readonly KnownDoor[];
  readonly people: readonly KnownPerson[];
  readonly personName: (id: PersonId) => string | undefined;
};

/** The places the bot watches, in the order of the configuration. */
export interface Places {
  places(): readonly PlaceView[];
}

/** What the past of a door taught the bot. */
export type DoorHabits = {
  /** How long it is unlocked when nothing is wrong, in milliseconds; absent while too little was seen. */
  readonly unlockedMs?: number;
  /** Whether it is normal here that the relay goes on with nobody before it. */
  readonly unexplained: Habit;
  /** Hours of the day, 0 to 23, the busiest first; none while too little was seen. */
  readonly busiest: readonly number[];
};

/** A door as the bot remembers it. */
export type DoorMemory = {
  readonly id?: DoorId;
  readonly name?: string;
  readonly stands?: DoorNow;
  readonly habits: DoorHabits;
};

/** A place as the bot remembers it, whether CLUe answers or not. */
export type PlaceMemory = {
  /** When the bot last read the place well; absent before. */
  readonly knownAt?: Instant;
  /** Why it could not be read just now. */
  readonly problem?: Problem;
  readonly doors: readonly DoorMemory[];
};

/** What the bot knows by itself. */
export interface Memory {
  of(place: PlaceId): PlaceMemory | undefined;
}

/** A door, or a place, and a stretch of its devices' time. */
export type Around = {
  readonly place: PlaceId;
  readonly door?: DoorId;
  readonly from: Instant;
  readonly to: Instant;
};
/** What a card is about; `no-door` where it tells of the bot itself. Nobody is named in it. */
export type CardSubject = Around | 'no-door';

/** What cards are about. */
export interface Incidents {
  /** By the incident's id, or by that of one which it took in; undefined when it is forgotten. */
  byId(id: string): CardSubject | undefined;
  /** By where the card stands. */
  byCard(channel: ChannelId, ts: string): CardSubject | undefined;
}

/** How the bot is. */
export interface Health {
  status(): StatusView;
}

/** Asks CLUe to log the bot in again, at most once in ten minutes. */
export interface Login {
  again(): Promise<LoginAnswer>;
}

/** Sends a marked alert through the whole chain to a channel, and tells how each step went. */
export interface TestAlert {
  /** Never throws for anything that a person, CLUe or Slack can cause. */
  send(channel: ChannelId, by: string): Promise<TestAlertReport>;
}

/** A channel's own value: what it wants to hear, and how. */
export interface ChannelDesk {
  state(): ChannelState;
  /** Rejects when it could not be saved. */
  send(message: ChannelMessage): Promise<unknown>;
}

/** What Slack says of a channel. */
export type ChannelSight =
  | { readonly kind: 'seen'; readonly isMember: boolean; readonly isArchived: boolean; readonly isShared: boolean }
  /** Slack shows the bot no such channel: it is private and the bot is not in it, or it is gone. */
  | { readonly kind: 'not-seen' }
  /** Slack gave no answer, or none that can be read; `word` says which. */
  | { readonly kind: 'unknown'; readonly word: string };

/** The channels of the workspace. */
export interface Channels {
  /** The channel's desk, opened where there is none yet. */
  of(channel: ChannelId): Promise<ChannelDesk>;
  /** Whether the bot is in the channel, and who else. Never throws. */
  sight(channel: ChannelId): Promise<ChannelSight>;
  /** Says something to everybody in the channel; undefined when it was said, else Slack's word for why not. Never throws. */
  say(channel: ChannelId, message: Message): Promise<string | undefined>;
  /** The language of channels that chose none. */
  readonly language: Language;
}

/** Forms that are opened before a person. */
export interface Forms {
  /** Whether Slack opened it. A trigger holds for three seconds after a person did something. Never throws. */
  open(trigger: string, view: ModalView): Promise<boolean>;
}

/** What the commands need of the rest of the bot. */
export type CommandPorts = {
  /** The doors' log as CLUe has it at this moment, for whoever reads by themselves. */
  readonly log: Log;
  readonly rows: RowsPort;
  readonly waits: Waits;
  readonly places: Places;
  readonly health: Health;
  readonly login: Login;
  readonly testAlert: TestAlert;
  readonly channels: Channels;
  readonly rehearsals: Rehearsals;
  readonly forms: Forms;
  readonly memory: Memory;
  readonly incidents: Incidents;
  readonly access: Access;
  readonly audit: Audit;
  readonly files: Files;
  /** Whether people are in what the other ports give: they are not for whoever may not see them. */
  readonly names: 'shown' | 'left-out';
  /** The doors' IANA zone: `today` is a day there. */
  readonly timeZone: string;
  /** The language for people of whom Slack does not say which they chose: `en`, `ja-JP`. */
  readonly locale: string;
};
