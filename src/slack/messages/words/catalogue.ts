import type { Language } from '../../../incident/language.ts';
import * as en from './en/index.ts';
import * as ja from './ja/index.ts';
import * as ko from './ko/index.ts';

/**
 * Everything the bot can say, in one language. English is the measure: a text that another language lacks, or that takes
 * other facts, does not compile.
 */
export type Catalogue = typeof en;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, ja, ko };

/** The words of a language. */
export const catalogueOf = (language: Language): Catalogue => CATALOGUES[language];
