/** What the bot's buttons and modals are called in Slack: old messages keep them, so a name once given means the same for ever. */

/** Shows the raw rows of a card to whoever presses it. */
export const SHOW_ROWS = 'show-rows';
/** Has a channel hear what was rehearsed. */
export const SUBSCRIBE_AS_SHOWN = 'subscribe-as-shown';
/** Rehearses what is picked in the form. */
export const REHEARSE_PICKED = 'rehearse-picked';
/** Ask on from an answer: what each asks is in its value. */
export const ASK_OLDER = 'ask-older';
export const ASK_NEWER = 'ask-newer';
export const ASK_FAILURES = 'ask-failures';
export const ASK_CSV = 'ask-csv';
export const ASK_SHARE = 'ask-share';
/** Show an answer to a channel, with and without people's names. */
export const SHARE_NAMED = 'share-named';
export const SHARE_UNNAMED = 'share-unnamed';
/** Gives up a reading that somebody waits for. */
export const STOP_READING = 'stop-reading';
export const TAKE = 'take-incident';
export const RELEASE = 'release-incident';
export const DISMISS = 'dismiss-incident';
export const REINSTATE = 'reinstate-incident';
export const MUTE = 'mute-incident';
export const END_MUTE = 'end-mute';
/** What full members are for whom nothing else is said, chosen by an admin. */
export const CHANGE_DEFAULT_ROLE = 'change-default-role';
/** Opens the form in which an admin gives somebody a role. */
export const GIVE_ROLE = 'give-role';
/** Takes a role back that was given in Slack. */
export const TAKE_ROLE_BACK = 'take-role-back';
/** People are not named any more in a channel that others read too. */
export const FORBID_NAMES = 'forbid-names';
/** The audit log as a file. */
export const EXPORT_AUDIT = 'export-audit';

/** The modals, by their callback_id. */
export const DISMISSAL_MODAL = 'dismissal';
export const MUTE_MODAL = 'mute';
/** What a rehearsal of the form came to. */
export const REHEARSED_MODAL = 'rehearsed';

/** The shortcuts of a message, by their callback_id, as the manifest names them. */
export const WHAT_HAPPENED = 'what-happened-then';
/** Why somebody is looked up. */
export const LOOKUP_REASON_MODAL = 'lookup-reason';
/** Who is given which role. */
export const ROLE_MODAL = 'role';
