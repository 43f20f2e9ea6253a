/** A digest's plan, as it is said. */
export type DigestParts = { readonly at: string; readonly zone: string; readonly weekday?: string };

const unclear = {
  'unknown-word': (word: string): string =>
    `I do not know what ${word} means here: it is no kind of news, and no place, time or person stands before it as in \`door:Front\`.`,
  'no-such-door': (word: string, known: string): string =>
    `I know no door ${word}. ${known === '' ? 'No door has shown itself yet.' : `I know ${known}.`}`,
  'several-doors': (word: string, candidates: string): string =>
    `${word} fits several doors: ${candidates}. Type one as it stands in brackets.`,
  'no-such-place': (word: string, known: string): string => `I watch no place ${word}. I watch ${known}.`,
  'several-places': (word: string, candidates: string): string => `${word} fits several places: ${candidates}.`,
  'no-such-person': (word: string): string =>
    `I know no person ${word}. I know who was let in since I watch, by name or by the customer’s own key; \`/clue who-entered 7d\` shows some.`,
  'several-people': (word: string, candidates: string): string => `${word} fits several people: ${candidates}.`,
  'not-hours': (word: string): string => `${word} are no hours: I take a beginning and an end, as in \`22:00-07:00\`.`,
  'not-days': (word: string): string => `${word} is no day: I take \`mon-fri\`, \`sat,sun\`, \`weekends\`.`,
  'not-a-number': (word: string): string => `${word} is no number of failures: I take 1 to 99, as in \`after:3\`.`,
  'not-names': (word: string): string =>
    `${word} says nothing about names: I take \`names:full\`, \`names:initials\` and \`names:none\`.`,
  'not-notify': (word: string): string =>
    `I cannot tell who ${word} is, since Slack hands me a name and not the person. Type \`notify:me\`, or the person’s id as in \`notify:U012ABCDEF\` (their profile, ⋮, “Copy member ID”) or the group’s, which begins with \`S\`, or pick people in the form that \`/clue subscribe\` opens.`,
  'not-a-digest': (word: string): string =>
    `${word} is no plan for a digest: I take \`daily 09:00\`, \`weekly mon 09:00\` and \`off\`.`,
  'not-a-past': (word: string): string => `${word} is no stretch of the past: I take \`last 1d\` to \`last 30d\`.`,
  'not-a-language': (word: string): string => `I do not speak ${word}: I take \`en\`, \`ja\` and \`ko\`.`,
  'after-without-failures': (word: string): string =>
    `${word} counts failures, and \`failures\` is not among the kinds you named.`,
  'blind-is-everywhere': (word: string): string =>
    `${word} does not go with \`blind\` alone: what the bot cannot see is told whatever the door, the person and the hour.`,
  'both-ways': (word: string): string => `${word} is asked for and left out at once.`,
  never: (word: string): string => `With ${word} nothing would ever be told: no time lies outside of the whole day.`,
  'given-twice': (word: string): string => `${word} comes a second time; I can take one.`,
  'nothing-after': (word: string): string => `After ${word} something is missing.`,
  'not-what': (word: string): string =>
    `${word} needs a door or a person right after it, as in \`not door:Back\`. A place cannot be left out.`,
  'no-such-subscription': (word: string): string =>
    `This channel has no subscription ${word}. \`/clue subscriptions\` lists those it has.`,
};

/** Answers and lines about what a channel wishes for. */
export const wishes = {
  unclear,
  typed: (typed: string, nearest: string | undefined): string =>
    `You typed ${typed}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
  forExample: (examples: string): string => `For example: ${examples}`,

  subscribed: (sentence: string): string => `🔔 This channel hears from now on: ${sentence}`,
  changed: (sentence: string): string => `🔔 This channel hears now: ${sentence}`,
  already: (sentence: string): string => `🔔 This channel hears that already: ${sentence}`,
  unsubscribed: (sentence: string): string => `🔕 This channel does not hear any more: ${sentence}`,
  notForViewers:
    'Sorry, this keeps people from being named in this channel, and your role does not see names. An operator can remove it.',
  nothingRemoved:
    'This channel hears nothing of that, so nothing was removed. `/clue subscriptions` lists what it hears.',
  id: (id: string): string => `Its id is ${id}. \`/clue subscriptions\` lists everything this channel hears.`,
  notInvited:
    '⚠️ I am not in this channel yet, so nothing is told here. Type `/invite @CLUe`: then it begins, within a minute.',
  namesLeftOut: '⚠️ This channel is shared with another company, so people are not named here, whatever is asked for.',
  sharingUnknown:
    '⚠️ Slack did not say whether this channel is shared with another company. Until it does, people are not named here.',
  notSaid: (word: string): string => `⚠️ I could not say so in the channel: Slack answers ${word}.`,
  direct: '🤔 This is a talk between people. Type it in the channel that is meant: what it hears is its own.',

  saysSubscribed: (who: string, sentence: string): string => `🔔 ${who} had this channel hear: ${sentence}`,
  saysChanged: (who: string, sentence: string): string => `🔔 ${who} changed what this channel hears: ${sentence}`,
  saysUnsubscribed: (who: string, sentence: string): string =>
    `🔕 ${who} had this channel not hear any more: ${sentence}`,
  saysQuiet: (who: string, when: string): string =>
    `🔕 ${who} set quiet hours: ${when}. What is severe is told all the same; the rest when they end.`,
  saysNotQuiet: (who: string): string => `🔔 ${who} ended the quiet hours.`,
  saysDigest: (who: string, plan: string): string => `🔔 ${who} had a digest told here: ${plan}.`,
  saysNoDigest: (who: string): string => `🔕 ${who} ended the digest.`,
  saysLanguage: (who: string): string => `🔔 ${who} set this channel’s language to English.`,
  saysUnmuted: (who: string, what: string): string => `🔔 ${who} ended the mute of ${what}.`,

  quiet: (when: string): string =>
    `🔕 Quiet hours: ${when}. What is severe is told all the same; the rest in one message when they end.`,
  notQuiet: '🔔 This channel has no quiet hours. `/clue quiet 22:00-07:00` sets them.',
  digest: (plan: string, next: string): string => `🔔 Digest: ${plan}, next ${next}.`,
  noDigest: '🔕 This channel gets no digest. `/clue digest daily 09:00` sets one.',
  digestPlan: ({ at, zone, weekday }: DigestParts): string =>
    weekday === undefined ? `daily at ${at} ${zone}` : `weekly on ${weekday} at ${at} ${zone}`,
  language: 'This channel’s language is English. `/clue language ja` and `/clue language ko` change it.',

  hears: 'This channel hears:',
  hearsNothing: 'This channel hears nothing. `/clue subscribe` opens a form.',
  muted: (what: string, until: string, hidden: string): string => `🔇 Muted: ${what}, until ${until}; ${hidden} so far`,
  hidden: (amount: number): string => (amount === 0 ? 'nothing hidden' : `${amount.toLocaleString('en')} hidden`),
  everythingMuted: 'everything',
  mutedAt: (topic: string, door: string): string => `${topic} at ${door}`,
  rests: (since: string): string =>
    `⛔ Slack takes no messages of mine for this channel since ${since}: it was archived, or I am not in it. Until then nothing is told here; \`/invite @CLUe\` helps.`,
  notShown: (amount: number): string => `… and ${amount.toLocaleString('en')} more.`,

  change: 'Change',
  remove: 'Remove',
  endMute: 'End now',
  confirmTitle: 'Remove it?',
  confirmText: 'This channel will not hear it any more, and everybody here is told so.',
  confirmYes: 'Remove',
  confirmNo: 'Keep it',
  gone: 'This is not there any more: somebody changed it meanwhile.',

  formOpen: 'The form is open. It can be typed, too:',
  formNotOpen: '⚠️ Slack did not open the form. It can be typed:',
  form: {
    title: 'What to hear',
    titleChange: 'Change what to hear',
    submit: 'Subscribe',
    submitChange: 'Save',
    close: 'Cancel',
    done: 'Close',
    means: (sentence: string): string => `*It means:* ${sentence}`,
    meansNothing: '*It means:* nothing yet. Pick what to hear.',
    kinds: 'What to hear',
    doors: 'Only at these doors',
    notDoors: 'Not at these doors',
    places: 'Only in these places',
    people: 'Only with these people',
    notPeople: 'Without these people',
    byName: 'Names or ids, with commas between them',
    hours: 'When',
    always: 'At any hour',
    within: 'From … to …',
    outside: 'Outside from … to …',
    from: 'From',
    to: 'To',
    days: 'On these days',
    after: 'Failures from how many on',
    names: 'How people are named',
    namesFull: 'In full',
    namesInitials: 'As initials',
    namesNone: 'Not at all',
    notify: 'Named when nobody answers something severe',
    optional: 'All, when nothing is picked',
    needsBoth: 'Give both times, or neither.',
    needsHours: 'The beginning and the end are the same: give two times.',
    needsFailures: 'This counts failures: pick authentication failures, too.',
    blindAlone: 'What the bot cannot see is told whatever the door, the person and the hour: leave this empty.',
    bothWays: 'This is picked above, too.',
    otherPlace: 'One of these doors is in none of the places picked above.',
    rehearse: 'Try on the past 7 days',
    rehearsed: 'On the past 7 days',
    rehearsedSubmit: 'Subscribe as shown',
    back: 'Back',
    nothingPicked: 'Nothing is picked yet: pick what to hear, then try it.',
    saving: '⏳ It is being saved …',
    tooOld: 'This form is too old: what it was about is gone.',
  },
};

export type WishWords = typeof wishes;
