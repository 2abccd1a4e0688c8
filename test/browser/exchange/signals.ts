import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { answers, type Received } from '../../integrations/support/endpoint.js';
import { opened, SECRET } from '../../integrations/support/board.js';
import { done } from '../../integrations/support/tool-office.js';
import type { Ground } from './ground.js';

/** Subscriptions and channels, by their pages. */
export function signals(ground: () => Ground): void {
  it('a system is told what happens, signed; what it did not take is seen and sent again', async () => {
    const endpoint = await opened();
    const { page, open, close, complaints } = await ground().as('ada');
    await open('/subscriptions');
    await page.getByRole('button', { name: 'Add a subscription' }).click();
    const form = page.getByRole('dialog', { name: 'Add a subscription' });
    await form.getByLabel('Name').fill('board-room');
    await form.getByLabel('Address').fill(`${endpoint.url}/in`);
    await form.getByRole('checkbox', { name: 'Milestones' }).check();
    await form.getByRole('button', { name: 'Add it' }).click();
    const shown = page.getByRole('status').filter({ hasText: 'copy it now' });
    const secret = (await shown.locator('code').textContent()) ?? '';
    const verified = ({ text, headers }: Received) =>
      new Webhook(secret).verify(text, headers as Record<string, string>);

    await page.getByRole('link', { name: 'board-room' }).click();
    await page.getByRole('button', { name: 'Send a test message' }).click();
    await page.getByText('The test arrived').waitFor();
    const [test] = await endpoint.of('waymark.test.v1');
    expect(verified(test as Received)).toMatchObject({ type: 'waymark.test.v1' });

    endpoint.behaviour = answers(500, {}, 'The queue is full.');
    const wish = { milestone: 'sponsor.approved', occurredAt: '2011-03-01' };
    done(await ground().client.post('/units/support/milestones', wish));
    const row = page.getByRole('row').filter({ hasText: 'A milestone happened' });
    await row.getByText('It answered 500: The queue is full.').waitFor();
    await page.getByText(/^Failing since/).waitFor();

    endpoint.behaviour = answers(204);
    await row.getByRole('button', { name: /^Show/ }).click();
    const drawer = page.getByRole('dialog', { name: 'A milestone happened' });
    await drawer.getByRole('button', { name: 'Send it again' }).click();
    await drawer.getByRole('status').getByText('Delivered').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Delivering', { exact: true }).waitFor();
    const told = await endpoint.of('waymark.milestone.achieved.v1', 2);
    expect(new Set(told.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(verified(told.at(-1) as Received)).toMatchObject({ subject: 'support' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('people are told in a channel, which says when; a test comes in quiet hours too', async () => {
    const room = await opened();
    const { page, open, close } = await ground().as('ada');
    await open('/channels');
    await page.getByRole('button', { name: 'Add a channel' }).click();
    const form = page.getByRole('dialog', { name: 'Add a channel' });
    await form.getByLabel('Name').fill('board-room');
    await form.getByLabel('Address of the incoming webhook').fill(`${room.url}/services/hidden`);
    await form.getByLabel('When it is told').selectOption('weekly');
    await form.getByLabel('Day').selectOption('Friday');
    await form.getByRole('checkbox', { name: /^Quiet hours/ }).check();
    await form.getByLabel('Quiet from').fill('00:00');
    await form.getByLabel('Quiet until').fill('23:59');
    const means = 'A digest comes every Friday at 08:00, UTC';
    await form.getByRole('status').getByText(means).waitFor();
    await form.getByRole('button', { name: 'Add it' }).click();

    await page.getByRole('heading', { level: 1, name: 'board-room' }).waitFor();
    await page.getByText(means).waitFor();
    await page.getByText('between 00:00 and 23:59').waitFor();
    await page.getByRole('button', { name: 'Send a test message' }).click();
    await page.getByText('The test arrived').waitFor();
    expect(room.received).toMatchObject([
      { path: '/services/hidden', body: { text: expect.stringContaining('This is a test') } },
    ]);
    const row = page.getByRole('row').filter({ hasText: 'Delivered' });
    await row.getByRole('button', { name: /^Show Test message/ }).click();
    const message = page.getByRole('dialog', { name: /: a test$/ });
    await message.getByText('This is a test: the channel works.').waitFor();
    await message.getByText(room.url, { exact: true }).waitFor();
    expect(await message.getByRole('link', { name: /^Open: / }).getAttribute('href')).toBe('/');
    await close();
  });

  it('a mailbox is refused with its reason where no mail server is named', async () => {
    const { page, open, close } = await ground().as('ada');
    await open('/channels');
    await page.getByRole('button', { name: 'Add a channel' }).click();
    const form = page.getByRole('dialog', { name: 'Add a channel' });
    await form.getByText('E-mail', { exact: true }).click();
    await form.getByLabel('Name').fill('ada');
    await form.getByLabel('Mailbox').fill('ada@example.com');
    await form.getByRole('button', { name: 'Add it' }).click();
    await form.getByRole('alert').getByText('WAYMARK_SMTP_URL').waitFor();
    expect(await form.getByLabel('Mailbox').inputValue()).toBe('ada@example.com');
    await close();
  });

  it('an endpoint that is gone stands among the alerts until it is taken away', async () => {
    const endpoint = await opened();
    endpoint.behaviour = answers(410);
    const url = `${endpoint.url}/gone`;
    const wish = { url, events: ['model.adopted'], secret: SECRET };
    done(await ground().client.put('/subscriptions/old-warehouse', wish));
    const { page, open, close } = await ground().as('ada');
    await open('/subscriptions/old-warehouse');
    await page.getByRole('button', { name: 'Send a test message' }).click();
    await page.getByRole('alert').getByText('Its endpoint answered 410').waitFor();
    await open('/alerts');
    const notices = page.getByRole('region', { name: 'About integrations' });
    await notices.getByText('said that it is gone').waitFor();
    const entry = page.getByRole('link', { name: /^Subscriptions.*needs somebody$/ });
    await entry.waitFor();
    await notices.getByRole('link', { name: 'old-warehouse' }).click();
    await page.getByRole('button', { name: 'Take it away' }).click();
    const asked = page.getByRole('dialog', { name: 'Take “old-warehouse” away?' });
    await asked.getByRole('button', { name: 'Take it away' }).click();
    await page.getByRole('heading', { level: 1, name: 'Subscriptions' }).waitFor();
    await entry.waitFor({ state: 'detached' });
    await close();
  });
}
