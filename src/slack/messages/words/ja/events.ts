import type { EventWords } from '../en/events.ts';

const how = (method: string | undefined): string => (method === undefined ? '' : `（${method}）`);

/** What a row says happened. `method` is one of the words below. */
export const events: EventWords = {
  authenticated: (method) => `認証成功${how(method)}`,
  failed: (method) => `認証失敗${how(method)}`,
  accepted: '外部システムが承認',
  refused: '外部システムが拒否',
  unlocked: '解錠',
  locked: '施錠',
  methods: {
    face: '顔',
    qr: 'QR',
    card: 'カード',
    pin: '暗証番号',
    finger: '指紋',
    ble: 'Bluetooth',
    nfc: 'NFC',
    mobile: 'スマートフォン',
    password: 'パスワード',
  },
};
