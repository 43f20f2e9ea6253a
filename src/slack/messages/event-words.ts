import { type DoorEvent, methodOfCode } from '../../door/event.ts';
import { cleanLine } from './escape.ts';

/** What a row says happened; a code that nobody has documented is shown as it is. Plain text, not escaped. */
export function eventInWords({ kind, code }: Pick<DoorEvent, 'kind' | 'code'>): string {
  const method = methodOfCode(code);
  const how = method === undefined ? '' : ` (${METHOD_WORDS[method]})`;
  switch (kind) {
    case 'authenticated':
      return `authenticated${how}`;
    case 'auth-failed':
      return `authentication failed${how}`;
    case 'third-party-accepted':
      return 'accepted by the third party';
    case 'third-party-refused':
      return 'refused by the third party';
    case 'unlocked':
      return 'unlocked';
    case 'locked':
      return 'locked again';
    case 'unknown':
      return cleanLine(code);
  }
}

const METHOD_WORDS = {
  face: 'face',
  qr: 'QR',
  card: 'card',
  pin: 'PIN',
  finger: 'finger',
  ble: 'Bluetooth',
  nfc: 'NFC',
  mobile: 'phone',
  password: 'password',
} as const;
