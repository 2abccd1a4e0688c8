import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settled, type Stage, type Visit } from './stage.js';

const TIME = 'header[data-time]';
/** A PNG begins with these bytes; width and height stand at 16 and 20. */
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What an executive does there: looks, goes down to the evidence, looks from another day, takes it along. */
export function executiveTasks(stage: () => Stage): void {
  let visit: Visit;
  let page: Page;
  beforeEach(async () => {
    visit = await stage().as('eve');
    ({ page } = visit);
  });
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('three clicks lead from the overview to the evidence of a criterion', async () => {
    await visit.open('/overview/quillhaven');
    await page
      .getByRole('rowheader', { name: /^Europe, Middle East & Africa/ })
      .getByRole('link')
      .click();
    await page.getByRole('heading', { level: 1, name: 'Europe, Middle East & Africa' }).waitFor();
    await rowOf(page, 'Germany').getByRole('gridcell').first().getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Germany' }).waitFor();
    await settled(page);
    const ladder = page.locator('#lithium');
    await ladder.getByRole('button', { name: /Sponsored/ }).click();
    const criterion = ladder
      .getByRole('listitem')
      .filter({ hasText: /happened/ })
      .first();
    await criterion.waitFor();
    expect(await criterion.innerText()).toMatch(/happened, .*\d{4}/);
    expect(await ladder.locator('a[target="_blank"]:visible').count()).toBeGreaterThan(0);
  });

  it('the slider of the date moves everything on the page, and leads back to now', async () => {
    await visit.open('/overview/quillhaven');
    const header = page.locator(TIME);
    expect(await header.getAttribute('data-time')).toBe('now');
    const colour = await backgroundOf(page);
    const [sentence, cells] = [await sentenceOf(page), await cellsOf(page)];
    const slider = page.getByRole('slider', { name: 'The day that the page speaks of' });
    await slider.press('PageDown');
    await page.locator(`${TIME}[data-time="past"]`).waitFor();
    await settled(page);
    expect(await header.innerText()).toMatch(/As of \d+ \w+ \d{4}/);
    expect(new URL(page.url()).searchParams.get('asOf')).toMatch(/^\d{4}-\d\d-\d\d/);
    expect(await backgroundOf(page)).not.toBe(colour);
    expect(await sentenceOf(page)).not.toBe(sentence);
    expect(await cellsOf(page)).not.toEqual(cells);
    await page.locator('#main').getByText('Median', { exact: true }).waitFor();
    await header.getByRole('button', { name: /As of/ }).click();
    await page.getByRole('button', { name: 'Back to now' }).click();
    await page.locator(`${TIME}[data-time="now"]`).waitFor();
    await settled(page);
    expect(await sentenceOf(page)).toBe(sentence);
    expect(await cellsOf(page)).toEqual(cells);
    expect(new URL(page.url()).searchParams.has('asOf')).toBe(false);
  });

  it('a link with all that was chosen shows the same to whoever opens it', async () => {
    const address =
      '/overview/emea?asOf=2025-06-01&knownAt=2025-09-01&model=altimeter&since=2025-01-01&cells=own&sort=-altimeter&span=5y';
    await visit.open(`${address}&tables=%5B%22now%22%5D`);
    await page.getByRole('heading', { name: /since/i }).first().waitFor();
    const [there, shown] = [page.url(), await everythingOn(page)];
    expect(shown).toMatch(/As of 1 Jun\w* 2025, as known 1 Sep\w* 2025/);
    const again = await stage().as('eve');
    await again.open(there);
    await again.page.getByRole('heading', { name: /since/i }).first().waitFor();
    expect(await everythingOn(again.page)).toBe(shown);
    expect(again.page.url()).toBe(there);
    await again.close();
  });

  it('a chart is a table as well, and its CSV holds the figures of the screen', async () => {
    await visit.open('/overview/quillhaven');
    const chart = page.locator('#heatmap');
    await chart.getByText('Table', { exact: true }).click();
    const table = chart.getByRole('table');
    await table.waitFor();
    const shown = await table
      .getByRole('row')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...(row as unknown as Row).cells].map(({ innerText }) => innerText.trim()),
        ),
      );
    expect(shown.length).toBeGreaterThan(5);
    expect(new URL(page.url()).searchParams.get('tables')).toContain('heatmap');
    const csv = await saved(page, chart, 'Save as CSV');
    expect(csv.name).toBe('heatmap.csv');
    expect(linesOf(csv.content.toString('utf8'))).toEqual(shown);
  });

  it.each(['now', 'heatmap', 'trend'])('the chart %s is saved as a picture', async (id) => {
    await visit.open('/overview/quillhaven');
    const { name, content } = await saved(page, page.locator(`#${id}`), 'Save as PNG');
    expect(name).toBe(`${id}.png`);
    expect(content.subarray(0, 8)).toEqual(PNG);
    expect(content.readUInt32BE(16)).toBeGreaterThan(600);
    expect(content.readUInt32BE(20)).toBeGreaterThan(100);
    expect(content.length).toBeGreaterThan(5_000);
  });
}

interface Row {
  readonly cells: Iterable<{ readonly innerText: string }>;
}

const rowOf = (page: Page, name: string): Locator =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });

const sentenceOf = (page: Page) => page.locator('#now-title').innerText();

const cellsOf = (page: Page) => page.locator('#heatmap [role="gridcell"]').allInnerTexts();

const backgroundOf = (page: Page) =>
  page.evaluate<string>(`getComputedStyle(document.querySelector('${TIME}')).backgroundColor`);

/** Every word on the page, without what is said of the connection. */
async function everythingOn(page: Page): Promise<string> {
  const texts = [
    await page.locator(`${TIME} button`).allInnerTexts(),
    await page.locator('#main').innerText(),
  ];
  return texts.flat().join('\n');
}

/** What a choice of a chart's menu saves. */
async function saved(page: Page, chart: Locator, choice: string) {
  await chart.getByRole('button', { name: /^Save or share/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: choice }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await contentOf(download) };
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

/** A CSV without line breaks in its cells, as cells. */
function linesOf(csv: string): readonly (readonly string[])[] {
  return csv
    .trim()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, -1)
        .map(([, cell = '']) => cell.replace(/^"|"$/g, '').replaceAll('""', '"') || '–'),
    );
}
