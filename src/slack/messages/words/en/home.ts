/** The Home tab. */
export const home = {
  well: '🟢 All is well',
  troubled: (amount: number): string =>
    `🟡 ${amount === 1 ? 'Something needs' : `${amount.toLocaleString('en')} things need`} a look: type \`/clue status\``,
  watches: (places: string, doors: string): string => `The bot watches ${doors} at ${places}`,
  asOf: (moment: string): string => `as of ${moment}`,
  doors: 'Doors',
  unlocked: 'unlocked',
  locked: 'locked',
  unknown: 'no word of its lock yet',
  last: (what: string, who: string | undefined, moment: string): string =>
    `last: ${what}${who === undefined ? '' : `, ${who}`}, ${moment}`,
  noRows: 'no rows yet',
  moreDoors: (amount: number): string => `… and ${amount.toLocaleString('en')} more: \`/clue recent\` shows their rows`,
  noDoors: 'No door has shown itself yet.',
  open: 'What goes on',
  nothingOpen: 'Nothing goes on.',
  more: (amount: number): string => `… and ${amount.toLocaleString('en')} more`,
  wishes: 'What your channels hear',
  noWishes: 'None of your channels hears anything yet. Type `/clue subscribe` in one.',
  mutes: 'Mutes',
  noMutes: 'Nothing is muted.',
  muted: (channel: string, what: string, until: string, hidden: number): string =>
    `${channel}: ${what} until ${until}, ${hidden === 0 ? 'nothing hidden so far' : `${hidden.toLocaleString('en')} hidden so far`}`,
  language: (name: string): string => `Language: ${name}, from your Slack settings`,
  refused: 'The bot shows its doors to members of this workspace alone.',
};

export type HomeWords = typeof home;
