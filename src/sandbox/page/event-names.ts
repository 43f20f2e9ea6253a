/** What the page calls an event. It has words of its own: the sandbox shares none with the bot. */
const NAMES: Readonly<Record<string, string>> = {
  DEV_FACE_AUTH_SUCCESS: 'face recognised',
  DEV_FACE_AUTH_FAIL: 'face refused',
  VENDOR_AUTH_SUCCESS: 'let in by the third party',
  VENDOR_AUTH_FAIL: 'refused by the third party',
  DEV_DOOR_RELAY_ON: 'unlocked',
  DEV_DOOR_RELAY_OFF: 'locked again',
};

/** An event type in words; a type that nobody knows stays as it is. */
export function eventName(eventType: string): string {
  return NAMES[eventType] ?? eventType;
}
