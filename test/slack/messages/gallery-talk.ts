import type { Language } from '../../../src/incident/language.ts';
import { MENU } from '../../../src/slack/commands/index.ts';
import { drawAsking } from '../../../src/slack/messages/asking.ts';
import { drawBroken } from '../../../src/slack/messages/broken.ts';
import { drawHelp, drawHelpOf } from '../../../src/slack/messages/help.ts';
import { drawLogin } from '../../../src/slack/messages/login.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { drawOldButton } from '../../../src/slack/messages/old-button.ts';
import { drawRefusal, type RefusalKind } from '../../../src/slack/messages/refusal.ts';
import { at } from '../../support/rows.ts';
import { REFUSAL } from './gallery-status.ts';
import { readerOf } from './given.ts';

const KINDS_OF_PEOPLE: readonly RefusalKind[] = ['guest', 'other-company', 'not-a-person', 'unknown', 'not-admin'];

/** What the bot says of itself and of its commands to somebody, in a language. */
export function talk(language: Language): Readonly<Record<string, Message>> {
  const reader = readerOf(language);
  const { say } = reader;
  return {
    asking: drawAsking(say),
    broken: drawBroken(say),
    'old-button': drawOldButton(say),
    help: drawHelp(MENU, say),
    ...Object.fromEntries(MENU.map((line) => [`help-${line.name}`, drawHelpOf(line, say)])),
    ...Object.fromEntries(KINDS_OF_PEOPLE.map((kind) => [`refusal-${kind}`, drawRefusal(kind, say)])),
    'login-signed-in': drawLogin({ kind: 'signed-in' }, reader),
    'login-already': drawLogin({ kind: 'already-signed-in' }, reader),
    'login-api-key': drawLogin({ kind: 'api-key', again: false }, reader),
    'login-api-key-again': drawLogin({ kind: 'api-key', again: true }, reader),
    'login-refused': drawLogin({ kind: 'refused', problem: REFUSAL }, reader),
    'login-too-soon': drawLogin({ kind: 'too-soon', nextAt: at('12:08:00') }, reader),
    'login-failed': drawLogin({ kind: 'failed', problem: { kind: 'timeout', afterMs: 10_000 } }, reader),
  };
}
