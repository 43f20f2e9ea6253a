import type { Button } from '@slack/types';
import { STOP_READING } from './action-ids.ts';
import { message, plain, saying, section } from './layout.ts';
import type { Message } from './message.ts';
import { roughly } from './time.ts';
import type { Catalogue } from './words/catalogue.ts';

/** How far a reading has come. */
export type ReadingView = {
  readonly pages: number;
  readonly ofPages: number;
  readonly ofRows: number;
  /** How much longer it most likely takes, in milliseconds. */
  readonly leftMs: number;
};

/** How far a long answer has come, with a button that gives it up. */
export function drawReading(view: ReadingView, wait: string, say: Catalogue): Message {
  const { reading } = say.answers;
  const { pages, ofPages, ofRows, leftMs } = view;
  const text = `⏳ ${reading.progress(pages, ofPages, ofRows, roughly(leftMs, say))}`;
  const stop: Button = { type: 'button', action_id: STOP_READING, text: plain(reading.stop), value: wait };
  return message([text], [section(text), { type: 'actions', elements: [stop] }], say);
}

/** Whoever asked gave it up. */
export const drawStopped = (say: Catalogue): Message => saying(say.answers.reading.stopped);

/** More rows than one answer reads: what to do about it. */
export function drawTooManyRows(
  { total, most }: { readonly total: number; readonly most: number },
  say: Catalogue,
): Message {
  return saying(`🤔 ${say.answers.reading.tooMany(total, most)}`);
}

/** There is nothing left to give up. */
export const drawNotReading = (say: Catalogue): Message => saying(say.answers.reading.over);
