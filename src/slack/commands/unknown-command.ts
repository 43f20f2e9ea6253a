import { nearest } from '../../asking/nearest.ts';
import type { Word } from '../../asking/words.ts';
import type { Message } from '../messages/message.ts';
import { drawUnclear, type UnclearView } from '../messages/unclear.ts';
import type { Call } from './command.ts';

/** The menu, with what was typed in place of a command and the nearest there is. `before` stands in front of it. */
export function unknownCommand(call: Call, word: Word, before = ''): Message {
  const meant = nearest(
    word.text,
    call.menu.map(({ name }) => name),
  );
  const after = before === '' ? call.words.map(({ typed }) => ` ${typed}`).join('') : '';
  const view: UnclearView = {
    unclear: { kind: 'unknown-command', word: word.typed },
    typed: call.typed,
    menu: call.menu,
    showPlace: call.ports.places.places().length > 1,
    ...(meant !== undefined && { nearest: `/clue ${before}${meant}${after}` }),
  };
  return drawUnclear(view, call.say);
}
