import type { DoorState } from '../clue/door.ts';
import type { Ephemeral, Message, View } from '../slack/message.ts';
import type { Channel, User } from '../slack/people.ts';

/** What the page shows. It lives on the server, so that a reload loses nothing and two windows show the same. */
export type PageState = {
  /** Grows with every change, so that a window can tell old from new. */
  readonly version: number;
  /** The server's clock when this was made, in milliseconds since 1970. */
  readonly now: number;
  readonly workspace: WorkspaceState;
  readonly buildings: readonly BuildingState[];
  readonly faults: FaultsState;
  readonly bot: BotState;
  /** What Slack refused of the bot, newest last: drawn in red, with the reason. */
  readonly refusals: readonly Refusal[];
};

export type WorkspaceState = {
  /** The people one can be: an admin in Tokyo, a member in Seoul, a guest in Berlin. */
  readonly personas: readonly Persona[];
  /** Everybody, for names and mentions. */
  readonly users: readonly User[];
  readonly botUserId: string;
  readonly channels: readonly ChannelState[];
  readonly ephemerals: readonly Ephemeral[];
  /** Each persona's Home tab and open modals, the visible one last. */
  readonly homes: readonly View[];
  readonly modals: readonly View[];
  /** What Slack itself told somebody in place of an answer, newest last. */
  readonly failures: readonly {
    readonly user: string;
    readonly channel: string;
    readonly shown: string;
    readonly at: number;
  }[];
};

export type Persona = {
  readonly id: string;
  readonly name: string;
  /** `admin`, `member`, `guest`. */
  readonly role: string;
  /** IANA zone. */
  readonly tz: string;
  readonly locale: string;
};

export type ChannelState = Channel & {
  /** Oldest first, replies among them. */
  readonly messages: readonly Message[];
  /** By persona, the `ts` up to which they have read; what is younger is unread. */
  readonly readUpTo: Readonly<Record<string, string>>;
};

export type BuildingState = {
  readonly placeId: number;
  readonly name: string;
  readonly thirdParty: boolean;
  readonly doors: readonly (DoorState & {
    readonly doorId: number;
    readonly doorName: string;
    readonly lastEventName?: string;
  })[];
};

export type FaultsState = {
  readonly clue: 'well' | 'away' | 'slow' | 'session-expired' | 'account-locked';
  readonly slack: 'well' | 'rate-limited' | 'http-500' | 'lost-answer' | 'away';
};

export type BotState = {
  readonly running: boolean;
  /** The newest log lines of level warn and above, as the bot printed them. */
  readonly log: readonly string[];
};

export type Refusal = {
  readonly at: number;
  readonly method: string;
  readonly error: string;
  readonly messages: readonly string[];
};

/**
 * What `POST /do` answers when the doing is over: for a command, a button or a modal when the bot has acknowledged it.
 * `error` is a sentence for the person. `errors` is what a submitted modal was told is wrong, by block_id: it stays open.
 */
export type DoingAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: string; readonly errors?: Readonly<Record<string, string>> };

/** What somebody does on the page; sent as JSON to `POST /do`, answered with a `DoingAnswer`. */
export type Doing =
  | { readonly do: 'type'; readonly user: string; readonly channel: string; readonly text: string }
  | {
      readonly do: 'press';
      readonly user: string;
      readonly on: { readonly channel: string; readonly ts: string } | 'home' | 'modal';
      readonly actionId: string;
      readonly blockId?: string;
      readonly value?: string;
    }
  | {
      readonly do: 'submit';
      readonly user: string;
      readonly values: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
    }
  /** A shortcut of the app, picked in a message's menu. */
  | {
      readonly do: 'pick';
      readonly user: string;
      readonly channel: string;
      readonly ts: string;
      readonly shortcut: string;
    }
  | { readonly do: 'close-modal'; readonly user: string }
  | { readonly do: 'open-home'; readonly user: string }
  | { readonly do: 'read'; readonly user: string; readonly channel: string; readonly ts: string }
  | { readonly do: 'delete'; readonly channel: string; readonly ts: string }
  | {
      readonly do: 'door';
      readonly place: number;
      readonly door: number;
      readonly what:
        | 'let-in'
        | 'refuse-once'
        | 'refuse-fourteen'
        | 'third-party-refuses'
        | 'exit-button'
        | 'leave-unlocked'
        | 'lock-again'
        | 'cut-device'
        | 'reconnect';
    }
  | { readonly do: 'clue'; readonly state: FaultsState['clue'] }
  | { readonly do: 'slack'; readonly state: FaultsState['slack'] }
  | { readonly do: 'bot'; readonly what: 'kill' | 'start' };

/** A message, modal or Home tab under test/golden, for the gallery. `GET /gallery.json` answers with all of them. */
export type GalleryItem = {
  /** The file's name without `.json`: `failures-ended-one`. */
  readonly name: string;
  readonly language: string;
  readonly surface: 'message' | 'modal' | 'home';
  readonly text: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
  /** What the strict Slack refuses about it; empty when it takes it. */
  readonly problems: readonly string[];
};
