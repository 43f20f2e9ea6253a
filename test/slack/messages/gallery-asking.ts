import type { Language } from '../../../src/incident/language.ts';
import { ASK_OLDER } from '../../../src/slack/messages/action-ids.ts';
import { withButtons } from '../../../src/slack/messages/answers/buttons.ts';
import { drawShareAsked, drawShared, drawShareOutcome } from '../../../src/slack/messages/answers/share.ts';
import { drawUnclearAsked } from '../../../src/slack/messages/answers/unclear-asked.ts';
import { saying } from '../../../src/slack/messages/layout.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { HOSTILE_NAMES } from './given.ts';

const hostile = (index: number): string => HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? '';

/** What follows from an answer: its buttons, sharing it, taking it away; and what is said of a question that is not clear. */
export function asking(language: Language): Readonly<Record<string, Message>> {
  const say = catalogueOf(language);
  const answer = saying(say.queries.none(say.understood.what.failures));
  return {
    'answer-buttons': withButtons(answer, { older: '1', newer: '2', failures: '3', csv: '4', share: '5' }, say),
    'answer-too-long-for-buttons': withButtons(answer, 'too-long', say),
    ...Object.fromEntries(
      ([undefined, 'shared', 'unknown', 'role'] as const).flatMap((leftOut) =>
        [false, true].map((isOfPerson) => [
          `share-ask-${leftOut ?? 'own'}${isOfPerson ? '-person' : ''}`,
          drawShareAsked({ channel: 'C0ALERTS', value: ASK_OLDER, leftOut, isOfPerson }, say),
        ]),
      ),
    ),
    ...Object.fromEntries(
      (['done', 'direct', 'not-in', 'archived', 'refused'] as const).map((outcome) => [
        `share-${outcome}`,
        drawShareOutcome(outcome, 'C0ALERTS', say),
      ]),
    ),
    'share-posted': drawShared(answer, 'U0HANA', say),
    'export-done': saying(say.queries.export.done(1_234)),
    'export-none': saying(say.queries.export.none('testDoor, 2026-11-20')),
    'export-refused': saying(`⚠️ ${say.queries.export.failed('Invalid Request')}`),
    'export-lacks-scope': saying(`⚠️ ${say.queries.export.scope}`),
    'explain-no-passage': saying(say.queries.explain.noPassage('DEV_DEVICE_REBOOT', '2026-11-20', 'testDoor')),
    'explain-not-of-door': saying(say.queries.explain.notOfDoor),
    'explain-no-card': saying(say.queries.explain.noCard),
    ...Object.fromEntries(
      (
        [
          { kind: 'whom' },
          { kind: 'which-door' },
          { kind: 'which-row' },
          { kind: 'no-such-row', word: hostile(0) },
        ] as const
      ).map((unclear) => [
        `unclear-asked-${unclear.kind}`,
        drawUnclearAsked(unclear, { name: 'person', examples: ['/clue person Jack'] }, say),
      ]),
    ),
  };
}
