import type { Reader } from '../../../slack/terminal/reader.ts';

/** Door time is the time at the doors, whoever looks at it: both places of the demo are in Tokyo. */
export const DOOR_READER: Reader = { timeZone: 'Asia/Tokyo', locale: 'en-GB', now: 0, nameOf: () => undefined };
