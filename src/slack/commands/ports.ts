import type { DoorId, PersonId, PlaceId } from '../../door/ids.ts';
import type { Page, PageRequest } from '../../door/page.ts';
import type { Result } from '../../door/problem.ts';
import type { ChannelMessage, ChannelState } from '../../incident/channel.ts';
import type { ChannelId } from '../../incident/incident.ts';
import type { LoginAnswer } from '../messages/login.ts';
import type { StatusView } from '../messages/status.ts';
import type { TestAlertReport } from '../messages/test-report.ts';
import type { Rehearsals } from './rehearse/run.ts';

/** The doors' log, page by page. */
export interface Log {
  page(request: PageRequest, signal?: AbortSignal): Promise<Result<Page>>;
}

/** A door as far as the bot has come to know it. */
export type KnownDoor = {
  readonly id: DoorId;
  readonly name?: string;
  /** Whether rows of a third party were ever seen at it. */
  readonly thirdParty: boolean;
};

/** A watched place and what its rows have taught the bot. */
export type PlaceView = {
  readonly id: PlaceId;
  readonly name?: string;
  readonly doors: readonly KnownDoor[];
  readonly personName: (id: PersonId) => string | undefined;
};

/** The places the bot watches, in the order of the configuration. */
export interface Places {
  places(): readonly PlaceView[];
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

/** The channels of the workspace. */
export interface Channels {
  /** The channel's desk, opened where there is none yet. */
  of(channel: ChannelId): Promise<ChannelDesk>;
}

/** What the commands need of the rest of the bot. */
export type CommandPorts = {
  readonly log: Log;
  readonly places: Places;
  readonly health: Health;
  readonly login: Login;
  readonly testAlert: TestAlert;
  readonly channels: Channels;
  readonly rehearsals: Rehearsals;
  /** The doors' IANA zone: `today` is a day there. */
  readonly timeZone: string;
  /** The language of dates in answers: `en`, `ja`. */
  readonly locale: string;
};
