import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Json } from '../../e2e/support/client.js';
import { fromGithub, type ToolRequest } from '../../integrations/support/signing.js';
import { done } from '../../integrations/support/tool-office.js';
import { violationsOn } from '../axe.js';
import { sideways } from '../dashboard/every-page.js';
import { settled } from '../dashboard/stage.js';
import type { Ground } from './ground.js';

const SOURCE = 'shop-repository';
/** Not in the dictionary yet; a test that is tried again needs another. */
const UNKNOWN = ['shop.opened', 'shop.reopened'];
const SHOWN = 20_000;

/** A tool that tells what happened, from adding it to what it told and what went wrong. */
export function sources(ground: () => Ground): void {
  it('is added step by step, heard live; what was refused or failed is mended and replayed', async () => {
    const { client, api } = ground();
    const milestone = UNKNOWN.shift() ?? '';
    await client.delete(`/sources/${SOURCE}`);
    await client.put('/units/shop', { name: 'Shop', kind: 'team', parent: 'emea' });
    const visit = await ground().as('ada');
    const { page } = visit;
    await visit.open('/sources');
    await page.getByRole('navigation').getByRole('link', { name: 'Sources' }).waitFor();
    const secret = await addSource(page);

    // the commonest mistake: the tool has another secret
    const ping = { zen: 'Keep it logically awesome.' };
    expect(await send(fromGithub('a-secret-that-was-copied-badly', 'ping', ping))).toBe(401);
    const refusal = page.getByRole('alert').filter({ hasText: 'sent here and refused' });
    await refusal
      .getByText('another secret than the one that is valid')
      .waitFor({ timeout: SHOWN });
    await send(fromGithub(secret, 'ping', ping));
    await page.getByText('It is heard').waitFor({ timeout: SHOWN });
    await page.getByRole('link', { name: /to the source$/ }).click();
    await page.getByRole('heading', { level: 1, name: SOURCE }).waitFor();
    await page.getByRole('tab', { name: 'Deliveries' }).waitFor();
    expect(await page.getByText(secret).count()).toBe(0);
    await page.getByText('Refused before; what came since was taken').waitFor();

    // nobody reloads the page
    const rows = page.getByRole('table', { name: 'Deliveries, the newest first' }).getByRole('row');
    await send(fromGithub(secret, 'issues', closed(milestone, '2014-05-02T10:00:00Z')));
    const refused = rows.filter({ hasText: `${milestone} achieved on` });
    await refused.getByText('Rejected').waitFor({ timeout: SHOWN });
    await refused.getByText(`There is no milestone "${milestone}" in the dictionary.`).waitFor();
    await page.getByText('Needs somebody').waitFor({ timeout: SHOWN });
    await settled(page);
    expect(await violationsOn(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    // what stands beside the page slides away
    await expect.poll(() => sideways(visit)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });

    // the dictionary gets it; those that were refused are worked off again together
    const wish = { title: 'Shop opened', means: 'It sells.', category: 'organisation' };
    done(await client.put(`/milestones/${milestone}`, wish));
    await page.getByRole('link', { name: '1 rejected' }).click();
    await page.getByRole('button', { name: 'Replay those' }).click();
    await page.getByRole('button', { name: 'Replay them' }).click();
    await page.getByText('1 delivery is worked off again.').waitFor();
    await page.getByText('No delivery is rejected').waitFor({ timeout: SHOWN });
    await page.getByLabel('Outcome').selectOption('recorded');
    const recorded = rows.filter({ hasText: 'achieved on' });
    await recorded.getByRole('link', { name: 'recorded' }).waitFor({ timeout: SHOWN });
    expect((await told()).map(({ unit, type }) => [unit, type])).toEqual([
      ['shop', 'milestone.achieved'],
    ]);

    // something that nobody could foresee
    const [{ sealed }] = (await api.testDatabase.admin(
      `SELECT sealed FROM delivery WHERE event = 'issues'`,
    )) as [{ readonly sealed: Buffer }];
    const keep = (bytes: Buffer) =>
      api.testDatabase.admin(`UPDATE delivery SET sealed = $1 WHERE event = 'issues'`, [bytes]);
    await page.getByLabel('Outcome').selectOption('');
    await page.getByRole('button', { name: /^Look at issues/ }).click();
    const drawer = page.getByRole('dialog', { name: 'What came' });
    await drawer.getByText('"closed_at": "2014-05-02T10:00:00Z"').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await keep(Buffer.alloc(64));
    await drawer.getByRole('button', { name: 'Replay it' }).click();
    await drawer.getByRole('status').getByText('Failed').waitFor({ timeout: SHOWN });
    await page.getByText('1 delivery could not be worked off.').waitFor({ timeout: SHOWN });
    await keep(sealed);
    await drawer.getByRole('button', { name: 'Replay it' }).click();
    await drawer.getByRole('status').getByText('Recorded').waitFor({ timeout: SHOWN });
    await page.keyboard.press('Escape');
    await page.getByText('Healthy').waitFor({ timeout: SHOWN });
    expect(await told()).toHaveLength(1);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('gets another secret while the one before holds, is missed by whom it shall, and is taken away', async () => {
    const { client } = ground();
    const first = 'a-secret-that-both-sides-know';
    const path = '/sources/spare-repository';
    done(await client.put(path, { kind: 'github', secret: first, mapping: [] }));
    const visit = await ground().as('ada');
    const { page } = visit;
    await visit.open(`${path}?part=settings`);
    await page.getByRole('button', { name: 'Make another secret' }).click();
    await page.getByLabel('The secret of now').selectOption('P7D');
    await page.getByRole('button', { name: 'Make it' }).click();
    const shown = page.getByRole('status').filter({ hasText: 'copy it now' });
    const second = await shown.locator('code').innerText();
    await page.getByText(/^Two hold/).waitFor();
    for (const secret of [first, second]) {
      const ping = fromGithub(secret, 'ping', { zen: 'Design for failure.' });
      expect(await send(ping, 'spare-repository')).toBe(202);
    }
    await page.getByLabel('It is missed after').selectOption('P3D');
    await page
      .getByRole('region', { name: 'Silence' })
      .getByRole('button', { name: 'Save' })
      .click();
    await page.getByText(/^The next is expected by/).waitFor({ timeout: SHOWN });
    expect((await client.get(path)).body.silentAfter).toBe('P3D');

    // what is wrong with how it shall be asked is said beside its field
    const asking = page.getByRole('region', { name: 'Asking for what it missed' });
    const projects = asking.getByRole('combobox', { name: 'Repositories by their full names' });
    await projects.fill('checkout');
    await page.keyboard.press('Enter');
    await asking.getByLabel(/^A token/).fill('not-a-real-token');
    await asking.getByRole('button', { name: 'Ask it from now on' }).click();
    await asking.getByRole('alert').waitFor();
    expect(await projects.getAttribute('aria-invalid')).toBe('true');
    expect(await violationsOn(page)).toEqual([]);

    await page.getByRole('button', { name: 'Take it away' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it away' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
    expect((await client.get(path)).status).toBe(404);
    await visit.close();

    const eve = await ground().as('eve');
    await eve.open('/');
    await eve.page.getByRole('navigation').getByRole('link', { name: 'Units' }).waitFor();
    expect(await eve.page.getByRole('link', { name: 'Sources' }).count()).toBe(0);
    await eve.close();
  });

  /** Goes through the steps. @returns the secret, as it is shown this once */
  async function addSource(page: Page): Promise<string> {
    await page.getByRole('button', { name: 'Add a source' }).first().click();
    await page.getByRole('button', { name: /^GitHub/ }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill('Shop Repository');
    await form.getByRole('combobox', { name: 'All of it is about' }).fill('Shop');
    await page.getByRole('option', { name: /^Shop/ }).click();
    await form.getByRole('button', { name: 'Make the source' }).click();
    await form.getByText('Lower-case letters, digits and “-”').waitFor();
    await form.getByLabel('Name').fill(SOURCE);
    await form.getByRole('button', { name: 'Make the source' }).click();
    await page.getByText('Waiting for the first delivery').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const [address, secret = ''] = await page.getByRole('dialog').locator('code').allInnerTexts();
    expect(address).toBe(`${ground().client.url}/api/v1/webhooks/${SOURCE}`);
    return secret;
  }

  async function send({ headers, body }: ToolRequest, source = SOURCE): Promise<number> {
    const address = `${ground().client.url}/api/v1/webhooks/${source}`;
    return (await fetch(address, { method: 'POST', headers, body })).status;
  }

  async function told(): Promise<readonly Json[]> {
    const { body } = await ground().client.get('/log?limit=500');
    return body.items.filter(({ source }: Json) => source === `urn:waymark:source:${SOURCE}`);
  }
}

/** An issue of the shop that is closed. @source docs.github.com, Webhook events and payloads, issues */
const closed = (milestone: string, at: string) => ({
  action: 'closed',
  issue: {
    ...{ title: 'Open the shop', html_url: 'https://github.com/octo-org/shop/issues/7' },
    ...{ state: 'closed', state_reason: 'completed', closed_at: at, updated_at: at },
    labels: [{ name: `waymark:${milestone}` }],
  },
  repository: { full_name: 'octo-org/shop', topics: [] },
});
