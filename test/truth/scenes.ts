import { between, type Random } from '../../src/sandbox/clue/seeded-random.ts';
import { ANYBODY, KEYED, type Someone } from './people.ts';

/**
 * What happens at one door, written down by its cause: the rows it leaves, and who entered. The truth is never worked out from
 * the rows.
 *
 * The vendor's rules leave some things open. These are left out, because no reader could tell what is true:
 * - A relay that nobody caused, within five seconds after somebody authenticated and got no answer: an exit button, or the
 *   answer. At a door with a third party too: a silent third party may have refused, or have no word about this person.
 * - Somebody whom CLUe alone lets in at a door with a third party.
 * - Two people whom rows do not name, or one person twice, under way at the same time.
 * - Two people accepted within the 78 ms that a relay takes to answer, and one relay.
 * - A relay that comes more than five seconds after the last word of who authenticated. The guide names no limit; its own
 *   sample takes 25 to 78 ms.
 * - Somebody accepted by CLUe alone, without a relay of their own, while the door is unlocked for another: the leaf is free.
 * - Rows that never reach the server, and a device whose clock is set back in the middle of a passage.
 */
export type Scene = { readonly rows: readonly SceneRow[]; readonly entered: readonly Entered[] };
export type SceneRow = { readonly code: string; readonly ms: number; readonly who?: Someone };
type Entered = { readonly ms: number; readonly who: Someone };

/** Rows of different scenes at one door lie further apart than the bot waits for an answer. */
export const APART_MS = 5_001;

const pick = <T>(random: Random, list: readonly T[]): T => {
  const one = list[between(random, 0, list.length - 1)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};
const nothing: Scene = { rows: [], entered: [] };
const together = (...scenes: readonly Scene[]): Scene => ({
  rows: scenes.flatMap(({ rows }) => rows),
  entered: scenes.flatMap(({ entered }) => entered),
});
const row = (code: string, ms: number, who?: Someone): Scene => ({
  rows: [{ code, ms, ...(who !== undefined && { who }) }],
  entered: [],
});
const enters = (who: Someone, ms: number): Scene => ({ rows: [], entered: [{ who, ms }] });

const on = (ms: number): Scene => row('DEV_DOOR_RELAY_ON', ms);
const off = (ms: number): Scene => row('DEV_DOOR_RELAY_OFF', ms);
const asks = (random: Random, who: Someone, ms: number): Scene =>
  row(pick(random, ['DEV_FACE_AUTH_SUCCESS', 'DEV_CARD_AUTH_SUCCESS', 'DEV_QR_CONFIRM_SUCCESS']), ms, who);
const fails = (random: Random, ms: number): Scene =>
  row(pick(random, ['DEV_FACE_AUTH_FAIL', 'DEV_FACE_AUTH_FAIL', 'DEV_CARD_AUTH_FAIL']), ms);
const yes = (ms: number, who?: Someone): Scene => row('VENDOR_AUTH_SUCCESS', ms, who);
const no = (random: Random, ms: number, who?: Someone): Scene =>
  row(pick(random, ['VENDOR_AUTH_FAIL', 'VENDOR_QR_CONFIRM_FAIL']), ms, who);

/** How long the relay takes to answer: as in the guide's sample, or in the same millisecond. */
const soon = (random: Random): number => (random() < 0.1 ? 0 : between(random, 25, 78));

/** CLUe says yes and the relay answers. */
function letIn(random: Random, who: Someone, ms: number, relayMs = soon(random)): Scene {
  return together(asks(random, who, ms), on(ms + relayMs), enters(who, ms));
}

/** CLUe says yes, the third party too, and the relay answers. */
function letInByBoth(random: Random, who: Someone, ms: number, named: 'both' | 'clue' | 'vendor' = 'both'): Scene {
  const saidAt = ms + between(random, 100, 2_000);
  return together(
    asks(random, named === 'vendor' ? { called: '' } : who, ms),
    yes(saidAt, named === 'clue' ? undefined : who),
    on(saidAt + between(random, 25, 78)),
    enters(who, ms),
  );
}

const lastOf = ({ rows }: Scene): number => Math.max(...rows.map(({ ms }) => ms));
const lockedAgain = (scene: Scene): Scene =>
  together(scene, off(lastOf(scene) + between(howLong(scene), 2_990, 3_010)));
/** The relay's three seconds vary a little; by how much follows from the scene. */
const howLong =
  (scene: Scene): Random =>
  () =>
    (lastOf(scene) % 20) / 20;

type Play = (random: Random) => Scene;

/** What happens at any door. */
const anywhere: Readonly<Record<string, Play>> = {
  'the exit button': () => lockedAgain(on(0)),
  'failures and nobody': (random) =>
    together(...Array.from({ length: between(random, 1, 6) }, (_, index) => fails(random, index * 3_000))),
  'the device starts': () => together(row('DEV_DEVICE_START', 0), row('DOOR_MANUAL_OPEN_REQ', 40)),
};

/** What happens at a door that CLUe alone decides on. */
export const PLAIN: Readonly<Record<string, Play>> = {
  ...anywhere,
  'somebody enters': (random) => lockedAgain(letIn(random, pick(random, ANYBODY), 0)),
  'somebody enters, the relay is slow': (random) =>
    lockedAgain(letIn(random, pick(random, ANYBODY), 0, between(random, 1_000, 4_900))),
  'somebody enters after failures': (random) => {
    const failures = between(random, 1, 14);
    const tries = Array.from({ length: failures }, (_, index) => fails(random, index * 3_000));
    return lockedAgain(together(...tries, letIn(random, pick(random, ANYBODY), failures * 3_000)));
  },
  'others on the same spell': (random) => {
    let scene = letIn(random, pick(random, KEYED), 0);
    for (let more = between(random, 1, 3); more > 0; more -= 1) {
      scene = together(scene, letIn(random, pick(random, KEYED), lastOf(scene) + between(random, 300, 2_900)));
    }
    return lockedAgain(scene);
  },
  'a failure while unlocked': (random) => {
    const scene = letIn(random, pick(random, ANYBODY), 0);
    return lockedAgain(together(scene, fails(random, lastOf(scene) + 800)));
  },
  'the relay never comes': (random) => asks(random, pick(random, ANYBODY), 0),
  'the relay never comes, then another enters': (random) =>
    lockedAgain(
      together(asks(random, pick(random, KEYED), 0), letIn(random, pick(random, KEYED), between(random, 300, 4_900))),
    ),
  'two authenticate, then the relay answers both': (random) => {
    const [first, second] = [pick(random, KEYED), pick(random, KEYED)];
    const secondAt = between(random, 20, 1_000);
    const both = together(asks(random, first, 0), enters(first, 0), asks(random, second, secondAt));
    return lockedAgain(
      together(both, enters(second, secondAt), on(secondAt + 30), on(secondAt + between(random, 60, 900))),
    );
  },
  'the exit button right before': (random) =>
    lockedAgain(together(on(0), letIn(random, pick(random, ANYBODY), between(random, 100, 2_500)))),
  'the exit button while unlocked': (random) => {
    const scene = letIn(random, pick(random, ANYBODY), 0);
    return lockedAgain(together(scene, on(lastOf(scene) + between(random, 200, 2_500))));
  },
};

/** What happens at a door that a third party has a word at. */
export const WITH_THIRD_PARTY: Readonly<Record<string, Play>> = {
  ...anywhere,
  'somebody enters by both': (random) =>
    lockedAgain(letInByBoth(random, pick(random, ANYBODY), 0, pick(random, ['both', 'clue', 'vendor'] as const))),
  'somebody enters by both after failures': (random) =>
    lockedAgain(together(fails(random, 0), fails(random, 3_000), letInByBoth(random, pick(random, ANYBODY), 6_000))),
  'refused in silence': (random) => asks(random, pick(random, ANYBODY), 0),
  'refused aloud': (random) => refusedAloud(random, pick(random, ANYBODY), 0),
  'refused aloud, then the exit button': (random) => {
    const scene = refusedAloud(random, pick(random, ANYBODY), 0);
    return lockedAgain(together(scene, on(lastOf(scene) + between(random, 100, 4_500))));
  },
  'refused in silence, then accepted': (random) => {
    const who = pick(random, KEYED);
    return lockedAgain(together(asks(random, who, 0), letInByBoth(random, who, between(random, 1_000, 4_900))));
  },
  'accepted, but the relay never comes': (random) => {
    const who = pick(random, ANYBODY);
    return together(asks(random, who, 0), yes(between(random, 100, 2_000), who));
  },
  'others on the same spell by both': (random) => {
    const first = letInByBoth(random, pick(random, KEYED), 0);
    const second = letInByBoth(random, pick(random, KEYED), lastOf(first) + between(random, 50, 2_500));
    return lockedAgain(together(first, second));
  },
  'refused while unlocked for another': (random) => {
    const first = letInByBoth(random, pick(random, KEYED), 0);
    const refused = random() < 0.5 ? refusedAloud : asks;
    return lockedAgain(
      together(first, refused(random, pick(random, KEYED), lastOf(first) + between(random, 50, 2_500))),
    );
  },
  'the exit button before the third party speaks': (random) => {
    const who = pick(random, ANYBODY);
    return lockedAgain(together(asks(random, who, 0), on(300), yes(1_000, who), on(1_050), enters(who, 0)));
  },
  'two are accepted, then the relay answers both': (random) => {
    const [first, second] = twoOf(random);
    const asked = together(asks(random, first, 0), asks(random, second, 200), enters(first, 0), enters(second, 200));
    const said =
      random() < 0.5 ? together(yes(600, first), yes(620, second)) : together(yes(620, first), yes(600, second));
    return lockedAgain(together(asked, said, on(640), on(between(random, 650, 690))));
  },
  'two cross each other': crossing,
};

function refusedAloud(random: Random, who: Someone, ms: number): Scene {
  return together(asks(random, who, ms), no(random, ms + between(random, 100, 2_000), who));
}

/** Two different people. */
function twoOf(random: Random): readonly [Someone, Someone] {
  const first = pick(random, KEYED);
  return [
    first,
    pick(
      random,
      KEYED.filter((one) => one !== first),
    ),
  ];
}

/** Two authenticate at nearly the same moment, and hear of the third party in any order. */
function crossing(random: Random): Scene {
  const [first, second] = twoOf(random);
  const secondAt = between(random, 20, 400);
  const people = [
    { who: first, ms: 0 },
    { who: second, ms: secondAt },
  ];
  if (random() < 0.5) people.reverse();
  const told = people.map(({ who, ms }, index) => {
    const saidAt = secondAt + 100 + index * between(random, 200, 1_500);
    switch (pick(random, ['accepted', 'accepted', 'silent', 'refused', 'no-relay'] as const)) {
      case 'accepted':
        return together(yes(saidAt, who), on(saidAt + between(random, 25, 78)), enters(who, ms));
      case 'refused':
        return no(random, saidAt, who);
      case 'no-relay':
        return yes(saidAt, who);
      default:
        return nothing;
    }
  });
  const scene = together(asks(random, first, 0), asks(random, second, secondAt), ...told);
  return scene.rows.some(({ code }) => code.endsWith('_RELAY_ON')) ? lockedAgain(scene) : scene;
}
