import { randomBytes } from 'node:crypto';

/** How long a trigger_id can open a modal, in milliseconds. https://docs.slack.dev/interactivity/handling-user-interaction */
const FRESH_MS = 3_000;

export type Triggers = {
  /** A new trigger_id for what this person just did. */
  readonly issue: (user: string) => string;
  /** Uses a trigger_id up: the person it belongs to, or Slack's word for why it cannot be used. */
  readonly use: (id: string) => { readonly user: string } | { readonly error: string };
};

/** Keeps the trigger_ids: each can be used once, within three seconds. */
export function createTriggers(now: () => number): Triggers {
  const issued = new Map<string, { readonly user: string; readonly at: number; readonly used: boolean }>();
  return {
    issue: (user) => {
      const id = `${Math.floor(now())}.${issued.size}.${randomBytes(16).toString('hex')}`;
      issued.set(id, { user, at: now(), used: false });
      return id;
    },
    use: (id) => {
      const trigger = issued.get(id);
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      if (now() - trigger.at > FRESH_MS) return { error: 'expired_trigger_id' };
      issued.set(id, { ...trigger, used: true });
      return { user: trigger.user };
    },
  };
}
