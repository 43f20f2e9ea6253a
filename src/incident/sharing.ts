import type { Instant } from '../door/ids.ts';

/** Who reads a channel beside the company that runs the bot, as Slack said last. */
export type Sharing = {
  /** Another company is in it over Slack Connect, or was asked into it. */
  readonly isShared: boolean;
  /** When Slack said so, by the bot's clock. */
  readonly seenAt: Instant;
  /** The admin who had people named there all the same, while those read it who do now. */
  readonly allowed?: { readonly by: string; readonly at: Instant };
  /** Cards that stand in the channel were drawn for other readers, and are not brought up to date yet. */
  readonly owesRedraw?: true;
};

/** For so long a word of Slack's holds, in milliseconds: the event that ends it may have been lost. */
export const SIGHT_HOLDS_MS = 3_600_000;

/** Whether Slack said it lately enough. A moment that is to come means that the clock was put back. */
export const isFresh = (sharing: Sharing | undefined, now: Instant): boolean =>
  sharing !== undefined && sharing.seenAt <= now && now - sharing.seenAt < SIGHT_HOLDS_MS;

/** Whether the company alone reads the channel. What is not known, or not any more, counts as shared. */
export const isOwn = (sharing: Sharing | undefined, now: Instant): boolean =>
  sharing?.isShared === false && isFresh(sharing, now);

/** Whether people may be named in the channel: the company alone reads it, or an admin allowed it for those who read it now. */
export const mayName = (sharing: Sharing | undefined, now: Instant): boolean =>
  isOwn(sharing, now) || (isFresh(sharing, now) && sharing?.allowed !== undefined);

/** What is known after an admin's word. Cards that stand in a shared channel are to be drawn anew. */
export function withAllowance(sharing: Sharing | undefined, allowance: Sharing['allowed'], now: Instant): Sharing {
  const { allowed: _before, ...rest } = sharing ?? { isShared: true, seenAt: now };
  return {
    ...rest,
    ...(rest.isShared && { owesRedraw: true }),
    ...(allowance !== undefined && { allowed: allowance }),
  };
}

/** What is known after a word of Slack's. Cards owe nothing where a channel is seen for the first time and is the company's own. */
export function withSight(
  sharing: Sharing | undefined,
  isShared: boolean,
  now: Instant,
  /** Somebody came in, or may have: an admin's word was for those who were there. */
  isChanged = false,
): Sharing {
  const isNews = isShared !== (sharing?.isShared ?? false);
  const owes = isNews || sharing?.owesRedraw === true;
  const { allowed } = sharing ?? {};
  const stands = allowed !== undefined && isShared && !isNews && !isChanged;
  const isLost = allowed !== undefined && !stands && isShared;
  return {
    isShared,
    seenAt: now,
    ...(stands && { allowed }),
    ...((owes || isLost) && { owesRedraw: true }),
  };
}
