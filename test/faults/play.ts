import type { Scenario } from './scenario.ts';
import { openScene } from './scene.ts';
import { isGood, type Verdict } from './verdict.ts';

/** What a played scenario leaves behind. */
export type Played = {
  readonly verdict: Verdict;
  readonly tookMs: number /** Its last lines, where it failed. */;
  readonly lines: readonly string[];
};

const LINES_KEPT = 40;

/** Plays one scenario on a stage of its own. What it throws is a promise that was not kept. */
export async function playScenario(scenario: Scenario, seed: number): Promise<Played> {
  const startedAt = performance.now();
  const scene = await openScene(seed + numberOf(scenario.name), scenario.scene);
  try {
    await scenario.play(scene).catch((error: unknown) => {
      scene.claim(false, error instanceof Error ? error.message : String(error));
    });
    const verdict = scene.verdict();
    const lines = isGood(verdict) ? [] : scene.lines().filter(isTelling).slice(-LINES_KEPT);
    return { verdict, tookMs: performance.now() - startedAt, lines };
  } finally {
    await scene.end();
  }
}

/** Scenarios of one seed do not all play the same story. */
const numberOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0) % 1_000_003;

/** Debug lines say how Bolt's sockets do. */
const isTelling = (line: string): boolean => !line.includes('"level":"debug"') && !line.includes('"level":20');
