import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { settled, type Stage, visitIn } from './stage.js';

const MODELS = join(import.meta.dirname, '../../../models');
const PASSWORD = 'a password of nine words, none guessed';

/** What those do there who keep it running: people, keys, models, the log and the audit trail. */
export function administratorTasks(stage: () => Stage): void {
  it('adds a person and gives a role; the link lets them in to what they may see', async () => {
    const visit = await stage().as('ada');
    const { page } = visit;
    await visit.open('/people');
    await page.getByRole('button', { name: 'Add somebody' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add somebody' });
    await dialog.getByLabel('Name').fill('Nora New');
    await dialog.getByLabel('E-mail address').fill('nora@example.com');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('button', { name: /Nora New/ }).click();
    const entry = page.getByRole('region', { name: /Nora New/ });
    await entry.getByText('No role: Nora New sees nothing yet.').waitFor();
    await entry.getByLabel('Role').selectOption('executive');
    await entry.getByRole('combobox', { name: 'Reaches' }).fill('France');
    await page.getByRole('option', { name: 'France country', exact: true }).click();
    await entry.getByRole('button', { name: 'Give the role' }).click();
    await entry.getByText('Executive: France').waitFor();
    await entry.getByRole('button', { name: 'Make a link to sign in' }).click();
    const link = await entry.getByText(/\/sign-in\/link\//).innerText();
    expect(visit.complaints).toEqual([]);

    const context = await page.context().browser()?.newContext({ baseURL: stage().api.url });
    if (!context) throw new Error('The browser is gone.');
    const hers = await visitIn(context);
    await hers.page.goto(new URL(link).pathname);
    await hers.page.getByLabel(/A new password/).fill(PASSWORD);
    await hers.page.getByRole('button', { name: 'Sign in' }).click();
    await hers.page.getByRole('heading', { level: 1, name: 'France' }).waitFor();
    expect(hers.complaints).toEqual([]);
    await hers.close();
    await visit.close();
  });

  it('makes a key that works until it is revoked', async () => {
    const visit = await stage().as('ada');
    const { page } = visit;
    await visit.open('/keys');
    await page.getByRole('button', { name: 'Make a key' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make a key' });
    await dialog.getByLabel('Name').fill('The forum');
    await dialog.getByLabel('Role').selectOption('executive');
    await dialog.getByRole('button', { name: 'Make it' }).click();
    const key = await page.getByRole('status').getByText(/^wmk_/).innerText();
    const ask = () =>
      fetch(`${stage().api.url}/api/v1/units/germany`, {
        headers: { authorization: `Bearer ${key}` },
      });
    expect((await ask()).status).toBe(200);
    const row = page.getByRole('row', { name: /The forum/ });
    await row.getByRole('button', { name: /^Change/ }).click();
    await page.getByRole('menuitem', { name: 'Revoke it for good' }).click();
    await row.getByText(/^Revoked/).waitFor();
    expect((await ask()).status).toBe(401);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('uploads a version of a model, is told its faults by line, looks who moves, adopts it', async () => {
    const text = await readFile(join(MODELS, 'quintarelli.yaml'), 'utf8');
    const next = text.replace(/^version: 1$/m, 'version: 2');
    const faulty = next.replace(/^policy: .*$/m, 'policy: by-guess');
    const line = faulty.split('\n').findIndex((one) => one === 'policy: by-guess') + 1;
    const visit = await stage().as('ada');
    const { page } = visit;
    await visit.open('/models');
    await page.getByRole('button', { name: 'Upload a model' }).click();
    const dialog = page.getByRole('dialog', { name: 'Upload a model' });
    await fillIn(page, faulty);
    await dialog.getByRole('button', { name: 'Check it' }).click();
    const faults = dialog.getByRole('alert');
    await faults.waitFor();
    expect(await faults.innerText()).toMatch(new RegExp(`Line ${line}\\b`));
    await fillIn(page, next);
    await dialog.getByRole('button', { name: 'Check it' }).click();
    await dialog.getByText('Nothing is wrong with it').waitFor();
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await visit.open('/models/quintarelli/upgrade?version=2');
    await page.getByRole('heading', { level: 1, name: 'From version 1 to version 2' }).waitFor();
    await page.getByText('No unit would stand elsewhere').waitFor();
    await page.getByRole('button', { name: 'Adopt version 2' }).click();
    await page.getByRole('button', { name: 'Adopt it' }).click();
    await page.getByText('Version 2 is in force').waitFor();
    expect((await stage().client.get('/models/quintarelli')).body.version).toBe(2);
    await visit.close();
  });

  it('the auditor verifies the log and reads the audit trail', async () => {
    const visit = await stage().as('art');
    const { page } = visit;
    await visit.open('/log/verification');
    await page.getByText('The log is as it was written').waitFor();
    await page.getByRole('button', { name: 'Sign the head now' }).click();
    await page.getByText('The head is signed.').waitFor();
    await visit.open('/audit');
    const entries = page.getByRole('table', { name: 'Entries, the newest first' });
    await entries.getByText('Art').first().waitFor();
    await page.getByLabel('About').selectOption('grant.*');
    await page.waitForURL(/action=/);
    await settled(page);
    const actions = await entries.getByRole('row').locator('td:nth-child(3)').allInnerTexts();
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((one) => !one.startsWith('grant.'))).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
}

const fillIn = (page: Page, text: string) => page.getByLabel('The model, as YAML').fill(text);
