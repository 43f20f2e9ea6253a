/** Why somebody gets no answer. It tells nothing about doors, people or the bot. */
export const refusal = {
  guest: 'Sorry, the doors’ log is for full members of this workspace only.',
  'other-company': 'Sorry, the doors’ log is for members of the company that runs this bot only.',
  'not-a-person': 'Sorry, the doors’ log is for people only.',
  unknown: 'Sorry, Slack did not say who you are, so I cannot answer. Please try again in a minute.',
  'not-admin': 'Sorry, this is for admins only. Please ask one of them.',
};

export type RefusalWords = typeof refusal;
