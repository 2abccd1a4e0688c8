import type { Locator, Page } from 'playwright-core';

const STEPS = 200;

/** An operation on the page of the API, which draws those alone that are in sight. */
export async function operation(page: Page, path: string): Promise<Locator> {
  const found = page.locator('.opblock', { hasText: path }).first();
  await page.locator('.opblock').first().waitFor();
  for (let step = 0; step < STEPS && !(await found.isVisible()); step++) {
    await page.evaluate('scrollBy(0, 400), new Promise(requestAnimationFrame)');
  }
  await found.waitFor();
  return found;
}
