const how = (method: string | undefined): string => (method === undefined ? '' : ` (${method})`);

/** What a row says happened. `method` is one of the words below. */
export const events = {
  authenticated: (method?: string): string => `authenticated${how(method)}`,
  failed: (method?: string): string => `authentication failed${how(method)}`,
  accepted: 'accepted by the third party',
  refused: 'refused by the third party',
  unlocked: 'unlocked',
  locked: 'locked again',
  methods: {
    face: 'face',
    qr: 'QR',
    card: 'card',
    pin: 'PIN',
    finger: 'finger',
    ble: 'Bluetooth',
    nfc: 'NFC',
    mobile: 'phone',
    password: 'password',
  },
};

export type EventWords = typeof events;
