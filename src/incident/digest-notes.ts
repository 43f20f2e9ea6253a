import type { Instant, PlaceId } from '../door/ids.ts';
import type { Digest, Muted } from './digest.ts';
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
  | ({ readonly kind: 'hidden' } & Muted)
);

/** Notes kept, at most, the newest: far more than any channel answers between two digests. */
const MOST_NOTES = 1_000;

/** Whose digest it is, and what it will tell of. */
export type NotesFor = {
  readonly channel: ChannelId;
  readonly places: readonly PlaceId[];
  readonly from: Instant;
};

/** What the incidents of one desk give a channel's next digest to tell, as they are now. */
export function notesOf(desk: string, incidents: readonly Incident[], digest: NotesFor): readonly DigestNote[] {
  return incidents.flatMap((one) => notesOfOne(`${desk} ${one.id}`, one, digest));
}

function notesOfOne(key: string, incident: Incident, { channel, places, from }: NotesFor): readonly DigestNote[] {
  const { facts, openedAt, taken, dismissed, mergedInto } = incident;
  const isTold = incident.cards.some((card) => card.channel === channel);
  if (isDoorFacts(facts)) {
    if (!isTold || mergedInto !== undefined) return [];
    const isAnswered = taken !== undefined || dismissed !== undefined;
    return [
      ...(severityOf(facts) === 'severe'
        ? [{ key: `severe ${key}`, at: openedAt, kind: 'severe', isAnswered } as const]
        : []),
      ...(dismissed === undefined
        ? []
        : [{ key: `dismissed ${key}`, at: dismissed.at, kind: 'dismissed', why: dismissed.why } as const]),
    ];
  }
  switch (facts.kind) {
    case 'gathering': {
      if (facts.why !== 'muted' || !isTold) return [];
      const rows = facts.rows.filter((row) => row.openedAt >= from && row.released !== true);
      const hidden = rows.reduce((sum, row) => sum + (row.times ?? 1), 0);
      if (hidden === 0) return [];
      return [
        { key: `hidden ${key}`, at: facts.joinedAt, kind: 'hidden', ...whatOf(facts.confesses), incidents: hidden },
      ];
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

/** The notes with newer ones in place of those with the same key; the very same where nothing is new. */
export function withNotes(known: readonly DigestNote[], fresh: readonly DigestNote[]): readonly DigestNote[] {
  const byKey = new Map(known.map((note) => [note.key, note]));
  let isNews = false;
  for (const note of fresh) {
    if (JSON.stringify(byKey.get(note.key)) === JSON.stringify(note)) continue;
    byKey.set(note.key, note);
    isNews = true;
  }
  return isNews ? [...byKey.values()].slice(-MOST_NOTES) : known;
}

/** When a note's last moment was; what goes on has none yet. */
const endOf = (note: DigestNote): Instant | undefined =>
  note.kind === 'blind' || note.kind === 'missing-rows' ? note.until : note.at;

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
      case 'hidden':
        addMuted(muted, note);
        break;
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
