import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Client } from '../../e2e/support/client.js';
import { violationsOn } from '../axe.js';
import { sideways } from '../dashboard/every-page.js';
import { settled } from '../dashboard/stage.js';
import type { Ground } from './ground.js';

const UNIT = 'care';
const MODEL = 'lithium';
const HEAD = 'Team;Achieved on;Step;Colour';
const FAULTY = [
  HEAD,
  `${UNIT};25.12.2014;listening.started;red`,
  'narnia;03.02.2015;hub.launched;',
  `${UNIT};tomorrow;hub.launched;`,
];
const MENDED = [
  HEAD,
  `${UNIT};25.12.2014;listening.started;red`,
  `${UNIT};2013-03;sponsor.approved;`,
  `${UNIT};2015-Q2;hub.launched;blue`,
];

/** A sheet with faults is mended, looked at, recorded and undone again, on the pages for it. */
export function imports(ground: () => Ground): void {
  it('shows faults where they are, what a mended sheet would move, records it, and undoes it', async () => {
    const { client } = ground();
    await forget(client);
    const before = await stage();
    const visit = await ground().as('ada');
    const { page } = visit;
    await visit.open('/imports');
    await page.getByRole('link', { name: 'Import a sheet' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Import a sheet' }).waitFor();

    // nobody can tell from "Step" what it holds
    await choose(page, FAULTY);
    const columns = page.getByRole('table', { name: 'The columns of the sheet' });
    await columns.waitFor();
    await page.getByLabel('What the rows are').selectOption('milestones');
    await page.getByText('No column holds “Milestone (its key)”').waitFor();
    await columns.getByLabel('What Step is read as').selectOption('milestone');
    const faults = page.getByRole('table', { name: 'Faults by row and column' });
    await faults.waitFor();
    await settled(page);
    expect(await faults.getByRole('row').allInnerTexts()).toEqual([
      expect.stringContaining('Row'),
      expect.stringMatching(/^3\s+A: Team\s+There is no unit "narnia"/),
      expect.stringMatching(/^4\s+B: Achieved on\s+"tomorrow"/),
    ]);
    expect(await page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the faults as CSV' }).click();
    expect((await saving).suggestedFilename()).toBe('faults of list.csv');

    await page.getByRole('button', { name: 'Choose another' }).click();
    await choose(page, MENDED);
    await columns.waitFor();
    // it is read as the one with the faults was
    expect(await page.getByLabel('What the rows are').inputValue()).toBe('milestones');
    expect(await columns.getByLabel('What Step is read as').inputValue()).toBe('milestone');
    const moved = page.getByRole('table', { name: 'Standings that move' });
    await moved.waitFor();
    await settled(page);
    expect(await moved.innerText()).toContain('The social customer journey');
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await sideways(visit)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await stage()).toBe(before);

    await page.getByRole('button', { name: 'Import 3 rows' }).click();
    await page.getByRole('heading', { level: 1, name: 'Import of list.csv' }).waitFor();
    await page.getByText('3 new, 0 changed, 0 so already.').waitFor();
    await page.getByRole('cell', { name: 'Happened: Social hub launched' }).waitFor();
    const after = await stage();
    expect(after).toBeGreaterThan(before);

    await page.getByRole('button', { name: 'Undo it …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Undo this import' });
    await dialog.getByText('3 records would be taken back').waitFor();
    await dialog.getByLabel('Why').fill('The list was of another team.');
    await dialog.getByRole('button', { name: 'Undo it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('status').getByText('Undone').waitFor();
    await page.getByText('3 records taken back').waitFor();
    expect(await stage()).toBe(before);

    await page.getByRole('link', { name: 'Imports' }).click();
    const row = page.getByRole('table', { name: 'Imports, the latest first' }).getByRole('row');
    expect(await row.nth(1).innerText()).toMatch(
      /list\.csv[\s\S]*Ada Lovelace[\s\S]*3[\s\S]*Undone/,
    );
    expect(visit.complaints).toEqual([]);
    await visit.close();

    async function stage(): Promise<number> {
      const { items } = (await client.get(`/units/${UNIT}/standings`)).body as {
        readonly items: readonly {
          readonly model: string;
          readonly stage: { readonly ordinal: number } | null;
        }[];
      };
      return items.find(({ model }) => model === MODEL)?.stage?.ordinal ?? 0;
    }
  });
}

/** Undoes what an attempt before left. */
async function forget(client: Client): Promise<void> {
  const { items } = (await client.get('/imports')).body as {
    readonly items: readonly { readonly id: string; readonly state: string }[];
  };
  const left = items.filter(({ state }) => state === 'recorded');
  for (const { id } of left) await client.post(`/imports/${id}/undo`, {});
}

async function choose(page: Page, lines: readonly string[]): Promise<void> {
  await page.getByLabel('The sheet, as a file').setInputFiles({
    ...{ name: 'list.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(`${lines.join('\n')}\n`),
  });
}
