import type { Language } from '../../../src/incident/language.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { drawTestReport, type TestAlertReport } from '../../../src/slack/messages/test-report.ts';
import { at } from '../../support/rows.ts';
import { readerOf } from './given.ts';

const clue = { kind: 'answered', ms: 212.4 } as const;
const away = { kind: 'away', ms: 10_000, problem: { kind: 'timeout', afterMs: 10_000 } } as const;
const told = {
  kind: 'told',
  clue,
  savedMs: 3.2,
  postedMs: 640,
  readBack: { kind: 'found', ms: 280, times: 1 },
  totalMs: 1_136,
} as const;
const refused = { kind: 'refused', clue, savedMs: 3.2, word: 'not_in_channel' } as const;

const REPORTS: Readonly<Record<string, TestAlertReport>> = {
  'test-report-told': told,
  'test-report-told-clue-away': { ...told, clue: away, totalMs: 10_923 },
  'test-report-told-not-found': { ...told, readBack: { kind: 'found', ms: 280, times: 0 } },
  'test-report-told-twice': { ...told, readBack: { kind: 'found', ms: 280, times: 2 } },
  'test-report-told-unreadable': { ...told, readBack: { kind: 'unreadable', ms: 80, word: 'missing_scope' } },
  'test-report-not-in-channel': refused,
  'test-report-not-in-channel-clue-away': { ...refused, clue: away },
  'test-report-channel-not-found': { ...refused, word: 'channel_not_found' },
  'test-report-archived': { ...refused, word: 'is_archived' },
  'test-report-unknown-word': { ...refused, word: 'some_new_word' },
  'test-report-silence': { kind: 'silence', clue, savedMs: 3.2, afterMs: 30_000 },
  'test-report-silence-clue-away': { kind: 'silence', clue: away, savedMs: 3.2, afterMs: 30_000 },
  'test-report-not-saved': { kind: 'not-saved', clue },
  'test-report-under-way': { kind: 'under-way' },
  'test-report-too-soon': { kind: 'too-soon', waitMs: 7_400 },
};

/** What came of a test alert, in every way and in a language. */
export const testReports = (language: Language): Readonly<Record<string, Message>> =>
  Object.fromEntries(
    Object.entries(REPORTS).map(([name, report]) => [name, drawTestReport(report, readerOf(language, at('12:00:00')))]),
  );

export const TEST_REPORTS = testReports('en');
