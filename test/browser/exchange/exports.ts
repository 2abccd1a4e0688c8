import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Ground } from './ground.js';

/** What a page shows leaves as a file, by the menu of the page. */
export function exports(ground: () => Ground): void {
  it('saves the units in sight from their page, and those of a subtree from its own', async () => {
    const visit = await ground().as('ada');
    const { page } = visit;
    const { items } = (await ground().client.get('/units?limit=500')).body as {
      readonly items: readonly { readonly unit: string }[];
    };
    expect(await saved('/units')).toEqual(items.map(({ unit }) => unit).sort());
    const below = await saved('/units/emea');
    expect(below).toEqual(expect.arrayContaining(['care', 'emea', 'support']));
    expect(below).not.toContain('contoso');
    expect(visit.complaints).toEqual([]);
    await visit.close();

    /** The units of the CSV file that a page gives out. */
    async function saved(path: string): Promise<readonly string[]> {
      await visit.open(path);
      await page.getByRole('button', { name: 'Export' }).click();
      const saving = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: 'Units as CSV' }).click();
      const download = await saving;
      expect(download.suggestedFilename()).toMatch(/\.csv$/);
      const [head = '', ...rows] = (await readFile(await download.path(), 'utf8'))
        .trim()
        .split(/\r?\n/);
      const at = head.replace('\uFEFF', '').split(',').indexOf('unit');
      return rows.map((row) => row.split(',')[at] ?? '').sort();
    }
  });
}
