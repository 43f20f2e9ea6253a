/** What is seen so long after it happened, or told so long after it was seen, is late; in milliseconds. */
export const LATE_AFTER_MS = 60_000;
