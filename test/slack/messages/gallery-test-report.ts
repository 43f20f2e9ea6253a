import type { Message } from '../../../src/slack/messages/message.ts';
import { drawTestReport, type TestAlertReport } from '../../../src/slack/messages/test-report.ts';
import { at } from '../../support/rows.ts';
import { TOKYO } from './given.ts';

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
const draw = (report: TestAlertReport): Message => drawTestReport(report, at('12:00:00'), TOKYO);

/** What came of a test alert, in every way. */
export const TEST_REPORTS: Readonly<Record<string, Message>> = {
  'test-report-told': draw(told),
  'test-report-told-clue-away': draw({ ...told, clue: away, totalMs: 10_923 }),
  'test-report-told-not-found': draw({ ...told, readBack: { kind: 'found', ms: 280, times: 0 } }),
  'test-report-told-twice': draw({ ...told, readBack: { kind: 'found', ms: 280, times: 2 } }),
  'test-report-told-unreadable': draw({ ...told, readBack: { kind: 'unreadable', ms: 80, word: 'missing_scope' } }),
  'test-report-not-in-channel': draw(refused),
  'test-report-not-in-channel-clue-away': draw({ ...refused, clue: away }),
  'test-report-channel-not-found': draw({ ...refused, word: 'channel_not_found' }),
  'test-report-archived': draw({ ...refused, word: 'is_archived' }),
  'test-report-unknown-word': draw({ ...refused, word: 'some_new_word' }),
  'test-report-silence': draw({ kind: 'silence', clue, savedMs: 3.2, afterMs: 30_000 }),
  'test-report-silence-clue-away': draw({ kind: 'silence', clue: away, savedMs: 3.2, afterMs: 30_000 }),
  'test-report-not-saved': draw({ kind: 'not-saved', clue }),
  'test-report-under-way': draw({ kind: 'under-way' }),
  'test-report-too-soon': draw({ kind: 'too-soon', waitMs: 7_400 }),
};
