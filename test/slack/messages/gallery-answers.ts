import type { Language } from '../../../src/incident/language.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { accessAnswers } from './gallery-access.ts';
import { asking } from './gallery-asking.ts';
import { logAnswers } from './gallery-log.ts';
import { queries } from './gallery-queries.ts';
import { rehearsals } from './gallery-rehearsal.ts';
import { statuses } from './gallery-status.ts';
import { talk } from './gallery-talk.ts';
import { testReports } from './gallery-test-report.ts';
import { unclearAnswers } from './gallery-unclear.ts';
import { wishAnswers } from './gallery-wishes.ts';

/** Everything that a person is answered, in every state and in a language. */
export const answersIn = (language: Language): Readonly<Record<string, Message>> => ({
  ...accessAnswers(language),
  ...logAnswers(language),
  ...asking(language),
  ...queries(language),
  ...rehearsals(language),
  ...statuses(language),
  ...talk(language),
  ...testReports(language),
  ...unclearAnswers(language),
  ...wishAnswers(language),
});
