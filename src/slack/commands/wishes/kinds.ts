import { LANGUAGES } from '../../../incident/language.ts';
import { TOPICS, type Topic, USUAL_TOPICS } from '../../../incident/topic.ts';
import { catalogueOf } from '../../messages/words/catalogue.ts';
import { fold } from '../match.ts';

/** A kind of news has one name to type in every language, and in each of them those that people use. */
const KIND_OF: ReadonlyMap<string, readonly Topic[]> = new Map(
  LANGUAGES.flatMap((language): readonly (readonly [string, readonly Topic[]])[] => {
    const { topics, everything, usual } = catalogueOf(language).subscriptions;
    return [
      ...TOPICS.flatMap((topic) => {
        const { label, phrase, also } = topics[topic];
        return [topic, label, phrase, ...also].map((name) => [keyOf(name), [topic]] as const);
      }),
      ...everything.map((name) => [keyOf(name), TOPICS] as const),
      ...usual.map((name) => [keyOf(name), USUAL_TOPICS] as const),
    ];
  }),
);

/** Every name of one word, for help after a slip of the finger: those to type first. */
export const KIND_NAMES: readonly string[] = [
  ...TOPICS,
  ...LANGUAGES.flatMap((language) =>
    TOPICS.flatMap((topic) => {
      const { label, also } = catalogueOf(language).subscriptions.topics[topic];
      return [...also, label].filter((name) => !/\s/.test(name));
    }),
  ),
];

/** Words in a name at most, as in `let in after failures`. */
export const LONGEST_NAME = 6;

/** The kinds that go by this name in any language; undefined where nothing does. */
export function kindsNamed(name: string): readonly Topic[] | undefined {
  return KIND_OF.get(keyOf(name));
}

/** Letters as they compare: case, spaces and dashes make no difference. */
function keyOf(name: string): string {
  return fold(name).replace(/[-_\s]/g, '');
}
