import type { SessionStatus } from './clue/session.ts';
import type { PlaceId } from './door/ids.ts';
import { type HouseMessage, type HouseState, NEW_HOUSE, updateHouse } from './incident/house.ts';
import type { Effect } from './incident/place.ts';
import type { Subscription } from './incident/subscription.ts';
import { troublesElsewhere } from './incident/troubles.ts';
import type { Log } from './log.ts';
import type { Keeper } from './store/keeper.ts';
import { houseValue, loadValue } from './store/values.ts';
import { type Desk, type DeskOptions, openDesk } from './watch/desk.ts';

export type HouseDeskOptions = Pick<DeskOptions<HouseState, HouseMessage, Effect>, 'now' | 'run'> & {
  readonly store: Pick<Keeper, 'load' | 'save'>;
  readonly log: Log;
  /** Places that are watched now: what the bot was blind to elsewhere is nobody's trouble any more. */
  readonly places: readonly PlaceId[];
  readonly subscriptions: () => readonly Subscription[];
};

/** The desk of the house itself, and the two ways to tell it. */
export type HouseDesk = Desk<HouseState, HouseMessage> & {
  /** Tells it what will be told again anyhow, at the next poll or the next call to Slack: what cannot be saved is only logged. */
  readonly tell: (message: HouseMessage) => void;
  /** Tells it what is said once: a session that is refused, or works again. Said again until it is saved. */
  readonly tellOfSession: (status: () => SessionStatus) => void;
  readonly stop: () => void;
};

/** What the house could not save is told to it again after so long, in milliseconds. */
const TELL_AGAIN_MS = 5_000;

/** Opens the desk of the house. */
export async function openHouseDesk(options: HouseDeskOptions): Promise<HouseDesk> {
  const { store, log, now, run, places, subscriptions } = options;
  const desk = openDesk<HouseState, HouseMessage, Effect>({
    name: 'house',
    initial: (await loadValue(store, 'house', houseValue)) ?? NEW_HOUSE,
    update: updateHouse,
    store,
    now,
    run,
  });
  let tellAgain: NodeJS.Timeout | undefined;

  const tell = (message: HouseMessage): void => {
    desk.send(message).catch((error: unknown) => {
      log.error('what the bot is blind to could not be saved', { error: String(error) });
    });
  };
  const tellOfSession = (status: () => SessionStatus): void => {
    clearTimeout(tellAgain);
    const message = heard(status(), subscriptions());
    if (message === undefined) return;
    desk.send(message).catch((error: unknown) => {
      log.error('the state of the session could not be saved', { error: String(error) });
      // The session says it once; a full disk must not keep the people from ever hearing that the bot is blind.
      tellAgain = setTimeout(() => tellOfSession(status), TELL_AGAIN_MS);
    });
  };
  for (const { place } of desk.state().unseen) if (!places.includes(place)) tell({ kind: 'place-seen', place });
  // Of a place that is watched no longer nobody will say that its trouble is over.
  for (const over of troublesElsewhere(desk.state().incidents, places)) tell({ kind: 'trouble-over', ...over });
  return { ...desk, tell, tellOfSession, stop: () => clearTimeout(tellAgain) };
}

/** What the house hears of the session: a refusal and its end. No token yet is neither. */
function heard(status: SessionStatus, subscriptions: readonly Subscription[]): HouseMessage | undefined {
  if (status.kind === 'active' || status.kind === 'api-key') return { kind: 'session-works' };
  if (status.kind !== 'refused' || status.problem.kind !== 'login-refused') return undefined;
  const { why, code, since } = status.problem;
  return { kind: 'session-refused', why, since, ...(code !== undefined && { code }), subscriptions };
}
