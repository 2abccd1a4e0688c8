import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pressOn, tabTo, toContent } from './keyboard.js';
import { settled, type Stage, type Visit } from './stage.js';

const UNIT = 'new-forum';

/** What a program office decides there: which units there are, which steps are taken, what is approved. */
export function officeOrganises(stage: () => Stage): void {
  let visit: Visit;
  let page: Page;
  beforeEach(async () => {
    visit = await stage().as('olive');
    ({ page } = visit);
  });
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('adds a unit, changes it, retires it and brings it back, by keyboard', async () => {
    await visit.open('/units');
    await toContent(page);
    await pressOn(page, page.getByRole('button', { name: 'Add a unit' }));
    const adding = page.getByRole('dialog', { name: 'Add a unit' });
    await tabTo(page, adding.getByRole('textbox', { name: 'Name', exact: true }));
    await page.keyboard.type('New forum');
    await tabTo(page, adding.getByRole('combobox', { name: 'Kind' }));
    await page.keyboard.type('team');
    await page.keyboard.press('Escape');
    await tabTo(page, adding.getByRole('combobox', { name: 'Lies under' }));
    await page.keyboard.type('France');
    const france = page.getByRole('option', { name: 'France country' });
    await page.getByRole('option').first().and(france).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(page, adding.getByLabel('Since when it exists'));
    await page.keyboard.type('2024');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'New forum' }).waitFor();
    expect(await unitNow()).toMatchObject({ name: 'New forum', parent: 'france', retired: false });

    const changing = await editing('Name, kind, place, models, tags, owner …');
    await tabTo(page, changing.getByRole('textbox', { name: 'Name', exact: true }));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Forum of France');
    await tabTo(page, changing.getByLabel('Owner'));
    await page.keyboard.type('Odette');
    await tabTo(page, changing.getByLabel('Their e-mail'));
    await page.keyboard.type('odette@example.com');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Forum of France' }).waitFor();
    expect(await unitNow()).toMatchObject({ kind: 'team', owner: { name: 'Odette' } });

    const retiring = await editing('Retire …');
    await tabTo(page, retiring.getByLabel('When it ended'));
    await page.keyboard.type('March 2025');
    await page.keyboard.press('Enter');
    await retiring.waitFor({ state: 'detached' });
    await page
      .locator('#main')
      .getByText(/Retired/)
      .first()
      .waitFor();
    expect(await unitNow()).toMatchObject({ retired: true });

    const back = await editing('Bring it back …');
    await tabTo(page, back.getByLabel('From when on'));
    await page.keyboard.type('June 2025');
    await tabTo(page, back.getByLabel('Why'));
    await page.keyboard.type('It was missed');
    await pressOn(page, back.getByRole('button', { name: 'Bring it back' }));
    await back.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Log a milestone' }).first().waitFor();
    expect(await unitNow()).toMatchObject({ retired: false });
  });

  it('dismisses a next step with a reason, by keyboard, and finds it among the dismissed', async () => {
    const before = await steps();
    const [first] = before.filter(({ status }) => status === 'open');
    if (!first) throw new Error('France has no next step.');
    await visit.open('/units/france');
    await toContent(page);
    await pressOn(page, page.getByRole('button', { name: `Dismiss: ${first.title}` }));
    await tabTo(page, page.getByLabel('Why not?'));
    await page.keyboard.type('The works council decides in May.');
    await pressOn(page, page.getByRole('button', { name: 'Dismiss the step' }));
    await expect
      .poll(async () => (await steps()).find(({ id }) => id === first.id)?.status)
      .toBe('dismissed');
    await page.getByRole('button', { name: /were dismissed|was dismissed/ }).click();
    const step = page.getByRole('region', { name: 'Next steps' }).getByRole('listitem');
    await step.filter({ hasText: first.title }).getByText('Dismissed', { exact: true }).waitFor();
    const { items } = (await stage().client.get('/log?after=0&order=desc&limit=20')).body;
    const said = JSON.stringify(items.filter(({ unit }: { unit: string }) => unit === 'france'));
    expect(said).toContain('The works council decides in May.');
  });

  it('rejects a proposal of somebody else with a reason, by keyboard: nothing is recorded', async () => {
    const { client } = stage();
    const program = (await client.get('/program')).body;
    const asking = { name: program.name, approvals: { ...program.approvals, waivers: true } };
    expect((await client.put('/program', asking)).status).toBe(200);
    try {
      const wish = {
        milestone: 'sponsor.approved',
        reason: 'He will sign soon',
        expiresOn: '2031-06-30',
      };
      const proposed = await client.post('/units/germany/waivers', wish);
      expect(proposed.status, JSON.stringify(proposed.body)).toBe(202);
      const before = (await client.get('/units/germany/history')).body.items;
      await visit.open('/proposals');
      await toContent(page);
      const card = page.getByRole('article').filter({ hasText: 'He will sign soon' });
      await pressOn(page, card.getByRole('button', { name: 'Reject …' }));
      const dialog = page.getByRole('dialog', { name: 'Reject this proposal' });
      await tabTo(page, dialog.getByLabel('Why (if there is something to say)'));
      await page.keyboard.type('Not before he has signed.');
      await pressOn(page, dialog.getByRole('button', { name: 'Reject' }));
      await card.waitFor({ state: 'detached' });
      await visit.open('/proposals?state=rejected');
      await card.getByText(/Rejected on .*“Not before he has signed\.”/).waitFor();
      expect((await client.get('/units/germany/history')).body.items).toEqual(before);
    } finally {
      await client.put('/program', { name: program.name, approvals: program.approvals });
    }
  });

  const unitNow = async () => (await stage().client.get(`/units/${UNIT}`)).body;

  const steps = async (): Promise<readonly Step[]> =>
    (await stage().client.get('/units/france/recommendations?limit=100')).body.items;

  /** What a choice of the unit's menu opens. */
  async function editing(choice: string): Promise<Locator> {
    await settled(page);
    await tabTo(page, page.getByRole('button', { name: 'Edit unit' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('menuitem', { name: choice }), 'ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    return dialog;
  }
}

interface Step {
  readonly id: string;
  readonly title: string;
  readonly status: string;
}
