import { readFileSync, writeFileSync } from 'node:fs';
import type { Scenario } from './scenario.ts';
import type { Verdict } from './verdict.ts';

export type Line = { readonly scenario: Pick<Scenario, 'name' | 'injected'>; readonly verdict: Verdict };

const BEGIN = '<!-- written by npm run faults -- --table -->';
const END = '<!-- end of the table of faults -->';

/** One line of the matrix as the terminal shows it. */
export function lineOf({ scenario, verdict }: Line): string {
  const { incidents, owed, seen, lost, twice, worstDelayMs, measured } = verdict;
  const counts = `${incidents} incidents · ${seen} of ${owed} cards · lost ${lost.length} · twice ${twice.length}`;
  return [scenario.name, scenario.injected, counts, `worst delay ${inSeconds(worstDelayMs)}`, ...measured].join(' · ');
}

/** The whole matrix, for the README. */
export function tableOf(lines: readonly Line[]): string {
  const head =
    '| fault | what was injected | incidents | cards owed | cards seen | lost | twice | worst delay | also measured |';
  const rows = lines.map(({ scenario, verdict: { incidents, owed, seen, lost, twice, worstDelayMs, measured } }) =>
    [
      '',
      scenario.name,
      scenario.injected,
      incidents,
      owed,
      seen,
      lost.length,
      twice.length,
      inSeconds(worstDelayMs),
      measured.join('; '),
      '',
    ]
      .join(' | ')
      .trim(),
  );
  return [head, '|---|---|---|---|---|---|---|---|---|', ...rows].join('\n');
}

/**
 * Puts the table between its two comments.
 *
 * @throws when the file does not hold them.
 */
export function writeTable(path: string | URL, table: string): void {
  const text = readFileSync(path, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md should hold ${BEGIN} and, below it, ${END}.`);
  writeFileSync(path, `${text.slice(0, from)}${BEGIN}\n${table}\n${text.slice(to)}`);
}

function inSeconds(ms: number): string {
  return ms < 120_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms / 60_000)} min`;
}
