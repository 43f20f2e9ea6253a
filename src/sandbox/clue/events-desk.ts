import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, granted, refused } from './answer.ts';
import { pageOf, readEventsQuery } from './events-query.ts';
import { withHexIds } from './hex-ids.ts';
import { createPlaceLog, type IssueLogId, type PlaceLog, type SandboxPlace } from './place.ts';
import { between, type Random } from './seeded-random.ts';
import type { Tokens } from './tokens.ts';

/** Numbers as in the vendor's guide, or the 24 hex digits of newer services. */
export type IdForm = 'numbers' | 'hex';

type EventsDeskOptions = {
  readonly now: () => number;
  readonly tokens: Tokens;
  readonly apiKey?: string;
  readonly maxPageSize?: number;
  readonly places?: readonly number[];
  readonly foreignPlaces?: readonly number[];
  readonly ids?: IdForm;
  readonly random?: Random;
};

/** Answers GET /v1/events/places/:placeId. */
export type EventsDesk = {
  /** The place as the path names it; `undefined` for any other path. */
  readonly placeTextOf: (path: string) => string | undefined;
  /** The place's number, when its text can be read. */
  readonly placeIdOf: (text: string) => number | undefined;
  readonly answer: (placeText: string, url: URL, headers: IncomingHttpHeaders) => Answer;
  readonly place: (id: number) => SandboxPlace;
  readonly wasRead: (id: number) => void;
};

/** Where the sample's own ids are near. */
const FIRST_LOG_ID = 12_904_600;
/** The sample's ids jump, since the server counts the rows of all its customers; mostly by less than this. */
const WIDEST_GAP = 12;

export function createEventsDesk(options: EventsDeskOptions): EventsDesk {
  const { now, tokens, apiKey, maxPageSize = 1_000, foreignPlaces = [], ids = 'numbers' } = options;
  const issueLogId = createLogIds(options.random ?? Math.random);
  const logs = new Map<number, PlaceLog>();

  const logOf = (id: number): PlaceLog => {
    if (foreignPlaces.includes(id)) throw new RangeError(`Place ${id} belongs to another account of this sandbox.`);
    const log = logs.get(id) ?? createPlaceLog(id, now, issueLogId);
    logs.set(id, log);
    return log;
  };
  for (const id of options.places ?? [178, 179]) logOf(id);

  const mayRead = (headers: IncomingHttpHeaders): boolean => {
    const bearer = bearerOf(headers);
    if (bearer === undefined) return false;
    return bearer === apiKey || tokens.judge(bearer, 'ac') === 'good';
  };

  const placeIdOf: EventsDesk['placeIdOf'] = (text) => {
    if (/^[0-9a-f]{24}$/i.test(text) && ids === 'hex') return Number.parseInt(text, 16);
    return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  };

  return {
    placeTextOf: (path) => /^\/v1\/events\/places\/([^/]+)$/.exec(path)?.[1],
    placeIdOf,
    answer(placeText, url, headers) {
      if (!mayRead(headers)) return refused(401, 'a1028');
      const id = placeIdOf(placeText);
      if (id === undefined) {
        return refused(400, 'e1003', [{ message: 'must be an id', field: 'placeId', rejectedValue: placeText }]);
      }
      if (foreignPlaces.includes(id)) return refused(403, 'e1001');
      const log = logs.get(id);
      if (log === undefined) return refused(404, 'e1007');
      const query = readEventsQuery(url.searchParams, maxPageSize);
      if (!('page' in query)) return refused(400, 'e1003', query);
      const page = pageOf(log.place.rows(), query);
      const sent = page.rows.map(log.asSent);
      return granted({ total: page.total, data: ids === 'hex' ? sent.map(withHexIds) : sent });
    },
    place: (id) => logOf(id).place,
    wasRead: (id) => logs.get(id)?.wasRead(),
  };
}

/** One count for all places, as on the real server: it only rises, by gaps. */
function createLogIds(random: Random): IssueLogId {
  const used = new Set<number>();
  let last = FIRST_LOG_ID;
  return (wanted) => {
    const logId = wanted ?? last + between(random, 1, WIDEST_GAP);
    if (used.has(logId)) throw new RangeError(`The log id ${logId} is taken.`);
    used.add(logId);
    last = Math.max(last, logId);
    return logId;
  };
}

/** The token of the header, else that of the cookie of the same name, which the vendor's C# sample sends. */
function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  const cookie = /(?:^|;\s*)Authorization=([^;]*)/.exec(headers.cookie ?? '')?.[1];
  const value = headers.authorization ?? cookie?.replace(/%20|\+/, ' ').replace(/^"(.*)"$/, '$1');
  return /^Bearer\s+(\S+)$/i.exec(value ?? '')?.[1];
}
