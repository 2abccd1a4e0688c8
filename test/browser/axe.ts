import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Nothing that runs needs style sheets or sounds to be loaded a second time. */
const OPTIONS = { resultTypes: ['violations' as const], preload: false };
const HAS_AXE = "typeof axe === 'object'";
/** Colours on their way from one to another are neither. */
const ARRIVED = `Promise.all(document.getAnimations()
  .filter((one) => one instanceof CSSTransition)
  .map((one) => one.finished.catch(() => undefined))).then(() => undefined)`;

/**
 * What axe finds on a page, a line each. It runs on the page itself: none of ours has a frame, for which
 * axe would be loaded into a second page and every result carried there, in two to four times the time.
 * @param within looks only at what this selects
 */
export async function violationsOn(page: Page, within?: string): Promise<readonly string[]> {
  await page.evaluate(ARRIVED);
  // what stays on a page need not be sent and read again
  const axeSource = (await page.evaluate<boolean>(HAS_AXE)) ? { axeSource: ';' } : {};
  const axe = new AxeBuilder({ page, ...axeSource }).setLegacyMode().options(OPTIONS);
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} (${any[0]?.message ?? ''})`),
  );
}
