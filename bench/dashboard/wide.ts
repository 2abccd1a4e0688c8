import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '#lib/platform';
import { median, report } from '../measure.js';
import { builtProgram } from '../program/build.js';
import { MeasuredApi } from '../rollups/measured-api.js';

const CHILDREN = 5_000;
const AT_ONCE = 1_000;
const ROUNDS = 20;
const MILESTONES = ['listening.started', 'training.established', 'hub.launched'];

/** The heatmap of a unit with 5,000 right below it, in a copy of the small program: time and bytes. */
export async function wideHeatmap(facts: number): Promise<void> {
  const built = await builtProgram({ units: 1_000, facts });
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  await cp(built.folder, folder, { recursive: true });
  const postgres = await EmbeddedPostgres.start(folder);
  const api = await MeasuredApi.start({ ...built, folder }, postgres.url);
  process.stdout.write(`\nthe heatmap of ${CHILDREN.toLocaleString('en')} units right below one\n`);
  try {
    await widen(api);
    for (const encoding of ['identity', 'gzip', 'br']) {
      const took: number[] = [];
      let bytes = 0;
      for (let round = 0; round <= ROUNDS; round++) {
        const one = await api.weigh('/rollups/many/heatmap', encoding);
        bytes = one.bytes;
        if (round > 0) took.push(one.ms);
      }
      report(
        `asked for as ${encoding}`,
        `${median(took).toFixed(0)} ms, ${(bytes / 1000).toFixed(0)} kB`,
      );
    }
  } finally {
    await api.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function widen(api: MeasuredApi): Promise<void> {
  const name = (at: number) => `many-${at}`;
  await needed(api, '/units', {
    units: [{ unit: 'many', name: 'Many', kind: 'enterprise', occurredAt: '2020-01-01' }],
  });
  for (let from = 0; from < CHILDREN; from += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, (_, at) => from + at);
    const units = some.map((at) => ({
      unit: name(at),
      name: `Unit ${at}`,
      kind: 'team',
      parent: 'many',
      occurredAt: '2020-01-01',
    }));
    await needed(api, '/units', { units });
    for (const [which, milestone] of MILESTONES.entries()) {
      const events = some
        .filter((at) => at % (which + 2) > 0)
        .map((at) => ({
          specversion: '1.0',
          id: `${milestone}-${at}`,
          source: 'bench',
          type: 'waymark.milestone.achieved.v1',
          subject: name(at),
          time: `2022-0${which + 1}-01T00:00:00Z`,
          data: { milestone },
        }));
      await needed(api, '/events', events, 'application/cloudevents-batch+json');
    }
  }
}

async function needed(api: MeasuredApi, path: string, body: object, type?: string): Promise<void> {
  const { status, body: said } = await api.post(path, body, type);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(said).slice(0, 500)}`);
}
