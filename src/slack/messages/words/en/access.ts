/** Who may ask what, and the log of what was asked. Names come escaped, people of Slack as mentions. */
export const access = {
  roles: { admin: 'admin', operator: 'operator', viewer: 'viewer' },
  /** What each role may do, as a choice in a form. */
  may: {
    admin: 'Admin: changes what concerns everybody',
    operator: 'Operator: sees doors, counts and people’s names',
    viewer: 'Viewer: sees doors and counts, and no names',
    none: 'Nothing of its own: what it is without this form',
  },
  namesLeftOut: 'People are not named here: your role is viewer. An admin can change that on the bot’s Home tab.',
  notNoted: 'The audit log could not be written, and without it no names are shown. Please try again in a minute.',
  reasonAsked: 'Looking somebody up takes a reason here. Please give it in the form that is open now.',
  reasonNeeded:
    'Looking somebody up takes a reason here. Type the command again with yours, as in `reason:"lost card"`.',
  reason: {
    title: 'Why are you asking?',
    submit: 'Ask',
    cancel: 'Cancel',
    why: 'Reason',
    hint: 'It is kept with your question in the audit log, which admins can read.',
    blank: 'Please give a reason.',
  },
  start: {
    what: (role: 'operator' | 'viewer'): string =>
      role === 'operator'
        ? 'Full members of this workspace are operators: when they ask me, they see the names of people at the doors.'
        : 'Full members of this workspace are viewers: they see doors and counts, and no names.',
    next: 'Guests and people of other companies get no answers. Roles of single people and user groups are given on my Home tab.',
    makeViewers: 'Make them viewers',
    makeOperators: 'Make them operators',
  },
  home: {
    role: (role: string): string => `Your role: ${role}`,
    title: 'Who may ask',
    give: 'Give a role…',
    takeBack: 'Take back',
    given: (whom: string, role: string, by: string): string => `${whom}: ${role}, given by ${by}`,
    configured: (whom: string, role: string): string => `${whom}: ${role}, by the bot’s configuration`,
    allowed: (channel: string, by: string): string =>
      `${channel}: people are named though another company reads it, allowed by ${by}`,
    forbid: 'Name nobody there',
  },
  form: {
    title: 'Give a role',
    submit: 'Give',
    cancel: 'Cancel',
    person: 'Person',
    group: 'or a user group, by its id',
    groupHint: 'It begins with S: in Slack, open the group’s menu and choose “Copy group ID”.',
    role: 'Role',
    nobody: 'Please choose a person, or give a user group’s id.',
    both: 'Please choose one: a person or a user group.',
    notGroup: 'This is no id of a user group: it begins with S.',
    self: 'Your own role is for another admin to change.',
  },
  notSaved: 'That could not be saved. Please try again in a minute.',
  configured: 'The bot’s configuration makes them an admin, so that stays.',
  link: {
    done: (user: string, person: string): string => `🔗 ${user} is ${person} at the doors, and can look that up alone.`,
    gone: (user: string): string => `🔗 ${user} is nobody at the doors any more.`,
    one: (user: string, person: string): string => `${user} is ${person}`,
    none: '🔗 Nobody is linked yet: `/clue link U012ABCDEF Jack` says who somebody is at the doors.',
    list: (amount: number): string =>
      amount === 1
        ? '🔗 One Slack user is linked to a person at the doors:'
        : `🔗 ${amount.toLocaleString('en')} Slack users are linked to people at the doors:`,
    notWhom: (word: string): string =>
      `🤔 I cannot tell who ${word} is, since Slack hands me a name and not the person. Type their id as in \`/clue link U012ABCDEF Jack\` (their profile, ⋮, “Copy member ID”).`,
    nobody: '🤔 After the Slack user comes the person at the doors, by name or by key, or `off`.',
  },
  names: {
    direct: '🤔 This is a talk between people. Type it in the channel that is meant.',
    own: 'No other company reads this channel, so its subscriptions alone say how people are named.',
    unknown: '⚠️ Slack did not say who reads this channel, so people are not named here. Please try again in a minute.',
    allowed: (who: string): string =>
      `🔓 People are named in this channel though another company reads it: ${who} allowed it. When its readers change, that ends.`,
    forbidden: '🔒 Another company reads this channel, so people are not named here. `/clue names allow` changes that.',
    saysAllowed: (who: string): string =>
      `🔓 ${who} had people named in this channel, which another company reads too. When its readers change, that ends.`,
    saysForbidden: (who: string): string => `🔒 ${who} had people not named in this channel any more.`,
    unclear: (word: string): string => `🤔 I do not know what ${word} means here: I take \`allow\` and \`forbid\`.`,
  },
  audit: {
    head: (amount: number): string =>
      amount === 1
        ? 'One question that was answered with names'
        : `${amount.toLocaleString('en')} questions that were answered with names`,
    ofUser: (user: string): string => `asked by ${user}`,
    ofPerson: (person: string): string => `about ${person}`,
    none: 'No question was answered with names',
    caption: 'Questions, newest first',
    columns: { at: 'Time', user: 'Asked by', asked: 'Question', reason: 'Reason', rows: 'Rows', people: 'Looked up' },
    leftOut: (amount: number): string =>
      `${amount === 1 ? 'One older question is' : `${amount.toLocaleString('en')} older questions are`} left out here; the file has all of them.`,
    kept: 'Kept for 400 days. What people were found is not kept, only how many rows named somebody.',
    asFile: 'As a file',
    title: 'Audit log',
    sent: '📎 The file is in your talk with me.',
    notSent: (word: string): string => `⚠️ Slack did not take the file: ${word}.`,
    unclear: (word: string): string =>
      `🤔 I do not know what ${word} means here: I take a Slack user’s id, a person at the doors, a time as in \`7d\`, and \`csv\`.`,
  },
};

export type AccessWords = typeof access;
