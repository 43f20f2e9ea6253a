import { type ChannelId, channelId } from '../../incident/incident.ts';
import { LANGUAGES, type Language } from '../../incident/language.ts';
import { partsOf } from '../messages/parts.ts';

/** What a modal carries from the button that opened it. */
export type ModalMemo = {
  /** Where the button stands; a Home tab is no channel. */
  readonly channel: ChannelId | undefined;
  /** The asker's. */
  readonly language: Language;
  /** The button's own. */
  readonly value: string;
};

export const memoOf = ({ channel, language, value }: ModalMemo): string =>
  JSON.stringify([channel ?? null, language, value]);

/** Undefined for what no version of the bot wrote. */
export function readMemo(metadata: string): ModalMemo | undefined {
  const [channel, word, value] = partsOf(metadata);
  const language = LANGUAGES.find((one) => one === word);
  const isHome = channel === null;
  if ((typeof channel !== 'string' && !isHome) || typeof value !== 'string' || language === undefined) return undefined;
  return { channel: typeof channel === 'string' ? channelId(channel) : undefined, language, value };
}
