import { LANGUAGES, type Language } from '../../../src/incident/language.ts';

/** What is said in each language: English by its name alone, the others by `name.ja` and `name.ko`, as their golden files are called. */
export const inEveryLanguage = <Said>(
  said: (language: Language) => Readonly<Record<string, Said>>,
): Readonly<Record<string, Said>> =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) =>
      Object.entries(said(language)).map(([name, one]) => [language === 'en' ? name : `${name}.${language}`, one]),
    ),
  );
