/** What in a command could not be understood. `word` is the part that was typed, as code; names come escaped. */
export const unclear = {
  unknownCommand: (word: string): string => `I do not know the command ${word}.`,
  unexpectedWord: (word: string): string => `I do not know what ${word} means here.`,
  takesNothing: (word: string, command: string): string =>
    `I do not know what ${word} means here: ${command} takes nothing after it.`,
  countTooLarge: (word: string, most: number, asDoor: string): string =>
    `${word} is more than I can show: at most ${most} rows. For a door with this number, type ${asDoor}.`,
  countTooSmall: (word: string): string => `${word} rows are none: give a number from 1 on.`,
  twoCounts: (word: string, asDoor: string): string =>
    `${word} is a second number. For a door with this number, type ${asDoor}.`,
  noDoorYet: (word: string): string => `I know no door ${word}. No door has shown itself yet.`,
  noSuchDoor: (word: string, known: string): string => `I know no door ${word}. I know ${known}.`,
  /** Each with what tells these doors apart. */
  severalDoors: {
    byName: (word: string, doors: string): string =>
      `${word} fits several doors: ${doors}. Type more of its name, or its id.`,
    byPlace: (word: string, doors: string, example: string): string =>
      `${word} fits several doors: ${doors}. Type its place with it, as in ${example}.`,
    byId: (word: string, doors: string): string => `${word} fits several doors: ${doors}. Type its id.`,
  },
  noSuchName: (word: string, known: string): string =>
    `I know no door ${word} and no person of that name. I know ${known}.`,
  noNameYet: (word: string): string =>
    `I know no door ${word} and no person of that name. No door has shown itself yet.`,
  noSuchPerson: (word: string): string =>
    `I know no person ${word}. I know who was let in since I watch, by name or by the customer’s own key.`,
  severalPeople: (word: string, people: string): string =>
    `${word} fits several people: ${people}. Type more of the name, or the key.`,
  severalMeanings: (word: string, examples: readonly string[]): string =>
    `${word} can mean several things. Say which: ${examples.join(' or ')}.`,
  noSuchPlace: (word: string, known: string): string => `I watch no place ${word}. I watch ${known}.`,
  severalPlaces: (word: string, places: string): string => `${word} fits several places: ${places}.`,
  givenTwice: {
    door: (word: string): string => `${word} is a second door; I can answer for one.`,
    place: (word: string): string => `${word} is a second place; I can answer for one.`,
    person: (word: string): string => `${word} is a second person; I can answer for one.`,
    time: (word: string): string => `${word} is a second time; I can answer for one.`,
    per: (word: string): string => `${word} is a second way to split the count; I can answer for one.`,
    format: (word: string): string => `${word} is a second format; I can give one.`,
    tz: (word: string): string => `${word} is a second time zone; I can read times in one.`,
  },
  noSuchDay: (word: string): string => `There is no day ${word}.`,
  noSuchTime: (word: string): string => `${word} has no length: the clocks skip it that night.`,
  noSuchZone: (word: string): string => `I know no time zone ${word}. Type a city, as in \`tz:Asia/Tokyo\`.`,
  endsBefore: (word: string): string => `${word} ends before it begins.`,
  noBeginning: (word: string): string => `${word} has no beginning. Type one before it, as in \`monday to friday\`.`,
  dayToCome: (word: string): string => `${word} is yet to come.`,
  timeTooLong: (word: string, mostDays: number): string =>
    `${word} is more than I can look back: at most ${mostDays} days.`,
  typed: (command: string): string => `You typed ${command}.`,
  didYouMean: (command: string, nearest: string): string => `You typed ${command}. Did you mean ${nearest}?`,
};

export type UnclearWords = typeof unclear;
