import { fold } from '../../../asking/match.ts';
import { LANGUAGES } from '../../../incident/language.ts';
import { TOPICS, type Topic, USUAL_TOPICS } from '../../../incident/topic.ts';
import { catalogueOf } from '../../messages/words/catalogue.ts';

type Named = { readonly name: string; readonly topics: readonly Topic[] };

/** Each name to type with what it means: in every language those that the bot uses, and those that people do. */
const NAMED: readonly Named[] = LANGUAGES.flatMap((language) => {
  const { topics, everything, usual } = catalogueOf(language).subscriptions;
  return [
    ...TOPICS.flatMap((topic) => {
      const { label, phrase, also } = topics[topic];
      return [topic, label, phrase, ...also].map((name): Named => ({ name, topics: [topic] }));
    }),
    ...everything.map((name): Named => ({ name, topics: TOPICS })),
    ...usual.map((name): Named => ({ name, topics: USUAL_TOPICS })),
  ];
});

const KIND_OF: ReadonlyMap<string, readonly Topic[]> = new Map(
  NAMED.flatMap(({ name, topics }) => keysOf(name).map((key) => [key, topics] as const)),
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
export const LONGEST_NAME = Math.max(...NAMED.map(({ name }) => name.split(/\s+/).length));

/** The kinds that go by this name in any language; undefined where nothing does. */
export function kindsNamed(name: string): readonly Topic[] | undefined {
  return KIND_OF.get(keyOf(name));
}

/** Whether this is a word for all kinds together, in any language. */
export const isEverything = (name: string): boolean => kindsNamed(name) === TOPICS;

/** Letters as they compare: case, spaces and dashes make no difference. A comma does: it stands between two names. */
function keyOf(name: string): string {
  return fold(name)
    .replace(/[-_\s]/g, '')
    .replaceAll('、', ',');
}

/** A name with a comma in it is known without that, too. */
function keysOf(name: string): readonly string[] {
  const key = keyOf(name);
  return [key, key.replaceAll(',', '')];
}
