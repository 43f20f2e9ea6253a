import { type Passage, RELAY_ANSWERS_WITHIN_MS } from '../../door/passage.ts';
import type { NotUnlocked, RefusedByThirdParty } from '../door-facts.ts';
import { eachOnce } from '../door-view.ts';
import { type DoorKind, isRecent, type Sighting } from './kind.ts';
import { carryRun, extentOfRun, rowsOfRun, runsOf } from './runs.ts';

type Unanswered = RefusedByThirdParty | NotUnlocked;

/** People who authenticated and did not get in, at one door, gathered while less than a minute lies between them. */
export function unanswered<F extends Unanswered>(
  name: F['kind'],
  factsOf: (run: Omit<Unanswered, 'kind'>) => F,
): DoorKind<F> {
  return {
    name,
    of: 'door',
    sight: (view) => {
      const { now } = view;
      // The relay's row may be seen a little later than the authentication's, and a device's clock that runs ahead makes a
      // passage look as if its five seconds were over: the bot's own clock decides when there was time enough. A refusal is
      // one at once, and a row that comes later to a passage that was told takes nothing back.
      const runs = runsOf(view, (passage) => passage.kind === name && (name !== 'not-unlocked' || isSilent(passage)));
      function isSilent({ rows: [first] }: Passage): boolean {
        const seenAt = first === undefined ? undefined : view.rows.get(first)?.seenAt;
        return seenAt === undefined || Math.abs(now - seenAt) >= RELAY_ANSWERS_WITHIN_MS;
      }
      return runs.map(
        ({ passages, since, lastAt, ...run }): Sighting<F> => ({
          ...run,
          facts: factsOf({
            count: passages.length,
            since,
            lastAt,
            people: eachOnce(passages.map((one) => one.person)),
          }),
          isDue: isRecent(run.seenAt, view),
        }),
      );
    },
    extent: extentOfRun,
    carry: (known, sighted, isAtHand) => {
      const facts = carryRun(known, sighted, isAtHand);
      return facts === sighted ? sighted : { ...facts, people: eachOnce([...known.people, ...sighted.people]) };
    },
    keeps: rowsOfRun,
  };
}
