import { median, report } from './measure.js';
import { type Load, Visitor } from './dashboard/visitor.js';
import { wideHeatmap } from './dashboard/wide.js';
import { EmbeddedPostgres } from '#lib/platform';
import { builtProgram } from './program/build.js';
import { MeasuredApi } from './rollups/measured-api.js';

/** As for the rollups: `BENCH_UNITS=1000,100000`. */
const SIZES = (process.env.BENCH_UNITS ?? '1000,10000').split(',').map(Number);
const FACTS = Number(process.env.BENCH_FACTS ?? 50);
const ROUNDS = 5;
const BOUND_MS = 1_500;

/**
 * The overview in a headless Chromium, opened by an executive who is signed in, from the navigation
 * until it can be used; then the heatmap of a unit with 5,000 right below it.
 */
export async function dashboard(): Promise<void> {
  for (const units of SIZES) await overview(units);
  await wideHeatmap(FACTS);
}

async function overview(size: number): Promise<void> {
  const built = await builtProgram({ units: size, facts: FACTS });
  const postgres = await EmbeddedPostgres.start(built.folder);
  const api = await MeasuredApi.start(built, postgres.url);
  process.stdout.write(`\n${size.toLocaleString('en')} units\n`);
  try {
    const { units } = (await api.get('/rollups/group')) as { readonly units: number };
    const visitor = await Visitor.arrive(api);
    const figure = units.toLocaleString('en');
    try {
      // the first visit after a start reads the program into memory
      const { cold: first } = await visitor.open('/', figure);
      report('the first visit after the start, interactive', seconds(first.interactive));
      const rounds = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await visitor.open('/', figure));
      tell(
        'nothing in the browser’s cache',
        rounds.map(({ cold }) => cold),
      );
      tell(
        'with its cache',
        rounds.map(({ warm }) => warm),
      );
    } finally {
      await visitor.leave();
    }
  } finally {
    await api.stop();
    await postgres.stop();
  }
}

function tell(how: string, loads: readonly Load[]): void {
  const of = (figure: keyof Load) => median(loads.map((load) => load[figure]));
  const worst = Math.max(...loads.map(({ interactive }) => interactive));
  report(`${how}: figures, heatmap, distribution shown`, seconds(of('shown')));
  report(
    `${how}: interactive (at most ${seconds(BOUND_MS)})`,
    `${seconds(of('interactive'))}, the slowest of ${loads.length} ${seconds(worst)}`,
  );
  report(`${how}: received until then`, `${(of('bytes') / 1000).toFixed(0)} kB`);
  report(`${how}: the frame after a click in the heatmap`, `${of('clicked').toFixed(0)} ms`);
  report(`${how}: the overview that the click leads to, shown`, seconds(of('below')));
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
