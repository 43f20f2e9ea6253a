import fc from 'fast-check';
import { readRows } from '../../src/clue/rows.ts';
import type { DoorEvent } from '../../src/door/event.ts';
import { doorId, type Instant, instant, placeId } from '../../src/door/ids.ts';
import { between, type Random, seededRandom } from '../../src/sandbox/clue/seeded-random.ts';
import type { PlaceView } from '../../src/slack/commands/ports.ts';
import { nameKnownBefore, type Someone } from './people.ts';
import { APART_MS, PLAIN, type Scene, type SceneRow, WITH_THIRD_PARTY } from './scenes.ts';

/** A day in Tokyo that was made up: what CLUe's log says of it, and who really entered. */
export type Day = {
  /** As the bot reads them from CLUe's JSON, in the order in which they reached the server. */
  readonly rows: readonly DoorEvent[];
  /** Rows that become visible while the bot reads, below and above others. They say nothing about who entered. */
  readonly meanwhile: readonly DoorEvent[];
  /** `1694065999 EBISU testDoor`, sorted: each true entry of the day. */
  readonly truth: readonly string[];
  readonly places: readonly PlaceView[];
  /** Rows a page that CLUe gives at most. */
  readonly pageSize: number;
};

export const DAY = '2026-11-20';
const MIDNIGHT = Date.parse('2026-11-19T15:00:00Z');
const NEXT_MIDNIGHT = MIDNIGHT + 86_400_000;
/** When the question is asked: all that was late has arrived. */
export const ASKED_AT: Instant = instant(NEXT_MIDNIGHT + 40 * 3_600_000);

type DoorPlan = { readonly place: string; readonly door: string; readonly name: string; readonly thirdParty: boolean };
const PLANS: readonly DoorPlan[] = [
  { place: '178', door: '181', name: 'testDoor', thirdParty: false },
  { place: '178', door: '65a0c0ffee0000000000b0b0', name: 'Back door', thirdParty: true },
  // Another place numbers its door alike.
  { place: '179', door: '181', name: 'Office door', thirdParty: true },
];

/** A day as fast-check makes it up and makes it smaller: which scenes, and the luck that settles their details. */
export type Plan = {
  readonly doors: readonly (readonly { readonly what: string; readonly luck: number }[])[];
  /** When the first scene of each door begins, in milliseconds from midnight. All doors begin at the same moment. */
  readonly beginsMs: number;
  readonly ids: 'digits' | 'hex' | 'digits, then hex';
  readonly arrive: 'in order' | 'in any order' | 'hours late';
  readonly knowsThirdParty: boolean;
  readonly pageSize: number;
  readonly luck: number;
};

const scenesOf = (plays: Readonly<Record<string, unknown>>) =>
  fc.array(fc.record({ what: fc.constantFrom(...Object.keys(plays)), luck: fc.nat(1_000_000) }), {
    maxLength: 16,
    size: 'max',
  });
const [office, backDoor] = [PLANS[2], PLANS[1]].map(() => scenesOf(WITH_THIRD_PARTY));

/** Any day. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  doors: fc.tuple(scenesOf(PLAIN), backDoor ?? fc.constant([]), office ?? fc.constant([])),
  // In the night, so that a scene may lie across midnight; by day; and so late that it reaches into the next day.
  beginsMs: fc.oneof(fc.integer({ min: -20_000, max: 0 }), fc.nat(80_000_000), fc.constant(86_400_000 - 60_000)),
  ids: fc.constantFrom('digits', 'hex', 'digits, then hex'),
  arrive: fc.constantFrom('in order', 'in any order', 'hours late'),
  knowsThirdParty: fc.boolean(),
  pageSize: fc.integer({ min: 3, max: 60 }),
  luck: fc.nat(1_000_000),
});

type Written = SceneRow & { readonly plan: DoorPlan; readonly at: number; readonly count: number };

/** Plays a plan: the same plan is always the same day. */
export function dayOf(plan: Plan): Day {
  const random = seededRandom(plan.luck);
  const truth: string[] = [];
  const written = PLANS.flatMap((door, index) => {
    let at = MIDNIGHT + plan.beginsMs;
    let count = 4_000;
    return (plan.doors[index] ?? []).flatMap(({ what, luck }) => {
      const scene = play(door, what, luck);
      const began = at;
      const byTime = scene.rows.toSorted((a, b) => a.ms - b.ms);
      for (const { ms, who } of scene.entered) {
        const when = began + ms;
        if (when >= MIDNIGHT && when < NEXT_MIDNIGHT) truth.push(entryLine(when, who.called, door.name, door.place));
      }
      at =
        began +
        Math.max(0, ...byTime.map(({ ms }) => ms)) +
        APART_MS +
        between(random, 0, 1) * between(random, 0, 600_000);
      return byTime.map((row): Written => ({ ...row, plan: door, at: began + row.ms, count: count++ }));
    });
  });
  const arrived = inOrderOfArrival(written, plan.arrive, random);
  const jsons = arrived.map((row, index) => ({
    place: row.plan.place,
    json: jsonOf(row, index, plan, arrived.length, random),
  }));
  return {
    rows: jsons.flatMap(({ place, json }) => readRows([json], placeId(place)).events),
    meanwhile: Array.from({ length: 4 }, (_, which) => {
      const index = between(random, 0, arrived.length) - 0.5 + which / 10;
      const at = MIDNIGHT + between(random, 0, 86_399_999);
      const noise = { code: 'DEV_FACE_AUTH_FAIL', ms: 0, plan: PLANS[0] as DoorPlan, at, count: 3_999 };
      return readRows([jsonOf(noise, index, plan, arrived.length, random)], placeId('178')).events;
    }).flat(),
    truth: truth.toSorted(),
    places: placesOf(plan.knowsThirdParty),
    pageSize: plan.pageSize,
  };
}

/** How an entry is written down to be compared: the answer's table shows whole seconds. */
export function entryLine(at: number, who: string, door: string, place: string): string {
  return `${Math.floor(at / 1_000)} ${who} ${door} ${placeName(place)}`;
}

const placeName = (place: string): string => (place === '178' ? 'Shibuya store' : 'Office');

function play(door: DoorPlan, what: string, luck: number): Scene {
  const scene = (door.thirdParty ? WITH_THIRD_PARTY : PLAIN)[what];
  if (scene === undefined) throw new Error(`no scene is called ${what}`);
  return scene(seededRandom(luck));
}

/** A device that was offline uploads hours later; what the third party says comes from elsewhere and in time. */
function inOrderOfArrival(rows: readonly Written[], arrive: Plan['arrive'], random: Random): readonly Written[] {
  const cut = rows.length === 0 ? 0 : (rows[between(random, 0, rows.length - 1)]?.at ?? 0);
  const seenAt = ({ at, code }: Written): number => {
    if (arrive === 'in order') return at;
    if (arrive === 'in any order') return random();
    const isLate = at >= cut && !code.startsWith('VENDOR_');
    return isLate ? at + between(random, 3_600_000, 30_000_000) : at;
  };
  return rows
    .map((row) => ({ row, seenAt: seenAt(row) }))
    .toSorted((a, b) => a.seenAt - b.seenAt)
    .map(({ row }) => row);
}

/** A row as CLUe sends it; `index` is its place in the order of arrival. */
function jsonOf({ code, at, who, plan: door, count }: Written, index: number, plan: Plan, all: number, random: Random) {
  const number = 12_900_000 + Math.round(index * 10) + 10;
  const isHex = plan.ids === 'hex' || (plan.ids === 'digits, then hex' && index > all / 2);
  const hex = `6553f1c0a1b2c3d4${number.toString(16).padStart(8, '0')}`;
  const isFromDevice = code.startsWith('DEV_');
  return {
    ...(isHex ? { id: hex } : { logId: random() < 0.5 ? number : String(number) }),
    eventAt: random() < 0.8 ? at : String(at),
    placeId: Number(door.place),
    doorId: door.door,
    ...(isFromDevice && { deviceId: 902, localLogId: count }),
    // Failures and the relay name neither the door nor anybody.
    ...(who !== undefined && { doorName: door.name, ...fieldsOf(who, random) }),
    eventType: code,
  };
}

/** The guide calls the name `userName` and, in its table, `useName`. */
function fieldsOf({ userId, userName }: Someone, random: Random) {
  const name = userName === undefined ? { userName: null } : random() < 0.8 ? { userName } : { useName: userName };
  return { ...(userId !== undefined && { userId }), ...name };
}

function placesOf(knowsThirdParty: boolean): readonly PlaceView[] {
  return ['178', '179'].map((place) => ({
    id: placeId(place),
    name: placeName(place),
    doors: PLANS.filter((door) => door.place === place).map(({ door, name, thirdParty }) => ({
      id: doorId(door),
      name,
      thirdParty: thirdParty && knowsThirdParty,
    })),
    people: [],
    personName: nameKnownBefore,
  }));
}
