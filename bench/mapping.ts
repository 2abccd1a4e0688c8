import { createRequire } from 'node:module';
import { applyMapping, readMapping, type ToolDelivery } from '#lib/integrations';
import { median, milliseconds, report } from './measure.js';

type Payload = Readonly<Record<string, unknown>>;
const REAL = createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly {
  readonly name: string;
  readonly examples: readonly Payload[];
}[];

const ROUNDS = 30;
const ENVIRONMENTS = { production: 'software.live', staging: 'software.tried' };
const MAPPING = [
  { id: 'issues', use: 'github/issue-labelled' },
  { id: 'milestones', use: 'github/milestone-closed' },
  { id: 'due', use: 'github/milestone-due' },
  { id: 'releases', use: 'github/release-published', with: { milestone: 'software.released' } },
  { id: 'live', use: 'github/deployment-succeeded', with: { environments: ENVIRONMENTS } },
];
/** Takes as many steps as one delivery may cost. */
const ENDLESS = [
  {
    id: 'endless',
    when: 'payload.all(a, payload.all(b, a != b || true))',
    unit: { key: "'emea'" },
    record: 'achieved',
    milestone: 'hub.launched',
    occurredAt: 'received',
  },
];

/** A mapping with all ready-made rules of GitHub, on all of its real payloads; and the most that one can cost. */
export async function mapping(): Promise<void> {
  const rules = readMapping('github', MAPPING);
  const deliveries = REAL.flatMap(({ name, examples }) =>
    examples.map((payload) => delivery(name, payload)),
  );
  let found = 0;
  const figures: number[] = [];
  for (const one of deliveries) {
    const figure = await rounds(() => {
      found += applyMapping(rules, one).findings.length;
    });
    figures.push(figure);
  }
  const inMicroseconds = (figure: number) => `${(figure * 1000).toFixed(0)} µs`;
  const what = `${deliveries.length} real payloads of GitHub, ${rules.length} rules`;
  report(`${what}: the median one`, inMicroseconds(median(figures)));
  report('the slowest one', inMicroseconds(Math.max(...figures)));
  report('facts found a round', String(found / ROUNDS));
  const readings = await rounds(() => readMapping('github', MAPPING));
  report('reading that mapping', `${readings.toFixed(2)} ms`);
  const numbers = Array.from({ length: 1_000 }, (_, index) => index);
  const endless = readMapping('generic', ENDLESS);
  const most = await rounds(() => applyMapping(endless, delivery('x', numbers)));
  report('a delivery that is stopped for taking 100,000 steps', `${most.toFixed(0)} ms`);
}

const delivery = (event: string, payload: unknown): ToolDelivery => ({
  kind: 'github',
  event,
  headers: {},
  payload,
  receivedAt: 0,
});

async function rounds(work: () => unknown): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) figures.push(await milliseconds(work));
  return median(figures);
}
