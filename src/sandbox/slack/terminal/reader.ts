/** For whom a message is drawn: zone, language and the moment they read it decide how times look. */
export type Reader = {
  /** IANA zone. */
  readonly timeZone: string;
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The name of a user or a channel, where it is known. */
  readonly nameOf: (id: string) => string | undefined;
};
