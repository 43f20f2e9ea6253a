/** The languages that the bot speaks. */
export const LANGUAGES = ['en', 'ja', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of a locale such as `ja-JP`; English where the bot does not speak it. */
export function languageOf(locale: string | undefined): Language {
  const word = locale?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === word) ?? 'en';
}
