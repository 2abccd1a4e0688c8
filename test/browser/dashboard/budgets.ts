import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settled, type Stage } from './stage.js';
import { traced } from './trace.js';

const ASSETS = join(import.meta.dirname, '../../../dist/web/assets');

/** What the overview may load of JavaScript before it is whole, in bytes, gzipped. */
const SCRIPTS = 250_000;
const ROWS = 5_000;
const AT_ONCE = 1_000;

/** What the dashboard may cost: bytes, and time during which it answers nobody. */
export function budgets(stage: () => Stage): void {
  it('the overview loads less than 250 kB of JavaScript', async () => {
    const visit = await stage().as('eve');
    const scripts = new Set<string>();
    visit.page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await visit.open('/overview/quillhaven');
    const sizes = await Promise.all(
      [...scripts].map(
        async (path) => (await stat(join(ASSETS, `${path.split('/').pop()}.gz`))).size,
      ),
    );
    const all = sizes.reduce((sum, size) => sum + size, 0);
    expect(sizes.length).toBeGreaterThan(3);
    expect(all, `${Math.round(all / 1000)} kB`).toBeLessThan(SCRIPTS);
    await visit.close();
  });

  it('the overview answers again within moments after it was opened', async () => {
    const visit = await stage().as('eve');
    await visit.open('/overview/quillhaven');
    const { longestTask, blocked, tasks } = await traced(visit.page, () =>
      visit.open('/overview/quillhaven'),
    );
    expect(tasks).toBeGreaterThan(50);
    // on a busy machine with two cores; alone it is a third of that
    expect(longestTask, 'ms of the longest task').toBeLessThan(1_000);
    expect(blocked, 'ms blocked in all').toBeLessThan(2_500);
    await visit.close();
  });

  it('a heatmap of 5,000 rows draws some of them and scrolls without stopping', async () => {
    const { client } = stage();
    const many = await client.put('/units/many', { name: 'Many', kind: 'enterprise' });
    expect(many.status).toBe(201);
    for (let from = 0; from < ROWS; from += AT_ONCE) {
      const units = Array.from({ length: AT_ONCE }, (_, at) => ({
        unit: `many-${from + at}`,
        name: `Unit ${String(from + at).padStart(4, '0')}`,
        kind: 'team',
        parent: 'many',
      }));
      expect((await client.post('/units', { units })).status).toBe(201);
    }
    const visit = await stage().as('ada');
    await visit.open('/overview/many');
    const grid = visit.page.getByRole('grid').first();
    await grid.waitFor();
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThanOrEqual(ROWS);
    expect(await grid.getByRole('row').count()).toBeLessThan(200);
    await grid.hover();
    const { longestTask } = await traced(visit.page, async () => {
      for (let step = 0; step < 40; step += 1) {
        await visit.page.mouse.wheel(0, 900);
        await visit.page.evaluate('new Promise((done) => requestAnimationFrame(done))');
      }
    });
    expect(longestTask, 'ms of the longest task').toBeLessThan(400);
    await settled(visit.page);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
}
