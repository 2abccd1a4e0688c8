import type { Locator, Page } from 'playwright-core';

/** As many steps as somebody takes at most from the content's beginning to what they want. */
const MOST_STEPS = 150;

/** Goes on with Tab until the focus is on something, as somebody without a pointer does. @param key `Shift+Tab` goes back */
export async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  await wanted.waitFor();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await hasFocus(page, wanted)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${wanted} within ${MOST_STEPS} steps.`);
}

/** Goes there with Tab, and presses a key on it. */
export async function pressOn(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

/** Passes the header and the navigation by the link that is there for it. */
export async function toContent(page: Page): Promise<void> {
  await pressOn(page, page.getByRole('link', { name: 'Go to the content' }));
}

async function hasFocus(page: Page, element: Locator): Promise<boolean> {
  return (await element.and(page.locator(':focus')).count()) > 0;
}
