import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { settled } from '../dashboard/stage.js';
import type { Ground } from './ground.js';

const MODEL = join(import.meta.dirname, '../../../models/altimeter.yaml');
const SAYS = 'Executives stand behind it themselves.';
/** How long the worker may take to read the whole demo anew, with the advice on it before. */
const IN_FORCE_MS = 240_000;

interface Move {
  readonly unit: string;
  readonly from: { readonly ordinal: number } | null;
  readonly to: { readonly ordinal: number } | null;
  readonly criteria: readonly string[];
}

/** A version under which units rise and fall is looked at before, adopted, and in force for all of them. */
export function upgrade(ground: () => Ground): void {
  it('names who would rise and fall by which criterion, and is so when it is in force', async () => {
    const { api } = ground();
    await api.admin.post('/demo');
    await expect
      .poll(async () => (await api.admin.get('/demo')).body.state, { timeout: IN_FORCE_MS })
      .toBe('ready');
    const { url } = (await api.admin.post('/demo/visit')).body;
    const visit = await ground().visit();
    const { page } = visit;
    await page.goto(new URL(url).pathname);
    await page.getByRole('button', { name: 'Open the demo' }).click();
    await page.waitForURL((address) => address.pathname === '/');
    await page.evaluate("localStorage.setItem('waymark-tour-seen', 'true')");
    await visit.open('/units/france');
    await page.locator('#altimeter').getByText('4 of 6 · Formalized').first().waitFor();

    await upload(page, await nextVersion());
    await page.getByRole('heading', { level: 1, name: 'From version 1 to version 2' }).waitFor();
    await settled(page);
    const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
    const shown = await rows.allInnerTexts();
    const preview = await ask(page, '/api/v1/models/altimeter/upgrade?to=2&limit=500');
    const moves = preview.items as readonly Move[];
    expect(shown).toHaveLength(moves.length);
    for (const [index, { unit, criteria }] of moves.entries()) {
      for (const word of [unit, ...criteria]) expect(shown[index]).toContain(word);
    }
    const falls = moves.filter(({ from, to }) => (to?.ordinal ?? -1) < (from?.ordinal ?? -1));
    expect(falls.map(({ unit }) => unit)).toContain('france');
    expect(falls.length).toBeLessThan(moves.length);
    expect(await page.getByLabel('falls').count()).toBe(falls.length);
    expect(await page.getByLabel('rises').count()).toBe(moves.length - falls.length);
    const france = rows.filter({ has: page.getByRole('link', { name: 'france', exact: true }) });
    expect(await france.innerText()).toMatch(/Formalized[\s\S]*Engagement[\s\S]*behind-it/);

    await page.getByRole('button', { name: 'Adopt version 2' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Adopt it' }).click();
    await page.getByText('Version 2 is in force').waitFor({ timeout: IN_FORCE_MS });
    for (const { unit, to } of moves) {
      const { items } = await ask(page, `/api/v1/units/${unit}/standings`);
      const one = items.find(({ model }: { model: string }) => model === 'altimeter');
      expect([unit, one.modelVersion, one.stage?.ordinal]).toEqual([unit, 2, to?.ordinal]);
    }
    await visit.open('/units/france');
    await page.locator('#altimeter').getByText('3 of 6 · Engagement').first().waitFor();
    await page.locator('#altimeter').getByText(SAYS).first().waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
}

/** A first step is enough to begin with, and the fourth stage asks for more. */
async function nextVersion(): Promise<string> {
  const text = await readFile(MODEL, 'utf8');
  const governance = '        when: { milestone: governance.established, scope: up }\n';
  const more = `      - id: behind-it\n        says: ${SAYS}\n        when: { milestone: executives.engaged }\n`;
  return text
    .replace(/^version: 1$/m, 'version: 2')
    .replace('needs: { atLeast: 2, inferred: true }', 'needs: { atLeast: 1, inferred: true }')
    .replace(governance, `${governance}${more}`);
}

/** Takes a version in by the page of the models, and goes on to its preview. */
async function upload(page: Page, text: string): Promise<void> {
  await page.goto('/models');
  await page.getByRole('button', { name: 'Upload a model' }).click();
  const dialog = page.getByRole('dialog', { name: 'Upload a model' });
  await dialog.getByLabel('The model, as YAML').fill(text);
  await dialog.getByRole('button', { name: 'Check it' }).click();
  await dialog.getByText('Nothing is wrong with it').waitFor();
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.goto('/models/altimeter');
  await page.getByLabel('Version', { exact: true }).selectOption('2');
  await page.getByRole('link', { name: 'Preview and adopt it' }).click();
}

/** What the api answers to whoever is signed in on a page. */
async function ask(page: Page, path: string): Promise<ReturnType<typeof JSON.parse>> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  return answer.json();
}
