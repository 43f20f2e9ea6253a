import packageJson from '../package.json' with { type: 'json' };
import type { ClueClient } from './clue/client.ts';
import type { AskAnswer, Session, SessionStatus } from './clue/session.ts';
import type { Config } from './config.ts';
import type { Instant } from './door/ids.ts';
import type { CommandPorts, PlaceView } from './slack/commands/ports.ts';
import type { LoginAnswer } from './slack/messages/login.ts';
import type { PlaceStatus, StatusView } from './slack/messages/status.ts';
import type { PlaceWatch } from './watch/place-watch.ts';

export type CommandPortsOptions = {
  readonly config: Config;
  readonly clue: ClueClient;
  readonly session: Session;
  /** By place id. */
  readonly watches: ReadonlyMap<string, PlaceWatch>;
  readonly startedAt: Instant;
  readonly isConnected: () => boolean;
  readonly store: StatusView['store'];
  readonly troubles: () => StatusView['troubles'];
};

/** What the commands need of the rest of the bot, taken from its desks, its session and its client. */
export function commandPorts(options: CommandPortsOptions): CommandPorts {
  const { config, clue, session, watches, startedAt, isConnected, store, troubles } = options;
  return {
    log: clue,
    places: { places: () => config.places.map((place) => placeView(place, watches.get(place.id))) },
    health: {
      status: () => ({
        version: packageJson.version,
        startedAt,
        session: sessionStatus(session.status()),
        places: config.places.map((place) => placeStatus(place, watches.get(place.id))),
        slack: isConnected() ? 'connected' : 'connecting',
        store,
        troubles: troubles(),
      }),
    },
    login: {
      again: async () => {
        const before = session.status().kind;
        return loginAnswer(await session.askAgain(), before);
      },
    },
    timeZone: config.timeZone,
    locale: config.locale,
  };
}

function placeView({ id, name }: Config['places'][number], watch: PlaceWatch | undefined): PlaceView {
  const state = watch?.desk.state();
  const people = new Map(state?.people ?? []);
  return {
    id,
    ...(name !== undefined && { name }),
    doors: (state?.doors ?? []).flatMap(({ door, name, thirdParty }) =>
      door === undefined ? [] : [{ id: door, thirdParty, ...(name !== undefined && { name }) }],
    ),
    personName: (person) => people.get(person),
  };
}

function placeStatus({ id, name }: Config['places'][number], watch: PlaceWatch | undefined): PlaceStatus {
  const state = watch?.desk.state();
  const health = watch?.health();
  return {
    id,
    ...(name !== undefined && { name }),
    ...(health?.lastGoodPollAt !== undefined && { lastPollAt: health.lastGoodPollAt }),
    ...(health?.problem !== undefined && { lastPollProblem: health.problem }),
    ...(state?.newestEventAt !== undefined && { newestEventAt: state.newestEventAt }),
    ...(state?.watchingSince !== undefined && { watchingSince: state.watchingSince }),
    rowsSeen: state?.rowsSeen ?? 0,
  };
}

function sessionStatus(status: SessionStatus): StatusView['session'] {
  switch (status.kind) {
    case 'active':
      return { state: 'active', until: status.renewsAt };
    case 'api-key':
      return { state: 'api-key' };
    case 'signed-out':
      return { state: 'signed-out' };
    case 'refused':
      return { state: 'refused', problem: status.problem };
  }
}

function loginAnswer(answer: AskAnswer, before: SessionStatus['kind']): LoginAnswer {
  switch (answer.kind) {
    case 'signed-in':
      return { kind: before === 'active' ? 'already-signed-in' : 'signed-in' };
    case 'api-key':
      return { kind: 'api-key', again: before === 'refused' };
    case 'refused':
      return answer.problem.kind === 'login-refused'
        ? { kind: 'refused', problem: answer.problem }
        : { kind: 'failed', problem: answer.problem };
    default:
      return answer;
  }
}
