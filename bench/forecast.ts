import { backTestDemo } from './forecast/demo.js';
import { backTest } from './forecast/generated.js';
import { KINDS } from './forecast/histories.js';
import { type Judged, type Score, scoreOf } from './forecast/score.js';
import { backTestShares } from './forecast/shares.js';
import { speed } from './forecast/speed.js';

const COLUMNS = ['n', 'P10–P90', '<P10', '<P50', '<P85', '>P90', 'P90 dated', 'days', 'refused'];
/** Stories of the demo's cast that can be told, the demo's own first. */
const STORIES = ['quillhaven', 'a', 'b', 'c', 'd', 'g', 'h', 'i'];
const REFERENCE = Date.UTC(2026, 10);
const MONTHS = Array.from({ length: 13 }, (_, index) => 6 + 3 * index);

/** How often what then happened lay in the band that was forecast, and how long forecasts take. */
export async function forecast(): Promise<void> {
  row('next stage and next two', [...COLUMNS, 'next', 'two']);
  for (const kind of KINDS) {
    const found = backTest(kind, Math.max(2, Math.round(2_000 / kind.units)));
    const apart = [found.next, found.two].map(({ covered }) => percent(covered));
    row(kind.name, [...figures(found.all, found.refused), ...apart]);
  }
  const told: Judged[] = [];
  let refused = 0;
  for (const story of STORIES) {
    for (const found of backTestDemo(REFERENCE, MONTHS, story).values()) {
      told.push(...found.judged);
      refused += found.refused;
    }
    if (story === STORIES[0]) row('the demo', figures(scoreOf(told), refused));
  }
  row(`${STORIES.length} stories of its cast`, figures(scoreOf(told), refused));
  row('when 60 % will be at the third stage', COLUMNS);
  for (const kind of KINDS) {
    row(kind.name, figures(backTestShares(kind, Math.max(8, Math.round(6_000 / kind.units)))));
  }
  const everything = KINDS.find(({ name }) => name === 'everything at once') ?? KINDS[0];
  for (const units of [1_000, 10_000, 100_000]) if (everything) await speed(everything, units);
}

function figures(score: Score, refused?: number): readonly string[] {
  const { forecasts, covered, below10, below50, below85, above90, closed, width } = score;
  const shares = [covered, below10, below50, below85, above90, closed];
  const days = Number.isFinite(width) ? [String(Math.round(width))] : ['–'];
  return [
    String(forecasts),
    ...shares.map(percent),
    ...days,
    ...(refused === undefined ? [] : [`${refused}`]),
  ];
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function row(name: string, cells: readonly string[]): void {
  const line = cells.map((cell) => cell.padStart(10)).join('');
  process.stdout.write(`${name.padEnd(46)}${line}\n`);
}
