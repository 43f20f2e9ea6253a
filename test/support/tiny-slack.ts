import { after, type Instant } from '../../src/door/ids.ts';
import type { Part } from '../../src/incident/card.ts';
import type { ChannelId, IncidentId } from '../../src/incident/incident.ts';

/** What a message is, as the bot writes it into the message's metadata. */
export type Key = {
  readonly channel: ChannelId;
  readonly incident: IncidentId;
  readonly part: Part;
  readonly generation: number;
};
export type Posted = Key & { readonly ts: string; readonly thread?: string; revision: number; readonly from: Instant };

/** What becomes of a call to Slack. */
export type Fate =
  | 'fine'
  /** Not carried out, and Slack says so. */
  | 'refused'
  /** Carried out, but the answer was lost. */
  | 'answer-lost'
  /** Lost on its way to Slack: never carried out, and no answer. */
  | 'never-arrived'
  /** Carried out seconds later, or a minute, when the bot has given up waiting. */
  | 'late'
  | 'very-late';

/** How late a late post is carried out, in milliseconds. */
const LATE_MS = { late: 3_500, 'very-late': 60_000 };

/** A Slack in memory: a list of messages with their keys, which now and then loses an answer after it took the post. */
export function tinySlack() {
  const messages: Posted[] = [];
  let issued = 0;
  const visible = (now: Instant): readonly Posted[] =>
    messages.filter((one) => one.from <= now).sort((a, b) => a.from - b.from);
  return {
    messages: (): readonly Posted[] => messages,
    /** The message's `ts`, or why there is none. */
    post: (message: Key & { readonly revision: number; readonly thread?: string }, fate: Fate, now: Instant) => {
      if (fate === 'refused') return { kind: 'refused' } as const;
      if (fate === 'never-arrived') return { kind: 'unclear' } as const;
      issued += 1;
      const posted = {
        ...message,
        ts: String(issued),
        from: after(now, fate === 'late' || fate === 'very-late' ? LATE_MS[fate] : 0),
      };
      messages.push(posted);
      return fate === 'fine' ? ({ kind: 'posted', ts: posted.ts } as const) : ({ kind: 'unclear' } as const);
    },
    /** Whether Slack said that it carried the edit out. */
    update: (ts: string, revision: number, fate: Fate): boolean => {
      const message = messages.find((one) => one.ts === ts);
      if (message === undefined) throw new Error(`there is no message ${ts}`);
      if (fate === 'fine' || fate === 'answer-lost') message.revision = revision;
      return fate === 'fine';
    },
    /** Messages with this key, oldest first. */
    search: (key: Key, now: Instant): readonly Posted[] =>
      visible(now).filter(
        (one) =>
          one.channel === key.channel &&
          one.incident === key.incident &&
          one.part === key.part &&
          one.generation === key.generation,
      ),
    hasReplies: (ts: string): boolean => messages.some((one) => one.thread === ts),
    remove: (ts: string): void => {
      messages.splice(
        messages.findIndex((one) => one.ts === ts),
        1,
      );
    },
  };
}

export type TinySlack = ReturnType<typeof tinySlack>;
