import { type ChannelId, channelId } from '../../incident/incident.ts';
import { LANGUAGES, type Language } from '../../incident/language.ts';
import { partsOf } from '../messages/parts.ts';

/** What a modal carries from the button that opened it: the channel, the asker's language, and the button's own value. */
export type ModalMemo = { readonly channel: ChannelId; readonly language: Language; readonly value: string };

export const memoOf = ({ channel, language, value }: ModalMemo): string => JSON.stringify([channel, language, value]);

/** Undefined for what no version of the bot wrote. */
export function readMemo(metadata: string): ModalMemo | undefined {
  const [channel, word, value] = partsOf(metadata);
  const language = LANGUAGES.find((one) => one === word);
  if (typeof channel !== 'string' || typeof value !== 'string' || language === undefined) return undefined;
  return { channel: channelId(channel), language, value };
}
