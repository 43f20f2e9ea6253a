import type { openRooms } from '../../src/rooms.ts';
import type { CommandRun } from '../../src/sandbox/slack/run.ts';
import { read } from '../support/answering.ts';
import { ALERTS, type Stage, type StageOptions, stage } from '../support/bot.ts';
import { eventually } from '../support/eventually.ts';

/** The vocabulary of who may ask: one person of each kind, a name that is planted in the log, and everything somebody sees. */

export const ADMIN = 'U0HANA';
export const OPERATOR = 'U0OLIVER';
export const VIEWER = 'U0MINJUN';
export const GUEST = 'U0LENA';
export const STRANGER = 'U0SAM';
/** Of whom Slack says nothing. */
export const GHOST = 'U0GHOST';
export const ROBOT = 'U0ROBOT';
export const MEMBERS = [ADMIN, OPERATOR, VIEWER] as const;
export const OUTSIDERS = [GUEST, STRANGER, ROBOT] as const;

/** The name and the key that nobody may see who may not see names. */
export const PLANTED = /Plantagenet|KEY98765/;
export const DOOR = { doorId: 181, deviceId: 902, doorName: 'testDoor' };
const PERSON = { ...DOOR, userId: 'KEY98765', userName: 'Plantagenet' };

/** Another channel, which hears nothing until somebody has it hear something. */
export const NIGHT = 'C0NIGHT';

type Rooms = ReturnType<typeof openRooms>;

/** A stage with one person of each kind, and somebody who was let in after five failures. */
export async function aHouse(rooms: Pick<Rooms, 'add'>, options: StageOptions = {}): Promise<Stage> {
  const startedAt = Date.now();
  const env = { ADMINS: ADMIN, OPERATORS: OPERATOR, VIEWERS: VIEWER, DEFAULT_ROLE: 'operator', ...options.env };
  const one = rooms.add(await stage({ slackNow: () => startedAt, ...options, env }), (it) => it.end());
  one.slack.addUser({ id: GHOST, locale: 'en-US' });
  one.slack.addUser({ id: ROBOT, locale: 'en-US', is_bot: true });
  const everybody = [...MEMBERS, ...OUTSIDERS, GHOST];
  for (const user of everybody) one.slack.invite(ALERTS, user);
  one.slack.addChannel({ id: NIGHT, name: 'night', members: [...MEMBERS] });
  return one;
}

/** Somebody is let in, after five failures where it says so. */
export async function letIn(one: Stage, failures = 0): Promise<void> {
  const before = one.clue.journal.length;
  for (let i = 0; i < failures; i += 1) one.clue.place(178).append({ ...DOOR, eventType: 'DEV_FACE_AUTH_FAIL' });
  one.clue.place(178).append({ ...PERSON, eventType: 'DEV_FACE_AUTH_SUCCESS' });
  one.clue.place(178).append({ ...DOOR, eventType: 'DEV_DOOR_RELAY_ON' });
  await eventually('the bot to have polled it', async () => {
    await read(one);
    return one.clue.journal.slice(before).filter(isPoll).length > 2;
  });
}

/** A poll of the watcher asks for the newest rows, whatever their time. */
const isPoll = ({ query, status }: { readonly query: string; readonly status?: number }): boolean =>
  status === 200 && /page=0&/.test(query) && /desc/.test(query) && !/from|start/i.test(query);

/** Everything before a person that is not a channel's own: answers, modals, the Home tab, what was written to them, files. */
export function seenBy(one: Stage, user: string): string {
  const talk = one.slack.directMessage(user).id;
  return JSON.stringify([
    one.slack.ephemerals({ user }),
    one.slack.modals(user).map(({ shown }) => shown),
    one.slack.home(user)?.shown,
    one.slack.messages(talk),
    one.slack.files(talk),
  ]);
}

/** Types a command and waits for its last answer. */
export async function typed(one: Stage, user: string, text: string, channel = ALERTS): Promise<string> {
  const run = await one.slack.type({ user, channel, text });
  return await lastOf(run);
}

export async function lastOf(run: CommandRun): Promise<string> {
  await run.answered();
  const isPatience = (): boolean => /Asking CLUe/.test(run.visible.at(-1)?.text ?? '');
  if (isPatience()) await eventually('the answer', () => !isPatience());
  return run.visible.map(({ text }) => text).join('\n');
}

/** Opens the Home tab and waits until it is shown anew. */
export async function opened(one: Stage, user: string): Promise<string> {
  const before = one.slack.home(user)?.hash;
  await one.slack.openHome(user);
  await eventually('the Home tab', () => one.slack.home(user) !== undefined && one.slack.home(user)?.hash !== before);
  return JSON.stringify(one.slack.home(user)?.shown);
}
