import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pressOn, tabTo, toContent } from './keyboard.js';
import { settled, type Stage, type Visit } from './stage.js';

const UNIT = 'office-desk';
/** In the order in which they are typed: some of the words, and a date as rough as it is known. */
const LOGGED = [
  ['management sponsor', 'March 2024'],
  ['listening started', '2024-Q2'],
  ['hub launched', '2024-09-17'],
] as const;

/** What a program office does there all day, by keyboard alone but for the files. */
export function officeTasks(stage: () => Stage): void {
  let visit: Visit;
  let page: Page;
  beforeEach(async () => {
    const { client } = stage();
    const unit = { name: 'Office desk', kind: 'team', parent: 'real-cases', models: ['lithium'] };
    await client.put(`/units/${UNIT}`, unit);
    visit = await stage().as('olive');
    ({ page } = visit);
  });
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('logs three milestones at once by keyboard, and is told what moved', async () => {
    await visit.open(`/units/${UNIT}`);
    await toContent(page);
    await pressOn(page, page.getByRole('button', { name: 'Log a milestone' }));
    for (const [index, [words, when]] of LOGGED.entries()) {
      const line = page.getByRole('group', { name: `Milestone ${index + 1}` });
      await tabTo(page, line.getByRole('combobox', { name: 'Milestone' }));
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
      await tabTo(page, line.getByLabel('When'));
      await page.keyboard.type(when);
      if (index < LOGGED.length - 1) await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: 'Save 3 milestones' }).waitFor();
    await page.keyboard.press('Control+Enter');
    const said = page.getByRole('status').filter({ hasText: '3 milestones recorded' });
    await said.waitFor();
    expect(await said.innerText()).toMatch(/The social customer journey/);
    await pressOn(page, page.getByRole('button', { name: 'Done' }));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const { body } = await stage().client.get(`/units/${UNIT}/standings`);
    expect(body.items[0].stage).toMatchObject({ ordinal: 3, name: 'Operationalise' });
  });

  it('sets a record straight by keyboard, sees before what changes and afterwards what is struck through', async () => {
    const logged = { milestone: 'crm.integrated', occurredAt: '2024-10' };
    await stage().client.post(`/units/${UNIT}/milestones`, logged);
    await visit.open(`/units/${UNIT}/history`);
    await toContent(page);
    const record = page.getByRole('button', {
      name: /Set the record straight: .*Social systems integrated with CRM/,
    });
    await pressOn(page, record.first());
    const dialog = page.getByRole('dialog', { name: 'Set the record straight' });
    await tabTo(page, dialog.getByRole('radio').first());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    expect(await dialog.getByRole('radio', { name: 'It never happened' }).isChecked()).toBe(true);
    await tabTo(page, dialog.getByRole('textbox').first());
    await page.keyboard.type('It was another team');
    const preview = dialog.getByRole('region', { name: 'How every standing would change' });
    await preview.getByText('The social customer journey', { exact: true }).waitFor();
    expect((await stage().client.get(`/units/${UNIT}/history`)).body.items[0].event.type).not.toBe(
      'event.retracted',
    );
    await pressOn(page, dialog.getByRole('button', { name: 'Set it straight' }));
    await dialog.getByText('The record is straight').waitFor();
    await pressOn(page, dialog.getByRole('button', { name: 'Done' }));
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Taken back on' })
      .locator('[style*="line-through"]', { hasText: 'Social systems integrated with CRM' })
      .first()
      .waitFor();
  });

  it('moves a target on the roadmap by keyboard', async () => {
    const wish = { milestone: 'coe.formed', due: '2027-03-31' };
    expect((await stage().client.put(`/units/${UNIT}/targets/coe`, wish)).status).toBeLessThan(300);
    await visit.open(`/units/${UNIT}/roadmap`);
    await toContent(page);
    await tabTo(
      page,
      page.getByRole('slider', { name: /Due date of Centre of excellence formed/ }),
    );
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Move this date?' });
    await dialog.getByText(/→/).waitFor();
    await tabTo(page, dialog.getByLabel('Why it moves'));
    await page.keyboard.type('The budget comes later');
    await pressOn(page, dialog.getByRole('button', { name: 'Move it' }));
    await dialog.waitFor({ state: 'detached' });
    const { body } = await stage().client.get(`/units/${UNIT}/roadmap`);
    const moved = body.targets.find(({ target }: { target: string }) => target === 'coe');
    expect(moved).toMatchObject({ due: '2027-04-29', firstDue: '2027-03-31', slipDays: 29 });
  });

  it('tries out what would be, by keyboard: before and after, and nothing is recorded', async () => {
    const before = await stage().client.get(`/units/${UNIT}/history`);
    await visit.open(`/units/${UNIT}/what-if`);
    await toContent(page);
    await tabTo(page, page.getByRole('combobox', { name: 'Suppose this happens' }));
    await page.keyboard.type('education started');
    await page.keyboard.press('Enter');
    const supposed = page.getByRole('list', { name: 'What is supposed' });
    await supposed.getByText(/Education started/).waitFor();
    const table = page.getByRole('table', { name: 'Now and then, by maturity model' });
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      'Maturity model',
      'Now',
      'Then',
    ]);
    await table.getByRole('row').nth(1).waitFor();
    expect(new URL(page.url()).search).toContain('education.started');
    const after = await stage().client.get(`/units/${UNIT}/history`);
    expect(after.body.items).toEqual(before.body.items);
  });

  it('comments by keyboard', async () => {
    await visit.open(`/units/${UNIT}/comments`);
    await toContent(page);
    await tabTo(page, page.getByLabel('Your comment'));
    await page.keyboard.type('We wait for the works council.');
    await page.keyboard.press('Control+Enter');
    const said = page.getByRole('article').filter({ hasText: 'We wait for the works council.' });
    await said.waitFor();
    expect(await said.innerText()).toContain('Olive');
  });

  it('acknowledges, assigns, snoozes and resolves alerts by keyboard', async () => {
    await visit.open('/alerts');
    await toContent(page);
    const choice = page.getByRole('checkbox', { name: /^Choose: / }).first();
    const name = (await choice.getAttribute('aria-label')) ?? '';
    const same = page.getByRole('checkbox', { name, exact: true }).first();
    const acts: readonly (readonly [act: string, told: RegExp])[] = [
      ['Acknowledge', /1 alert acknowledged/],
      ['Assign', /1 alert assigned/],
      ['Snooze', /1 alert snoozed until/],
    ];
    for (const [act, told] of acts) {
      await page.keyboard.press('Escape');
      await tabTo(page, same);
      await page.keyboard.press('Space');
      await page.getByText('1 alert chosen').waitFor();
      await pressAbove(page, act);
      if (act === 'Assign') {
        await tabTo(page, page.getByLabel('Or somebody else, in words'));
        await page.keyboard.type('The works council');
        await pressOn(page, page.getByRole('dialog').getByRole('button', { name: 'Assign' }));
      }
      if (act === 'Snooze') {
        const week = page.getByRole('menuitem', { name: 'For a week' });
        await tabTo(page, week, 'ArrowDown');
        await page.keyboard.press('Enter');
      }
      await page.getByText(told).first().waitFor();
      await settled(page);
    }
    await visit.open('/alerts?state=snoozed');
    await toContent(page);
    await pressOn(page, page.getByRole('checkbox', { name, exact: true }).first(), 'Space');
    expect(await page.locator('#main').innerText()).toMatch(
      /Assigned to The works council by Olive/,
    );
    await pressAbove(page, 'Resolve');
    await page
      .getByText(/1 alert resolved/)
      .first()
      .waitFor();
  });

  it('makes a board pack by keyboard; screen, PDF and XLSX tell its figures', async () => {
    await visit.open('/board-packs?unit=emea');
    await toContent(page);
    await pressOn(page, page.getByRole('button', { name: 'Make a board pack' }));
    const dialog = page.getByRole('dialog', { name: 'Make a board pack' });
    await tabTo(page, dialog.getByLabel('Title'));
    await page.keyboard.type('Autumn board');
    await tabTo(page, dialog.getByLabel('What the office says of it'));
    await page.keyboard.type('A year of small steps.');
    await pressOn(page, dialog.getByRole('button', { name: 'Make it' }));
    await page.getByRole('heading', { level: 1, name: 'Autumn board' }).waitFor();
    await settled(page);
    const id = new URL(page.url()).pathname.split('/').pop();
    const { body } = await stage().client.get(`/board-packs/${id}`);
    expect(body.figures.models.length).toBeGreaterThan(2);
    for (const model of body.figures.models) {
      const told = await page.getByRole('region', { name: model.title }).innerText();
      const units = model.distribution.map((part: { units: number }) => part.units);
      expect(told.replaceAll(/\s+/g, ' ')).toContain(`${model.units} unit`);
      for (const count of units.filter((one: number) => one > 0)) {
        expect(told.split(/\s+/)).toContain(String(count));
      }
    }
    expect((await fileOf(page, 'PDF')).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect((await fileOf(page, 'XLSX')).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  });
}

/** Goes back to a button of the bar above, and presses it. */
async function pressAbove(page: Page, name: string): Promise<void> {
  const wanted = page.locator('#main').getByRole('button', { name, exact: true });
  await tabTo(page, wanted, 'Shift+Tab');
  await page.keyboard.press('Enter');
}

async function fileOf(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#main').getByRole('link', { name, exact: true }).first().click(),
  ]);
  return readFile(await download.path());
}
