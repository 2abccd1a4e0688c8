import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violationsOn } from '../axe.js';
import { deskOf, showIn, type Stage } from './stage.js';

interface Opening {
  readonly what: string;
  readonly at: string;
  readonly open: (page: Page) => Promise<void>;
}

const button = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click();

const choice = (menu: string, item: RegExp) => async (page: Page) => {
  await button(menu)(page);
  await page.getByRole('menuitem', { name: item }).click();
};

/** Whatever opens over a page, and what opens it. */
const OPENINGS: readonly Opening[] = [
  { what: 'the form to log', at: '/units/germany', open: button('Log a milestone') },
  {
    what: 'setting a record straight',
    at: '/units/germany/history',
    open: async (page) => {
      await button(/^Set the record straight/)(page);
      await page.getByRole('radio').first().check();
    },
  },
  { what: 'editing a unit', at: '/units/germany', open: choice('Edit unit', /^Name, kind/) },
  { what: 'retiring a unit', at: '/units/germany', open: choice('Edit unit', /^Retire/) },
  { what: 'merging a unit', at: '/units/germany', open: choice('Edit unit', /^Merge/) },
  { what: 'adding a unit', at: '/units', open: button('Add a unit') },
  { what: 'adding several units', at: '/units', open: button('Add several') },
  { what: 'a new target', at: '/units/germany/roadmap', open: button('Add a target') },
  { what: 'the time', at: '/units/germany', open: button(/^As of now/) },
  { what: 'going to a unit', at: '/units/germany', open: button('Go to a unit') },
  {
    what: 'assigning alerts',
    at: '/alerts',
    open: async (page) => {
      await page
        .getByRole('checkbox', { name: /^Choose: / })
        .first()
        .check();
      await button('Assign')(page);
    },
  },
  { what: 'uploading a model', at: '/models', open: button('Upload a model') },
  { what: 'a model from elsewhere', at: '/models', open: button('Import from elsewhere') },
  { what: 'the files of a page', at: '/units/germany', open: button('Export') },
  { what: 'making a key', at: '/keys', open: button('Make a key') },
  { what: 'adding a person', at: '/people', open: button('Add somebody') },
  { what: 'the menu of a chart', at: '/overview/emea', open: button(/^Save or share/) },
  { what: 'the menu of oneself', at: '/units/germany', open: button(/^You: /) },
  { what: 'the menu of a unit', at: '/units/germany', open: button('Edit unit') },
  {
    what: 'adding a subscription',
    at: '/subscriptions',
    open: button('Add a subscription'),
  },
  { what: 'adding a channel', at: '/channels', open: button('Add a channel') },
  { what: 'making a board pack', at: '/board-packs', open: button('Make a board pack') },
];

const OPENED = '[role="dialog"], [role="menu"]';
const OVER = `:is(${OPENED}):visible`;

/** Whatever opens over a page has nothing that axe finds, in both colour schemes. */
export function dialogs(stage: () => Stage): void {
  const desk = deskOf(stage, 'ada', { reducedMotion: 'reduce' });
  it.each(OPENINGS)('$what is accessible', async ({ at, open }) => {
    const visit = await desk();
    const { page } = visit;
    await visit.open(at);
    await open(page);
    await page.locator(OVER).first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await showIn(page, 'dark');
    // the page below was looked at in the dark by itself
    expect(await violationsOn(page, OPENED)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator(OVER).first().waitFor({ state: 'hidden' });
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
}
