/** How far each person has read in each channel. */
export type ReadMarks = {
  /** Marks the channel as read up to this message; a mark never goes back. */
  readonly mark: (user: string, channel: string, ts: string) => void;
  /** By person, the `ts` up to which they have read in this channel; who has read nothing is missing. */
  readonly of: (channel: string) => Readonly<Record<string, string>>;
};

export function createReadMarks(changed: () => void): ReadMarks {
  const marks = new Map<string, Map<string, string>>();
  return {
    mark(user, channel, ts) {
      const ofChannel = marks.get(channel) ?? new Map<string, string>();
      marks.set(channel, ofChannel);
      if (Number(ts) <= Number(ofChannel.get(user) ?? 0)) return;
      ofChannel.set(user, ts);
      changed();
    },
    of: (channel) => Object.fromEntries(marks.get(channel) ?? []),
  };
}
