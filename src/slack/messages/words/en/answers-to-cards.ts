import type { Verdict } from '../../../../incident/incident.ts';
import type { Severity } from '../../../../incident/severity.ts';
import type { Topic } from '../../../../incident/topic.ts';

/** What a mute is about, in a middle of a sentence. */
const topics: Readonly<Record<Topic, string>> = {
  failures: 'authentication failures',
  'let-in-after-failures': 'entries after failures',
  'walk-around': 'failures at several doors in a row',
  'refused-by-third-party': 'refusals by the third party',
  'not-unlocked': 'doors that were not unlocked',
  unlocks: 'unlocked doors',
  entries: 'entries',
  unexplained: 'doors unlocked with nobody authenticated',
  'left-unlocked': 'doors left unlocked',
  'first-in': 'the first in of the day',
  'last-entry': 'the last entry of the day',
  blind: 'what the bot cannot see',
};

const verdicts: Readonly<Record<Verdict, string>> = { noise: 'noise', test: 'a test', known: 'known' };

const hides: Readonly<Record<Severity, string>> = {
  calm: 'It hides what is calm, as this alert is; what matters more is told all the same.',
  notable: 'It never hides somebody being let in after many failures.',
  severe: 'It hides alerts as severe as this one, too.',
};

/** `1 alert`, `2 alerts`. */
const alerts = (amount: number): string => `${amount.toLocaleString('en')} ${amount === 1 ? 'alert' : 'alerts'}`;

/** What people answer to a card, and what the bot says to it. People are given as Slack's mentions, moments as its dates. */
export const answersToCards = {
  topics,
  verdicts,
  button: {
    take: 'I have it',
    release: 'Undo “I have it”',
    mute: 'Mute…',
    dismiss: 'Not an incident',
    reinstate: 'An incident after all',
    endMute: 'End now',
  },
  line: {
    taken: (who: string, since: string): string => `🙋 ${who} has it since ${since}`,
    dismissed: (why: Verdict, who: string, when: string): string =>
      `🗑️ Not an incident: ${verdicts[why]}, says ${who} (${when})`,
    released: (who: string, when: string): string => `↩️ ${who} gave it back (${when})`,
    releasedFor: (who: string, whose: string, when: string): string =>
      `↩️ ${who} undid “I have it” of ${whose} (${when})`,
    reinstated: (who: string, when: string): string => `↩️ An incident after all, says ${who} (${when})`,
  },
  /** After `Nobody has answered for …` come those who are called, where there are any. */
  unanswered: (length: string): string => `Nobody has answered for ${length}`,
  reply: {
    yours: (since: string): string => `🙋 You have it already, since ${since}.`,
    taken: (who: string, since: string): string => `🙏 ${who} has it already, since ${since}.`,
    dismissed: (why: Verdict, who: string): string =>
      `🙏 ${who} said already that it is no incident: ${verdicts[why]}.`,
    tooSlow: '🙏 That took me too long for Slack. Please press the button again.',
    muteIsOver: '🙏 That mute has ended already.',
    notSaid: (line: string): string =>
      `⚠️ ${line} Slack did not take my word of it to the channel, so please tell the others.`,
    notSaved: '⚠️ I could not keep that. Please try again in a minute.',
  },
  dismissal: {
    title: 'Not an incident',
    why: 'Why is it none?',
    hint: 'Every card of it says so, and the digest counts it.',
    submit: 'Say so',
    cancel: 'Cancel',
    reasons: {
      noise: 'Noise: nobody tried to get in',
      test: 'A test',
      known: 'Known: we know what it was',
    } satisfies Record<Verdict, string>,
  },
  mute: {
    title: 'Mute',
    submit: 'Mute',
    cancel: 'Cancel',
    channel: 'In which channel?',
    what: 'What?',
    door: (door: string): string => `Everything at ${door}`,
    topic: (topic: Topic): string => `Everywhere: ${topics[topic]}`,
    topicAtDoor: (topic: Topic, door: string): string => `Only ${topics[topic]} at ${door}`,
    howLong: 'For how long?',
    minutes: (amount: number): string => `${amount} minutes`,
    hours: (amount: number): string => `${amount} hours`,
    tomorrow: (day: string): string => `Until tomorrow 08:00 (${day})`,
    picked: 'Until the time below',
    until: 'Until',
    untilHint: 'Only for “Until the time below”; at most 7 days from now.',
    hides: (severity: Severity): string =>
      `In this channel, for everybody. ${hides[severity]} At its end one message tells what was hidden. That the bot is blind is always told.`,
    needsTime: 'Please pick a date and a time.',
    past: 'That is past. Please pick a moment to come.',
    tooFar: 'A mute ends within 7 days. Please pick an earlier moment.',
    notAsked: 'Please choose “Until the time below” to use this time, or clear it.',
  },
  /** What a mute hides. */
  muted: {
    everything: (door: string): string => `everything at ${door}`,
    topic: (topic: Topic): string => `${topics[topic]} everywhere`,
    topicAtDoor: (topic: Topic, door: string): string => `${topics[topic]} at ${door}`,
    all: 'every alert',
    begins: (who: string, what: string, until: string): string =>
      `🔇 ${who} muted ${what} in this channel until ${until}.`,
    small: 'What it hides is counted, and told at its end.',
    ended: (who: string, when: string): string => `🔔 ${who} ended it early (${when}).`,
  },
  gathered: {
    muted: (amount: number, what: string): string =>
      amount === 0
        ? `🔔 The mute of ${what} is over, and hid nothing`
        : `🔔 The mute of ${what} is over: it hid ${alerts(amount)}`,
    unnamedMute: (amount: number): string =>
      amount === 0 ? '🔔 A mute is over, and hid nothing' : `🔔 A mute is over: it hid ${alerts(amount)}`,
    quiet: (amount: number): string => `🌙 ${alerts(amount)} in this channel’s quiet hours`,
    calm: (times: number): string =>
      `🚶 Let in after one to three failures: ${times === 1 ? 'once' : `${times.toLocaleString('en')} times`}`,
    calmLine: (when: string, door: string, who: string, failures: number): string =>
      `${when} · ${door} · ${who}, after ${failures.toLocaleString('en')} ${failures === 1 ? 'failure' : 'failures'}`,
    /** Calm lines of more than one kind. */
    worthALine: (amount: number): string => `🚶 Worth a line: ${alerts(amount)}`,
    unexplainedLine: (when: string, door: string, times: number): string =>
      `${when} · ${door} · unlocked ${times === 1 ? '' : `${times.toLocaleString('en')} times `}with nobody authenticated`,
    nobody: 'nobody authenticated',
    earlier: (amount: number): string =>
      `${amount.toLocaleString('en')} earlier ${amount === 1 ? 'one' : 'ones'} not listed`,
    more: (amount: number): string => `… and ${amount.toLocaleString('en')} more`,
    moreDoors: (amount: number): string =>
      `… and ${amount.toLocaleString('en')} more ${amount === 1 ? 'door' : 'doors'}`,
    cut: (amount: number): string =>
      `${amount.toLocaleString('en')} more ${amount === 1 ? 'door' : 'doors'} left out: a table in Slack holds no more`,
    letInFirst: (doors: string): string => `🚨 Let in after many failures at ${doors}`,
    severeFirst: (doors: string): string => `🚨 Severe alerts at ${doors}`,
    by: (who: string, from: string, until: string): string => `muted by ${who} from ${from} to ${until}`,
    endedBy: (who: string): string => `ended early by ${who}`,
    span: (from: string, to: string): string => `from ${from} to ${to}`,
    nothingToDo: 'Worth a line, and nothing to do',
    own: (amount: number): string => `${alerts(amount)} of it got a message of ${amount === 1 ? 'its' : 'their'} own`,
    caption: 'Doors, the worst first',
    worthALineCaption: 'Worth a line, in the order it came',
    calmCaption: 'Entries, in the order they came',
    head: {
      door: 'Door',
      place: 'Place',
      alerts: 'Alerts',
      failures: 'Failures',
      letIn: 'Let in',
      unlocked: 'Unlocked',
      last: 'Last',
      when: 'When',
      who: 'Who',
    },
    /** One door of a table, as text. */
    row: (door: string, parts: readonly string[]): string => [door, ...parts].join(' · '),
    count: {
      alerts,
      failures: (amount: number): string => `${amount.toLocaleString('en')} ${amount === 1 ? 'failure' : 'failures'}`,
      letIn: (amount: number): string => `${amount.toLocaleString('en')} let in`,
      unlocked: (amount: number): string =>
        amount === 1 ? 'unlocked once' : `unlocked ${amount.toLocaleString('en')} times`,
    },
  },
};

export type AnswersToCards = typeof answersToCards;
