import { expect, it } from 'vitest';
import { makeFirstLink } from '#lib/access';
import { violationsOn } from '../axe.js';
import { sideways } from '../dashboard/every-page.js';
import { settled } from '../dashboard/stage.js';
import { ADA, comeBack, type Ground, tourOn } from './ground.js';

/** The first administrator comes by the link of the start, and is offered ways to begin. */
export function beginnings(ground: () => Ground): void {
  it('comes by the link of the start, and is welcomed with ways to begin', async () => {
    const { api } = ground();
    const link = await makeFirstLink(api.database, api.foundation.clock);
    const visit = await ground().visit();
    const { page } = visit;
    await page.goto(`/sign-in/link/${link?.token}`);
    await page.getByLabel('Your name').fill(ADA.name);
    await page.getByLabel('Your e-mail address').fill(ADA.email);
    await page.getByLabel(/A new password/).fill(ADA.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: /^Welcome to / }).waitFor();
    await settled(page);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Look at the demo',
      'Record by hand',
      'Begin with a sheet',
      'Let others in',
    ]);
    await page.getByRole('button', { name: `You: ${ADA.name}` }).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it.each(['light', 'dark'] as const)(
    'reads the welcome and the tour beside it without hindrance, in %s colours',
    async (colorScheme) => {
      const visit = await ground().visit();
      const { page } = visit;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await comeBack(page);
      await tourOn(page).waitFor();
      await expect.poll(() => violationsOn(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      await expect.poll(() => sideways(visit)).toBeLessThanOrEqual(0);
      expect(visit.complaints).toEqual([]);
      await visit.close();
    },
  );
}
