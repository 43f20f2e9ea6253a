import type { Grammar, Question as QuestionAt, Reading as ReadingAt, Where as WhereAt } from '../../asking/question.ts';
import { readQuestion as readWords } from '../../asking/read-question.ts';
import type { Word } from '../../asking/words.ts';
import type { PlaceView } from './ports.ts';

export type { Grammar } from '../../asking/question.ts';
/** A question about the log and the places that the bot watches. */
export type Question = QuestionAt<PlaceView>;
export type Reading = ReadingAt<PlaceView>;
export type Where = WhereAt<PlaceView>;

/** Reads the words of a question in any order. Every word is understood or pointed at; none is ignored. */
export function readQuestion(words: readonly Word[], grammar: Grammar, where: Where): Reading {
  return readWords<PlaceView>(words, grammar, where);
}
