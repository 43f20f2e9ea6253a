import { after, type Instant, type PlaceId } from '../door/ids.ts';
import type { Digest, Muted } from './digest.ts';
import { incidentsIn } from './gathered-rows.ts';
import type { GatheredRow } from './gathering.ts';
import { type ChannelId, type Incident, isDoorFacts, type Verdict } from './incident.ts';
import { severityOf } from './severity.ts';

/** What a channel's next digest tells of one incident, kept because desks forget what is over long before a digest is due. */
export type DigestNote = {
  /** What tells it apart from every other. */
  readonly key: string;
  readonly at: Instant;
} & (
  | { readonly kind: 'severe'; readonly isAnswered: boolean }
  | { readonly kind: 'dismissed'; readonly why: Verdict }
  /** `until` is left out while it goes on. */
  | { readonly kind: 'blind'; readonly until?: Instant }
  | { readonly kind: 'missing-rows'; readonly rows: number; readonly until?: Instant }
  /** How many incidents a mute hid, by the minute in which the bot first saw them: it may go on across several digests. */
  | ({ readonly kind: 'hidden'; readonly seen: readonly Hidden[] } & Pick<Muted, 'door' | 'topic'>)
);
type Hidden = { readonly at: Instant; readonly incidents: number };

/** What an incident at hand says: a note, or that it has nothing, or nothing more, to tell under that key. */
export type Noted = DigestNote | { readonly key: string; readonly kind: 'none' };

/** Notes kept, at most, the newest: far more than any channel answers between two digests. */
const MOST_NOTES = 1_000;

/** Whose digest it is, and what it will tell of. */
export type NotesFor = {
  readonly channel: ChannelId;
  readonly places: readonly PlaceId[];
  readonly from: Instant;
};

/** What the incidents of one desk give a channel's next digest to tell, as they are now. */
export function notesOf(desk: string, incidents: readonly Incident[], digest: NotesFor): readonly Noted[] {
  return incidents.flatMap((one) => notesOfOne(`${desk} ${one.id}`, one, digest));
}

function notesOfOne(key: string, incident: Incident, { channel, places, from }: NotesFor): readonly Noted[] {
  const { facts, openedAt, taken, dismissed, mergedInto, isUnfounded } = incident;
  const isTold = incident.cards.some((card) => card.channel === channel);
  if (isDoorFacts(facts)) {
    if (!isTold) return [];
    const isSevere = mergedInto === undefined && isUnfounded !== true && severityOf(facts) === 'severe';
    const isAnswered = taken !== undefined || dismissed !== undefined;
    const [severeKey, dismissedKey] = [`severe ${key}`, `dismissed ${key}`];
    return [
      isSevere ? { key: severeKey, at: openedAt, kind: 'severe', isAnswered } : { key: severeKey, kind: 'none' },
      dismissed !== undefined && mergedInto === undefined
        ? { key: dismissedKey, at: dismissed.at, kind: 'dismissed', why: dismissed.why }
        : { key: dismissedKey, kind: 'none' },
    ];
  }
  switch (facts.kind) {
    case 'gathering': {
      if (facts.why !== 'muted' || !isTold) return [];
      const rows = facts.rows.filter((row) => row.openedAt >= from && row.released !== true);
      const seen = byMinute(rows, from);
      const [first] = seen;
      if (first === undefined) return [{ key: `hidden ${key}`, kind: 'none' }];
      return [{ key: `hidden ${key}`, at: first.at, kind: 'hidden', ...whatOf(facts.confesses), seen }];
    }
    case 'blind':
      if (!facts.places.some((place) => places.includes(place))) return [];
      return [{ key: `blind ${key}`, at: facts.since, kind: 'blind', ...untilOf(facts) }];
    case 'session-refused':
      return [{ key: `blind ${key}`, at: facts.since, kind: 'blind', ...untilOf(facts) }];
    case 'missing-rows':
      if (!places.includes(facts.place)) return [];
      return [{ key: `rows ${key}`, at: facts.since, kind: 'missing-rows', rows: facts.missing, ...untilOf(facts) }];
    default:
      return [];
  }
}

const untilOf = ({ until }: { readonly until?: Instant }) => (until === undefined ? {} : { until });

/** The first moment of each minute in which incidents were seen, as a digest counts minutes from its beginning. */
function byMinute(rows: readonly GatheredRow[], from: Instant): readonly Hidden[] {
  const minutes = Map.groupBy(rows, (row) => Math.floor((row.openedAt - from) / 60_000));
  return [...minutes]
    .sort(([a], [b]) => a - b)
    .map(([minute, inIt]) => ({ at: after(from, minute * 60_000), incidents: incidentsIn(inIt) }));
}

/**
 * The notes with newer ones in place of those with the same key, and without what an incident at hand does not say any more;
 * the very same where nothing is new.
 */
export function withNotes(known: readonly DigestNote[], fresh: readonly Noted[]): readonly DigestNote[] {
  const byKey = new Map(known.map((note) => [note.key, note]));
  let isNews = false;
  for (const note of fresh) {
    if (note.kind === 'none') {
      isNews = byKey.delete(note.key) || isNews;
      continue;
    }
    if (JSON.stringify(byKey.get(note.key)) === JSON.stringify(note)) continue;
    byKey.set(note.key, note);
    isNews = true;
  }
  return isNews ? [...byKey.values()].slice(-MOST_NOTES) : known;
}

/** When a note's last moment was; what goes on has none yet. */
function endOf(note: DigestNote): Instant | undefined {
  if (note.kind === 'blind' || note.kind === 'missing-rows') return note.until;
  return note.kind === 'hidden' ? note.seen.at(-1)?.at : note.at;
}

/** Notes that a digest after this moment still has to tell. */
export const notesAfter = (notes: readonly DigestNote[], moment: Instant): readonly DigestNote[] =>
  notes.filter((note) => (endOf(note) ?? moment) >= moment);

/** What the notes of a stretch of time add up to. */
export function tellNotes(
  notes: readonly DigestNote[],
  since: Instant,
  until: Instant,
): Pick<Digest, 'muted' | 'blind' | 'missingRows' | 'unanswered' | 'dismissed'> {
  const muted = new Map<string, Muted>();
  const sum = { missingRows: 0, unanswered: 0, spells: 0, ms: 0, noise: 0, test: 0, known: 0 };
  for (const note of notesAfter(notes, since)) {
    if (note.at >= until) continue;
    switch (note.kind) {
      case 'hidden': {
        const seen = note.seen.filter(({ at }) => at >= since && at < until);
        const incidents = seen.reduce((sum, one) => sum + one.incidents, 0);
        if (incidents > 0) addMuted(muted, { ...note, incidents });
        break;
      }
      case 'missing-rows':
        sum.missingRows += note.rows;
        break;
      case 'severe':
        if (!note.isAnswered) sum.unanswered += 1;
        break;
      case 'dismissed':
        sum[note.why] += 1;
        break;
      case 'blind':
        sum.spells += 1;
        sum.ms += Math.min(note.until ?? until, until) - Math.max(note.at, since);
        break;
    }
  }
  const { missingRows, unanswered, spells, ms, noise, test, known } = sum;
  return {
    muted: [...muted.values()].sort((a, b) => b.incidents - a.incidents),
    missingRows,
    unanswered,
    blind: { spells, ms },
    dismissed: { noise, test, known },
  };
}

const whatOf = (mute: Pick<Muted, 'door' | 'topic'> | undefined): Pick<Muted, 'door' | 'topic'> => ({
  ...(mute?.door !== undefined && { door: mute.door }),
  ...(mute?.topic !== undefined && { topic: mute.topic }),
});

/** Mutes of the same door and topic, one after another, are told together. */
function addMuted(sums: Map<string, Muted>, { door, topic, incidents }: Muted): void {
  const key = JSON.stringify([door?.place, door?.door, topic]);
  sums.set(key, {
    ...whatOf({ ...(door && { door }), ...(topic && { topic }) }),
    incidents: (sums.get(key)?.incidents ?? 0) + incidents,
  });
}
