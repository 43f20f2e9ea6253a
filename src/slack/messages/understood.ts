import type { KindAsked, Per } from '../../asking/kinds.ts';
import type { Span } from '../../asking/span.ts';
import type { Called } from '../../asking/unclear.ts';
import { cleanLine, inText } from './escape.ts';
import { type Scope, scopeInWords } from './scope.ts';
import { spanInWords } from './span.ts';
import type { Catalogue } from './words/catalogue.ts';

/** What was understood of a question, as far as an answer's first line says it. */
export type UnderstoodView = {
  readonly scope: Scope;
  readonly person?: Called;
  readonly kinds?: readonly KindAsked[];
  readonly span?: Span;
  readonly per?: Per;
  /** The IANA zone in which times were read. */
  readonly timeZone: string;
};

/** `Entries at Front door, Fri 20 Nov 2026 18:00–20:00, Tokyo time`. `of` is what the command is about, where no kind was asked for. */
export function understoodInWords(view: UnderstoodView, of: 'rows' | 'entries' | 'passages', say: Catalogue): string {
  const { scope, person, kinds = [], span, per, timeZone } = view;
  const words = say.understood;
  const what = kinds.length === 0 ? words.what[of] : kindsInWords(kinds, say);
  return words.line({
    what: per === undefined ? what : `${what} ${words.per[per]}`,
    where: inText(scopeInWords(scope, say), 300),
    ...(person !== undefined && { who: calledInText(person, say) }),
    ...(span !== undefined && { when: spanInWords(span, timeZone, say) }),
  });
}

/** `failures and unlocks`; a part of a sentence. */
export const kindsInWords = (kinds: readonly KindAsked[], say: Catalogue): string =>
  say.common.and(kinds.map((kind) => kindInWords(kind, say)));

function kindInWords(kind: KindAsked, { understood }: Catalogue): string {
  if (kind === 'failures' || kind === 'entries' || kind === 'unlocks') return understood.what[kind];
  return understood.ofType(inText(kind));
}

function calledInText({ id, name }: Called, { common }: Catalogue): string {
  const word = cleanLine(name ?? '') || cleanLine(id ?? '');
  return word === '' ? common.somebody : common.called(inText(word));
}
