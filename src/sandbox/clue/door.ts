import { createDevice } from './device.ts';
import { standingOf } from './door-log.ts';
import type { SandboxPlace } from './place.ts';
import { between, type Random } from './seeded-random.ts';
import type { Schedule } from './timers.ts';

/** Somebody whose face is enrolled. CLUe may know the key, the name, both, or neither. */
export type SandboxPerson = { readonly userId?: string; readonly userName?: string; readonly authId?: number };

export type DoorPlan = { readonly doorId: number; readonly doorName: string; readonly deviceId: number };

/** How a door stands, for whoever draws it: read from all that was written of it, by this building or by anybody else. */
export type DoorState = {
  readonly relay: 'locked' | 'unlocked';
  /** Left unlocked: it locks only when somebody asks for it. */
  readonly isHeld: boolean;
  readonly isOnline: boolean;
  /** Rows that the device keeps until it is online again. */
  readonly kept: number;
  readonly lastPerson?: SandboxPerson;
  readonly lastEvent?: { readonly eventType: string; readonly eventAt: number };
};

/** What can happen at a door. Each writes the rows a real device writes, those of later moments when they are due. */
export type SandboxDoor = DoorPlan & {
  /** Authenticated, relay on 25 to 78 ms later, relay off 3.0 s after that; a person in between prolongs it. */
  readonly letIn: (person: SandboxPerson) => void;
  /** The device refuses a face: one row, which names neither the door nor a person. */
  readonly refuse: () => void;
  /** Refuses so many faces, the first one now. */
  readonly failTimes: (count: number, everyMs: number) => void;
  /** The third party knows the person and lets them in. */
  readonly letInByThirdParty: (person: SandboxPerson) => void;
  /** CLUe accepts, the third party does not: silently, as in the guide, or with a VENDOR_AUTH_FAIL. */
  readonly thirdPartyRefuses: (person: SandboxPerson, how?: 'silently' | 'aloud') => void;
  /** The relay goes on with nobody before it. */
  readonly exitButton: () => void;
  /** The relay goes on, or stays on, until the door is locked again. */
  readonly leaveUnlocked: () => void;
  /** Locks an unlocked door at once; a locked one stays as it is. */
  readonly lockAgain: () => void;
  readonly cutDevice: () => void;
  readonly reconnect: () => void;
  readonly state: () => DoorState;
};

type DoorOptions = {
  readonly place: SandboxPlace;
  readonly plan: DoorPlan;
  readonly now: () => number;
  readonly after: Schedule;
  readonly random: Random;
  /** Hears that the door, or its device, stands differently now. */
  readonly changed?: () => void;
};

/** Measured on the vendor's sample: relay on 25 to 78 ms after the success, relay off 2.997 to 3.042 s later. */
const RELAY_ANSWERS_MS = [25, 78] as const;
const RELAY_STAYS_ON_MS = [2_997, 3_042] as const;
/** A call to another company's server and back; not in the sample. */
const THIRD_PARTY_ANSWERS_MS = [120, 400] as const;

export function createDoor({ place, plan, now, after, random, changed = () => {} }: DoorOptions): SandboxDoor {
  const { doorId, doorName } = plan;
  const device = createDevice(plan.deviceId, place);
  let relay: DoorState['relay'] = 'locked';
  let isHeld = false;
  let cancelLocking = () => {};

  const write = (eventType: string, eventAt: number, person?: SandboxPerson) => {
    const { authId, ...names } = person ?? {};
    device.write({
      eventAt,
      doorId,
      ...(authId !== undefined && { authId }),
      // Only rows that speak of a person name the door, as in the sample.
      ...(person !== undefined && { doorName, ...names }),
      eventType,
    });
    changed();
  };
  const at = (moment: number, task: () => void) => after(moment - now(), task);

  const lock = (moment: number) => {
    relay = 'locked';
    write('DEV_DOOR_RELAY_OFF', moment);
  };
  const unlock = (moment: number) => {
    relay = 'unlocked';
    write('DEV_DOOR_RELAY_ON', moment);
    cancelLocking();
    if (isHeld) return;
    const until = moment + between(random, ...RELAY_STAYS_ON_MS);
    cancelLocking = at(until, () => lock(until));
  };
  const unlockSoonAfter = (moment: number) => {
    const answered = moment + between(random, ...RELAY_ANSWERS_MS);
    at(answered, () => unlock(answered));
  };
  const authenticate = (person: SandboxPerson): number => {
    const moment = now();
    write('DEV_FACE_AUTH_SUCCESS', moment, person);
    return moment;
  };
  const askThirdParty = (asked: number, then: (answered: number) => void) => {
    const answered = asked + between(random, ...THIRD_PARTY_ANSWERS_MS);
    at(answered, () => then(answered));
  };
  const refuse = (moment: number) => write('DEV_FACE_AUTH_FAIL', moment);

  return {
    ...plan,
    letIn: (person) => unlockSoonAfter(authenticate(person)),
    refuse: () => refuse(now()),
    failTimes(count, everyMs) {
      const first = now();
      if (count > 0) refuse(first);
      for (let nth = 1; nth < count; nth += 1) {
        const moment = first + nth * everyMs;
        at(moment, () => refuse(moment));
      }
    },
    letInByThirdParty: (person) =>
      askThirdParty(authenticate(person), (answered) => {
        write('VENDOR_AUTH_SUCCESS', answered, person);
        unlockSoonAfter(answered);
      }),
    thirdPartyRefuses(person, how = 'silently') {
      const asked = authenticate(person);
      if (how === 'aloud') askThirdParty(asked, (answered) => write('VENDOR_AUTH_FAIL', answered, person));
    },
    exitButton: () => unlock(now()),
    leaveUnlocked() {
      isHeld = true;
      if (relay === 'locked') unlock(now());
      else cancelLocking();
      changed();
    },
    lockAgain() {
      isHeld = false;
      cancelLocking();
      if (relay === 'unlocked') lock(now());
      changed();
    },
    cutDevice() {
      device.cut();
      changed();
    },
    reconnect() {
      device.reconnect();
      changed();
    },
    state() {
      const kept = device.kept();
      const standing = standingOf([...place.rows().filter((row) => row.doorId === doorId), ...kept]);
      return {
        ...standing,
        ...(isHeld && { relay: 'unlocked' }),
        isHeld,
        isOnline: device.isOnline(),
        kept: kept.length,
      };
    },
  };
}
