import { Buffer } from 'node:buffer';
import readWorkbook from 'read-excel-file/node';
import { getResolvedPDFJS } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client, Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { done, tellEnterprise } from './enterprise.js';

/** A text that breaks what is careless: markup, controls, turned directions, a word without end. */
const TEXT = `Straße, Ελληνικά, Українська, Tiếng Việt <b>&amp;</b>\n\n\u202Eturned\u0007 ${'long'.repeat(120)}`;
const TITLE = '=HYPERLINK("http://evil.example","Zażółć")';

let api: TestApi;
let office: Client;
let pack: Json;
beforeAll(async () => {
  api = await startTestApi();
  office = await api.newProgram('files');
  await tellEnterprise(office);
  await api.advised('files');
  await done(office.post('/board-packs', { unit: 'corp' }));
  const body = { milestone: 'sponsor.approved', occurredAt: '2012-01-01' };
  await done(office.post('/units/corp/milestones', body));
  await done(office.put('/units/south', { name: '+SUM(A1) Юг', occurredAt: '2010-01-01' }));
  pack = await done(office.post('/board-packs', { unit: 'corp', title: TITLE, text: TEXT }));
});
afterAll(() => api.stop());

async function fetched(name: string, id: string = pack.id): Promise<Response & { bytes: Buffer }> {
  const headers = { authorization: `Bearer ${office.key ?? ''}` };
  const answer = await fetch(`${api.url}/api/v1/board-packs/${id}/${name}`, { headers });
  return Object.assign(answer, { bytes: Buffer.from(await answer.arrayBuffer()) });
}

/** The kinds of parts of a document, each with the texts that stand for it. */
interface Tagged {
  readonly role: string;
  readonly alt?: string;
}

async function readPdf(bytes: Buffer) {
  const { getDocument } = await getResolvedPDFJS();
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false })
    .promise;
  const { info } = (await document.getMetadata()) as { info: Json };
  const [texts, parts] = [[] as string[], [] as Tagged[]];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    const walk = (node: Json): void => {
      if (node?.role) parts.push(node);
      for (const child of node?.children ?? []) walk(child);
    };
    walk(await page.getStructTree());
  }
  const marks = await document.getMarkInfo();
  const outline = (await document.getOutline()) as readonly Json[];
  return { info, pages: texts, text: texts.join(' ').replace(/\s+/g, ' '), parts, marks, outline };
}

describe('the PDF of a board pack', () => {
  test('is sent under a name that speaks, and is kept by nobody in between', async () => {
    const { status, headers, bytes } = await fetched('pack.pdf');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    const date = pack.asOf.slice(0, 10);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="board-pack-corp-${date}.pdf"`,
    );
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await fetched('pack.pdf')).bytes.equals(bytes)).toBe(true);
  });

  test('is tagged: title, language, headings, tables with heads, and charts that say what they show', async () => {
    const { bytes } = await fetched('pack.pdf');
    const { info, parts, marks, outline } = await readPdf(bytes);
    expect(info).toMatchObject({ Language: 'en-GB', Title: expect.stringContaining('Zażółć') });
    expect(marks).toMatchObject({ Marked: true });
    const of = (role: string) => parts.filter((part) => part.role === role);
    expect(of('H1')).toHaveLength(1);
    expect(of('H2').length).toBeGreaterThanOrEqual(8);
    expect(of('Table').length).toBeGreaterThanOrEqual(5);
    expect(of('TH').length).toBeGreaterThan(of('TR').length);
    expect(of('Figure').length).toBeGreaterThan(2);
    for (const { alt } of of('Figure')) expect(alt).toMatch(/\w+/);
    expect(bytes.toString('latin1')).toMatch(/\/Scope \/Column/);
    expect(outline.map(({ title }) => title)).toContain('Restated since the last pack');
  });

  test('opens with what was restated, and holds the figures', async () => {
    const { text, pages } = await readPdf((await fetched('pack.pdf')).bytes);
    expect(pages[0]).toContain('Restated since the last pack');
    const { figures, restated } = pack;
    expect(text).toContain(`${restated.figures.length} figures of the pack of`);
    expect(text).toContain('happened (1 Jan 2012), Contoso');
    for (const { title, units, below, distribution, of } of figures.models) {
      expect(text).toContain(title);
      expect(text).toContain(`${units} units of ${below} follow it`);
      for (const { stage } of distribution.slice(1)) {
        expect(text).toContain(`${stage.ordinal} of ${of} ${stage.name}`);
      }
    }
    for (const { title } of figures.blockers.items) expect(text).toContain(title);
    for (const { title } of figures.roadmap.items) expect(text).toContain(title.slice(0, 20));
    expect(text).toContain(`position ${pack.position}`);
    expect(text).toContain(`1 of ${pages.length}`);
    expect(text).toContain(pack.id);
  });

  test('has letters beyond Latin, and nothing of what cannot be printed', async () => {
    const { text } = await readPdf((await fetched('pack.pdf')).bytes);
    for (const words of ['Ελληνικά', 'Українська', 'Tiếng Việt', 'Straße', 'Βόρεια', 'Юг']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('<b>&amp;</b>');
    expect(text).toContain('turned');
    expect(text).not.toMatch(/[\u0007\u202E]/);
  });

  test('says that it is the first one, or that nothing was restated', async () => {
    const { items } = await done(office.get('/board-packs?unit=corp'));
    const first = await readPdf((await fetched('pack.pdf', items.at(-1).id)).bytes);
    expect(first.text).toContain('This is the first board pack of this unit.');
    const again = await done(office.post('/board-packs', { unit: 'corp' }));
    expect(again.restated.figures).toEqual([]);
    const { text } = await readPdf((await fetched('pack.pdf', again.id)).bytes);
    expect(text).toContain('Nothing was: every figure of the pack of');
  });
});

describe('the workbook of a board pack', () => {
  /** Sheets by name. */
  async function read(): Promise<Readonly<Record<string, readonly (readonly unknown[])[]>>> {
    const { bytes, status } = await fetched('pack.xlsx');
    expect(status).toBe(200);
    const sheets = await readWorkbook(bytes);
    return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]));
  }

  test('has a sheet for each part, and every unit', async () => {
    const sheets = await read();
    expect(Object.keys(sheets)).toEqual([
      ...['Summary', 'Restated', 'Parts', 'Units', 'Changes', 'Blockers', 'Best moves'],
      ...['Roadmap', 'Alerts'],
    ]);
    const [head, ...units] = sheets['Units'] ?? [];
    expect(head?.slice(0, 4)).toEqual(['Unit', 'Key', 'Kind', 'Part of']);
    expect(units.map((row) => String(row[1])).toSorted()).toEqual(
      ['corp', 'north', 'north-desk', 'south', 'south-desk'].toSorted(),
    );
    const standings = await done(office.get(`/units/north-desk/standings?asOf=${pack.asOf}`));
    const row = units.find((one) => one[1] === 'north-desk') ?? [];
    for (const { model, stage } of standings.items) {
      const at = pack.figures.models.findIndex((one: Json) => one.model === model);
      expect(row[4 + 2 * at], model).toBe(stage.ordinal);
    }
  });

  test('keeps numbers as numbers, days as days, and texts as texts', async () => {
    const sheets = await read();
    const summary = new Map((sheets['Summary'] ?? []).map((row) => [row[0], row[1]]));
    expect(summary.get('Title')).toBe(TITLE);
    expect(summary.get('Units in all')).toBe(5);
    // workbooks count days in fractions, which tell milliseconds to one or so
    const asOf = summary.get('As of (UTC)') as Date;
    expect(Math.abs(asOf.getTime() - Date.parse(pack.asOf))).toBeLessThanOrEqual(2);
    const due = (sheets['Roadmap'] ?? []).find((row) => row[2] === 'corp')?.[4];
    expect(due).toEqual(new Date('2031-12-31'));
    const parts = (sheets['Parts'] ?? []).map((row) => row[0]);
    expect(parts).toContain('+SUM(A1) Юг');
    const { bytes } = await fetched('pack.xlsx');
    expect(bytes.includes(Buffer.from('<f>'))).toBe(false);
  });

  test('holds every restated figure with its facts', async () => {
    const rows = (await read())['Restated'] ?? [];
    const told = rows.filter((row) => typeof row[5] === 'string' && row[5] !== 'Facts responsible');
    expect(told).toHaveLength(pack.restated.figures.length);
    for (const row of told) expect(row[5]).toContain('happened (1 Jan 2012), Contoso');
  });
});
