import { expect, it } from 'vitest';
import type { Stage, Who } from './stage.js';

const READS = ['Overview', 'Units', 'Roadmap', 'Alerts'];
const ASKED = ['Maturity models', 'Milestones'];
const JOINS = ['Import', 'Sources', 'Subscriptions', 'Channels'];
const RUNS = ['People', 'Groups', 'Keys', 'Audit trail'];

interface Offer {
  readonly who: Who;
  /** The pages of the navigation, from above. */
  readonly pages: readonly string[];
  /** What can be done on the page of a unit. */
  readonly unit: readonly string[];
  /** Whether the records of a unit can be set straight, and comments made. */
  readonly straight: boolean;
  readonly comments: boolean;
}

const reading = [...READS, 'Board packs', ...ASKED, 'Log'];
const deciding = [...READS, 'Proposals', 'Board packs', ...ASKED];
const recording = { unit: ['Log a milestone', 'Edit unit'], straight: true, comments: true };

/** What each may do, as it was decided: written by hand. */
const OFFERS: readonly Offer[] = [
  { who: 'ada', pages: [...deciding, ...JOINS, 'Log', ...RUNS, 'Settings'], ...recording },
  { who: 'olive', pages: [...deciding, ...JOINS, 'Log'], ...recording },
  { who: 'pia', pages: [...deciding, 'Log'], ...recording },
  { who: 'eve', pages: reading, unit: [], straight: false, comments: true },
  { who: 'emil', pages: reading, unit: [], straight: false, comments: true },
  { who: 'art', pages: [...reading, 'Audit trail'], unit: [], straight: false, comments: false },
];

/** The pages that an executive is not offered, and whom each is for. */
const CLOSED: readonly (readonly [string, string])[] = [
  ...['/people', '/groups', '/keys', '/settings'].map((path) => [path, 'administrators'] as const),
  ...['/audit', '/log/verification'].map((path) => [path, 'auditors'] as const),
  ...['/imports', '/imports/new', '/sources', '/sources/none', '/subscriptions', '/channels'].map(
    (path) => [path, 'the program office'] as const,
  ),
];

/** Each role is offered what it may do, and sees what is in its sight: nothing above, nothing beside. */
export function whatIsOffered(stage: () => Stage): void {
  it.each(OFFERS)('$who is offered what the role may do', async (offer) => {
    const visit = await stage().as(offer.who);
    const { page } = visit;
    await visit.open('/units/germany');
    const pages = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
    expect(await pages.allInnerTexts()).toEqual(offer.pages);
    for (const act of ['Log a milestone', 'Edit unit']) {
      const button = page.getByRole('button', { name: act });
      expect(await button.count(), act).toBe(offer.unit.includes(act) ? 1 : 0);
    }
    expect((await page.getByRole('button', { name: /^Log it: / }).count()) > 0).toBe(
      offer.unit.includes('Log a milestone'),
    );
    await visit.open('/units/germany/history');
    await page.getByRole('listitem').first().waitFor();
    expect((await page.getByRole('button', { name: /^Set the record straight/ }).count()) > 0).toBe(
      offer.straight,
    );
    await visit.open('/units/germany/comments');
    expect(await page.getByLabel('Your comment').count()).toBe(offer.comments ? 1 : 0);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('a page that is not for somebody says whom it is for, and asks for nothing', async () => {
    const visit = await stage().as('eve');
    const { page } = visit;
    const refused: string[] = [];
    page.on('response', (one) => one.status() === 403 && refused.push(one.url()));
    for (const [path, whom] of CLOSED) {
      await visit.open(path);
      await page.getByText('Your roles do not open this page').waitFor();
      const main = page.locator('#main');
      expect(await main.innerText(), path).toContain(`It is for ${whom}`);
      expect(await main.getByRole('textbox').or(main.getByRole('button')).count(), path).toBe(0);
    }
    expect(refused).toEqual([]);
    const back = page.getByRole('link', { name: 'Back to the overview' });
    expect(await back.getAttribute('href')).toBe('/');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('who is limited to a region sees it and what lies below, and nothing above or beside', async () => {
    const visit = await stage().as('emil');
    const { page } = visit;
    await visit.open('/');
    const heading = page.getByRole('heading', { level: 1 });
    expect(await heading.innerText()).toBe('Europe, Middle East & Africa');
    await visit.open('/units/germany');
    const way = page.getByRole('navigation', { name: 'Units above' }).getByRole('link');
    expect(await way.allInnerTexts()).toEqual(['Units', 'Europe, Middle East & Africa']);
    await page.getByRole('button', { name: 'Go to a unit' }).click();
    const found = page.getByRole('dialog').getByRole('option');
    const typed = page.getByRole('dialog').getByRole('textbox');
    await typed.fill('germany: support');
    await typed.fill('support');
    await found.filter({ hasText: 'France: customer support' }).waitFor();
    const names = await found.allInnerTexts();
    expect(names.filter((name) => /US:|Brazil|India|Japan|Canada|Mexico/.test(name))).toEqual([]);
    await typed.fill('Quillhaven');
    await page.getByText('No unit in sight is called so.').waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('a link to a unit out of sight reads as one to a unit that there is not', async () => {
    const visit = await stage().as('emil');
    const { page } = visit;
    const told = async (unit: string) => {
      await page.goto(`/units/${unit}`);
      await page.getByRole('heading', { level: 1, name: 'There is no such unit' }).waitFor();
      return (await page.locator('#main').innerText()).replaceAll(unit, 'X');
    };
    const [beside, none] = [await told('usa'), await told('no-such-unit')];
    expect(beside).toBe(none);
    expect(beside).not.toMatch(/United States/);
    await visit.close();
  });
}
