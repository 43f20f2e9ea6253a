import type { EventWords } from '../en/events.ts';

const how = (method: string | undefined): string => (method === undefined ? '' : `(${method})`);

/** What a row says happened. `method` is one of the words below. */
export const events: EventWords = {
  authenticated: (method) => `인증 성공${how(method)}`,
  failed: (method) => `인증 실패${how(method)}`,
  accepted: '외부 시스템이 승인',
  refused: '외부 시스템이 거부',
  unlocked: '잠금 해제',
  locked: '다시 잠김',
  methods: {
    face: '얼굴',
    qr: 'QR',
    card: '카드',
    pin: 'PIN',
    finger: '지문',
    ble: 'Bluetooth',
    nfc: 'NFC',
    mobile: '휴대폰',
    password: '비밀번호',
  },
};
