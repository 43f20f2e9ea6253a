import { fold } from '../../../asking/match.ts';
import { LANGUAGES, type Language } from '../../../incident/language.ts';
import { saying } from '../../messages/layout.ts';
import { catalogueOf } from '../../messages/words/catalogue.ts';
import type { Command } from '../command.ts';
import { isDirect, tellChannel } from './change.ts';
import { unclearWish } from './unclear.ts';

const ALSO: Readonly<Record<Language, readonly string[]>> = {
  en: ['english', '英語', '영어'],
  ja: ['japanese', '日本語', '일본어'],
  ko: ['korean', '韓国語', '한국어'],
};

/** The language of what the bot says in this channel. Answers to a person are in that person's own. */
export const language: Command = {
  name: 'language',
  shows: 'nothing',
  least: 'viewer',
  examples: ['/clue language ja', '/clue language en'],
  run: async (call) => {
    const { channel, ports, say, words, asker, now } = call;
    if (isDirect(channel)) return saying(say.wishes.direct);
    const desk = await ports.channels.of(channel);
    const [first, second] = words;
    const current = desk.state().language ?? ports.channels.language;
    if (first === undefined) return saying(catalogueOf(current).wishes.language);
    const chosen = LANGUAGES.find((one) => [one, ...ALSO[one]].includes(fold(first.text)));
    if (chosen === undefined || second !== undefined) {
      const wrong = chosen === undefined ? first : (second ?? first);
      return unclearWish(call, language, { unclear: { kind: 'not-a-language', word: wrong.typed } });
    }
    await desk.send({ kind: 'language', language: chosen });
    const change = { channel, userId: asker.userId, ports, now, say };
    const notes = await tellChannel(change, desk, undefined, (channelWords, who) =>
      channelWords.wishes.saysLanguage(who),
    );
    return saying(catalogueOf(chosen).wishes.language, ...notes);
  },
};
