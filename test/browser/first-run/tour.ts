import { expect, it } from 'vitest';
import { pressOn } from '../dashboard/keyboard.js';
import { settled } from '../dashboard/stage.js';
import { comeBack, type Ground, leave, tourOn } from './ground.js';

const STEPS = [
  'What is where',
  'Any day, as known on any day',
  'Recording',
  'What needs you',
] as const;

/** Shown to whoever opens the pages for the first time in a browser, until it is over or dismissed. */
export function tour(ground: () => Ground): void {
  it('is gone through by keyboard, back and forth, and does not come again in this browser', async () => {
    const visit = await ground().visit();
    const { page } = visit;
    await comeBack(page);
    const step = (title: string) =>
      page.getByRole('dialog', { name: `A short tour: ${title}`, exact: true });
    for (const [index, title] of STEPS.entries()) {
      await step(title)
        .getByText(`${index + 1} of ${STEPS.length}`)
        .waitFor();
      if (title !== STEPS.at(-1)) {
        await pressOn(page, step(title).getByRole('button', { name: 'Next' }));
      }
    }
    const last = step('What needs you');
    await pressOn(page, last.getByRole('button', { name: 'Back' }));
    await pressOn(page, step('Recording').getByRole('button', { name: 'Next' }));
    await pressOn(page, last.getByRole('button', { name: 'Begin' }));
    await tourOn(page).waitFor({ state: 'detached' });

    await page.reload();
    await settled(page);
    expect(await tourOn(page).count()).toBe(0);
    await leave(page, 'Sign out');
    await comeBack(page);
    expect(await tourOn(page).count()).toBe(0);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('is dismissed by keyboard at any step, and stays so on every page', async () => {
    const visit = await ground().visit();
    const { page } = visit;
    await comeBack(page);
    await pressOn(page, tourOn(page).getByRole('button', { name: 'Next' }));
    await pressOn(page, tourOn(page).getByRole('button', { name: 'Dismiss the tour' }));
    await tourOn(page).waitFor({ state: 'detached' });
    for (const path of ['/', '/models']) {
      await visit.open(path);
      expect(await tourOn(page).count(), path).toBe(0);
    }
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
}
