import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, Installation } from '../lifecycle/installation.js';
import { CHROMIUM, openBrowser } from './chromium.js';
import { operation } from './docs-page.js';

describe.skipIf(CHROMIUM === undefined)('the documentation page', () => {
  let installation: Installation;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    await build();
    installation = await Installation.create();
    url = (await installation.start()).url as string;
    browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await installation?.remove();
  });

  it('opens complete, with nothing from elsewhere', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
    const faults: string[] = [];
    const hosts = new Set<string>();
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => {
      if (request.url().startsWith('http')) hosts.add(new URL(request.url()).origin);
    });
    await page.goto(`${url}/api/docs`);
    const standings = await operation(page, '/units/{unit}/standings');
    await standings.locator('.opblock-summary-control').first().click();
    await standings.locator('.responses-inner').waitFor();
    await operation(page, '/log/verification');
    expect(faults).toEqual([]);
    expect([...hosts]).toEqual([new URL(url).origin]);
  });
});
