import { expect, it } from 'vitest';
import { settled } from '../dashboard/stage.js';
import { pressOn, tabTo } from '../dashboard/keyboard.js';
import { comeBack, type Ground, leave, tourOn } from './ground.js';

const LOADED_MS = 240_000;

/** The two ways to begin: a look at the demo, which leaves the program as it was, and the first unit by hand. */
export function waysToBegin(ground: () => Ground): void {
  it('the demo is loaded from the page, which tells how far it is, is visited and left; the program is as empty as before', async () => {
    const visit = await ground().visit();
    const { page } = visit;
    await comeBack(page);
    const way = page.getByRole('region', { name: 'Look at the demo' });
    await way.getByRole('button', { name: 'Load the demo' }).click();
    const told = way.getByRole('status').filter({ hasText: 'facts' });
    const into = way.getByRole('button', { name: 'Open the demo' });
    const seen: number[] = [];
    const look = async () => {
      const [text = ''] = await told.allInnerTexts();
      const [done, of] = [...text.replaceAll(',', '').matchAll(/\d+/g)].map(Number);
      if (done === undefined || of === undefined) return into.isVisible();
      expect(done).toBeLessThanOrEqual(of);
      seen.push(done);
      return false;
    };
    await expect.poll(look, { timeout: LOADED_MS, interval: 200 }).toBe(true);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBeGreaterThan(2);

    await into.click();
    await page.waitForURL('**/sign-in/link/**');
    await page.getByRole('button', { name: 'Open the demo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Quillhaven Group' }).waitFor();
    await page.getByRole('button', { name: 'You: Demo visitor' }).waitFor();
    await settled(page);
    await leave(page, 'Leave the demo');
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain(
      '__Host-waymark',
    );
    await comeBack(page);
    await page.getByRole('heading', { level: 1, name: /^Welcome to / }).waitFor();
    await way.getByRole('button', { name: 'Open the demo' }).waitFor();
    expect((await ground().api.admin.get('/log?after=0')).body.items).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('the first unit is added by hand, a milestone is logged there, and its stage seen', async () => {
    const visit = await ground().visit();
    const { page } = visit;
    await comeBack(page);
    await pressOn(page, tourOn(page).getByRole('button', { name: 'Dismiss the tour' }));
    await page.reload();
    const way = page.getByRole('region', { name: 'Record by hand' });
    await tabTo(page, way.getByLabel('Name'));
    await page.keyboard.type('–');
    await page.keyboard.press('Enter');
    await way.getByText('Give a name with a letter or a digit in it.').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Contoso');
    await pressOn(page, way.getByRole('button', { name: 'Add the first unit' }));
    await page.getByRole('heading', { level: 1, name: 'Contoso' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/units/contoso');

    await page.getByRole('button', { name: 'Log a milestone' }).first().click();
    const line = page.getByRole('group', { name: 'Milestone 1' });
    await line.getByRole('combobox', { name: 'Milestone' }).fill('management sponsor');
    await page.keyboard.press('Enter');
    await line.getByLabel('When').fill('March 2024');
    await page.getByRole('button', { name: /^Save/ }).click();
    const said = page.getByRole('status').filter({ hasText: 'recorded' });
    await said.waitFor();
    expect(await said.innerText()).toMatch(/The social customer journey/);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('#lithium').getByText('Sponsored').first().waitFor();
    const { body } = await ground().api.admin.get('/units/contoso/standings');
    const lithium = body.items.find(({ model }: { model: string }) => model === 'lithium');
    expect(lithium.stage).toMatchObject({ ordinal: 2, name: 'Sponsored' });

    await visit.open('/');
    await page.getByRole('heading', { level: 1, name: 'Contoso' }).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
}
