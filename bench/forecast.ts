import { backTest } from './forecast/generated.js';
import { KINDS } from './forecast/histories.js';
import { backTestShares } from './forecast/shares.js';
import { speed } from './forecast/speed.js';

/** How often what happened lay in the band that was forecast, on generated histories. */
export async function forecast(): Promise<void> {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);
  const row = (cells: readonly string[]) =>
    void process.stdout.write(
      `${(cells[0] as string).padEnd(46)}${cells
        .slice(1)
        .map((cell) => cell.padStart(9))
        .join('')}\n`,
    );
  row([
    'share of what happened within P10–P90',
    'n',
    'all',
    'next',
    'two',
    '<P10',
    '<P50',
    '<P85',
    '>P90',
    'P90 dated',
    'of these',
    'days',
    'refused',
  ]);
  for (const kind of KINDS) {
    const { all, next, two, closed, refused } = backTest(
      kind,
      Math.max(2, Math.round(2000 / kind.units)),
    );
    row([
      kind.name,
      String(all.forecasts),
      percent(all.covered),
      percent(next.covered),
      percent(two.covered),
      percent(all.below10),
      percent(all.below50),
      percent(all.below85),
      percent(all.above90),
      percent(all.closed),
      percent(closed.covered),
      String(Math.round(all.width)),
      String(refused),
    ]);
  }
  row([
    'when 60 % will be at the third stage',
    'n',
    'all',
    '<P10',
    '<P50',
    '<P85',
    '>P90',
    'P90 dated',
    'days',
  ]);
  for (const kind of KINDS) {
    const score = backTestShares(kind, Math.max(8, Math.round(6000 / kind.units)));
    const { covered, below10, below50, below85, above90, closed, width } = score;
    const shares = [covered, below10, below50, below85, above90, closed].map(percent);
    row([kind.name, String(score.forecasts), ...shares, String(Math.round(width))]);
  }
  const everything = KINDS.find(({ name }) => name === 'everything at once') ?? KINDS[0];
  for (const units of [1_000, 10_000, 100_000]) if (everything) await speed(everything, units);
}
