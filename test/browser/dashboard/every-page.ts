import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Page as PagePath, PAGES } from '#lib/client';
import { violationsOn } from '../axe.js';
import { deskOf, settled, showIn, type Stage, type Visit } from './stage.js';

/** Where pictures of every page are kept: build artefacts. */
const PICTURES = join(import.meta.dirname, '../../../test-results/pages');

const WIDTHS = [1440, 768, 360] as const;
const SCHEMES = ['light', 'dark'] as const;

/** What stands in the addresses of the demo. */
const NAMES: Readonly<Record<string, string>> = { unit: 'germany', model: 'lithium' };

/** Every page at every width in both colour schemes: axe finds nothing, and nothing is cut off. */
export function everyPage(stage: () => Stage): void {
  const desk = deskOf(stage, 'ada', { reducedMotion: 'reduce' });
  it.each(PAGES)('%s: accessible, whole at 320 px and 200 %, and pictured', async (path) => {
    const visit = await desk();
    const address = await addressOf(path, stage());
    await visit.page.setViewportSize({ width: 1440, height: 1200 });
    await visit.open(address);
    for (const scheme of SCHEMES) {
      await showIn(visit.page, scheme);
      await visit.page.setViewportSize({ width: 1440, height: 1200 });
      await settled(visit.page);
      expect(await violationsOn(visit.page), scheme).toEqual([]);
      await pictures(visit, path, scheme);
    }
    await visit.page.setViewportSize({ width: 320, height: 700 });
    expect(await sideways(visit), '320 px').toBeLessThanOrEqual(0);
    expect(await hidingTables(visit), 'tables that hide columns without a sign').toBe(0);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
}

/** How many pixels a page is wider than the window. */
export function sideways({ page }: Visit): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}

/** How many tables are wider than where they are seen, and do not say so. */
function hidingTables({ page }: Visit): Promise<number> {
  return page.evaluate<number>(`[...document.querySelectorAll('table')].filter((table) => {
    const { right } = table.getBoundingClientRect();
    return right > innerWidth && !table.closest('[data-more]');
  }).length`);
}

async function addressOf(path: PagePath, { client }: Stage): Promise<string> {
  if (path === '/board-packs/:pack') {
    const made = await client.post('/board-packs', { unit: 'emea', text: 'A good year.' });
    return `/board-packs/${(made.body as { readonly id: string }).id}`;
  }
  if (path === '/subscriptions/:subscription') {
    await client.put('/subscriptions/board-room', {
      ...{ url: 'https://hooks.contoso.example/waymark', events: ['milestone.*', 'alert.opened'] },
      ...{ under: 'emea', secret: `whsec_${randomBytes(32).toString('base64')}` },
    });
    return '/subscriptions/board-room';
  }
  if (path === '/channels/:channel') {
    await client.put('/channels/board-room', {
      ...{ kind: 'slack', address: 'https://hooks.slack.com/services/T0/B0/hidden' },
      as: { digest: 'weekly', hour: 8, zone: 'Europe/Berlin' },
    });
    return '/channels/board-room';
  }
  if (path === '/sources/:source') {
    const secret = randomBytes(32).toString('hex');
    await client.put('/sources/pipelines', { kind: 'generic', secret, mapping: [] });
    const told = { type: 'deployed', unit: 'germany' };
    await client.send('POST', '/webhooks/pipelines', JSON.stringify(told), {
      ...{ 'content-type': 'application/json', 'x-waymark-token': secret },
    });
    return '/sources/pipelines';
  }
  if (path === '/imports/:import') {
    const row = 'unit,milestone,date\nfrance,value-chain.opened,2019-03\n';
    const { body } = await client.send('POST', '/imports', row, { 'content-type': 'text/csv' });
    const { id } = body as { readonly id: string };
    // nobody else is to find it
    await client.post(`/imports/${id}/undo`, {});
    return `/imports/${id}`;
  }
  return path.replace(/:(\w+)/g, (_, name: string) => NAMES[name] ?? name);
}

async function pictures({ page }: Visit, path: string, scheme: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const name = path === '/' ? 'top' : path.slice(1).replaceAll(/[/:]+/g, '-');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 1200 });
    await page.screenshot({ path: join(PICTURES, `${name}-${width}-${scheme}.png`) });
  }
}
