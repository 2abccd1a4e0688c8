import { expect, it } from 'vitest';
import type { Stage } from './stage.js';

const UNIT = 'live-desk';
const WITHIN_MS = 1_000;
const NEWS = [
  ['education.started', 'Education started'],
  ['technology.selected', 'Technology selected'],
  ['standards.published', 'Standards published'],
] as const;

/** What is recorded elsewhere appears by itself, without a jump; a lost connection says so. */
export function live(stage: () => Stage): void {
  it('a milestone posted elsewhere appears within a second, and the page stays where it is', async () => {
    const { client } = stage();
    await client.put(`/units/${UNIT}`, { name: 'Live desk', kind: 'team', parent: 'real-cases' });
    for (const year of [2019, 2020, 2021, 2022, 2023, 2024]) {
      const pilot = { milestone: 'pilots.completed', occurredAt: String(year) };
      expect((await client.post(`/units/${UNIT}/milestones`, pilot)).status).toBe(201);
    }
    const visit = await stage().as('eve');
    const { page } = visit;
    await page.setViewportSize({ width: 1280, height: 500 });
    await visit.open(`/units/${UNIT}/history`);
    await page.getByText('Live', { exact: true }).waitFor();
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate<number>('scrollY')).toBeGreaterThan(200);
    const before = await page.evaluate<number>('scrollY');
    const waits: number[] = [];
    for (const [milestone, title] of NEWS) {
      const news = { milestone, occurredAt: '2018-05' };
      expect((await client.post(`/units/${UNIT}/milestones`, news)).status).toBe(201);
      const answered = performance.now();
      await page.getByRole('listitem').filter({ hasText: title }).first().waitFor();
      waits.push(performance.now() - answered);
    }
    // what else the machine does at the time makes it later, nothing makes it sooner
    expect(Math.min(...waits), `ms: ${waits.map(Math.round).join(', ')}`).toBeLessThan(WITHIN_MS);
    expect(await page.evaluate<number>('scrollY')).toBe(before);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('a lost connection says so, and what was recorded meanwhile appears when it is back', async () => {
    const { client } = stage();
    await client.put(`/units/${UNIT}`, { name: 'Live desk', kind: 'team', parent: 'real-cases' });
    const visit = await stage().as('eve');
    const { page, context } = visit;
    await visit.open(`/units/${UNIT}/history`);
    await page.getByText('Live', { exact: true }).waitFor();
    await context.setOffline(true);
    await page.getByRole('status').filter({ hasText: 'Connection lost' }).waitFor();
    const posted = await client.post(`/units/${UNIT}/milestones`, {
      milestone: 'staffing.secured',
      occurredAt: '2021-Q3',
    });
    expect(posted.status).toBe(201);
    const missed = page.getByRole('listitem').filter({ hasText: 'Staffing secured' }).first();
    expect(await missed.count()).toBe(0);
    await context.setOffline(false);
    await missed.waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await page.getByText('Connection lost').count()).toBe(0);
    expect(visit.complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one))).toEqual([]);
    await visit.close();
  });
}
