import { expect, it } from 'vitest';
import { eventually } from '../../e2e/support/eventually.js';
import type { Json } from '../../e2e/support/client.js';
import { fromGithub, type ToolRequest } from '../../integrations/support/signing.js';
import { done, SECRET } from '../../integrations/support/tool-office.js';
import { violationsOn } from '../axe.js';
import { sideways } from '../dashboard/every-page.js';
import { settled, type Visit } from '../dashboard/stage.js';
import type { Ground } from './ground.js';

/** It waits for releases, while the tool tells of milestones. */
const RULE = {
  id: 'sponsored',
  when: 'event == "release"',
  unit: { external: 'payload.repository.name' },
  record: 'achieved',
  milestone: 'sponsor.approved',
  occurredAt: 'payload.milestone.closed_at',
};
const MODEL = 'The social customer journey';

const closed = (repository: string) =>
  fromGithub(SECRET, 'milestone', {
    action: 'closed',
    milestone: { title: 'Sponsor approved', closed_at: '2011-03-01T10:00:00Z' },
    repository: { name: repository },
  });

/** How what a tool tells is read: the rules, the names that wait, and the way back, by their pages. */
export function mapping(ground: () => Ground): void {
  it('a rule is mended, tried and saved; a name is matched; what came of it is taken back', async () => {
    const unit = `octopus-${crypto.randomUUID().slice(0, 8)}`;
    const source = `rules-of-${unit}`;
    const office = await begin(unit, source);
    await office.sends(closed(unit));
    const visit = await ground().as('ada');
    const { page } = visit;
    await visit.open(`/sources/${source}?part=mapping`);

    const text = page.getByLabel('The rules, as YAML');
    await text.waitFor();
    const card = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { name: 'sponsored' }),
    });
    await card.getByText('event is “release”').waitFor();
    await text.fill((await text.inputValue()).replace('== "release"', '= "milestone"'));
    await card.getByText(/^Line 2: This is not CEL/).waitFor();
    const save = page.getByRole('button', { name: 'Save as version 2' });
    expect(await save.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Line 2' }).click();
    const caret = 'document.activeElement.value.slice(0, document.activeElement.selectionStart)';
    expect(await page.evaluate(`${caret}.split('\\n').length`)).toBe(2);
    expect(await violationsOn(page)).toEqual([]);

    await page.getByRole('tab', { name: 'Undo' }).click();
    const question = page.getByRole('dialog', { name: 'Throw away what you typed?' });
    await question.getByRole('button', { name: 'Keep writing' }).click();
    await text.fill((await text.inputValue()).replace('= "milestone"', '== "milestone"'));
    await page.getByText('Nothing is wrong with them.').waitFor();
    await text.fill((await text.inputValue()).replace('sponsor.approved', 'sponsor.aproved'));
    await card.getByText(/Did you mean sponsor.approved\?/).waitFor();
    await text.fill((await text.inputValue()).replace('sponsor.aproved', 'sponsor.approved'));
    await page.getByRole('button', { name: 'Dry run' }).click();
    const result = page.getByRole('region', { name: 'What it would record' });
    await result.getByText('1 delivery read; 1 of them tells something.').waitFor();
    await result.getByRole('row').filter({ hasText: 'Would be recorded' }).waitFor();
    const moves = result.getByRole('region', { name: 'Standings that would change' });
    await moves.getByText(MODEL).waitFor();
    await moves.getByText('2 of 5 · Sponsored').waitFor();
    expect(await office.stage()).toBe(1);
    await save.click();
    await page.getByText('Version 2 is in force').first().waitFor();

    // what was before can be looked at, and be put back into the text
    await page.getByRole('button', { name: 'Look at version 1' }).click();
    const beside = page.getByRole('dialog', { name: 'Version 1, beside version 2' });
    await beside.getByText('event == "release"').waitFor();
    await settled(page);
    expect(await violationsOn(page)).toEqual([]);
    await beside.getByRole('button', { name: 'Put this one back' }).click();
    await page.getByRole('button', { name: 'Save as version 3' }).waitFor();
    expect(await text.inputValue()).toContain('"release"');
    await page.getByRole('button', { name: 'Throw it away' }).click();

    await office.sends(closed('kraken'));
    await page.getByRole('tab', { name: /^Unmatched/ }).click();
    const name = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { name: 'kraken' }),
    });
    await name.getByText(/^Happened: Management sponsor approved/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const choice = name.getByLabel('Which unit is kraken?');
    await choice.fill(unit);
    await page.getByRole('option', { name: `The ${unit}` }).click();
    await name.getByRole('button', { name: /^Remember it/ }).click();
    const answer = page.getByRole('status').filter({ hasText: `kraken is The ${unit}` });
    await answer.getByText('Recorded', { exact: true }).waitFor();
    await page.getByRole('table', { name: 'Names that are matched' }).getByText('kraken').waitFor();
    await eventually(async () => ((await office.stage()) === 2 ? true : undefined));

    await page.getByRole('tab', { name: 'Undo' }).click();
    await page.getByLabel('Found by').selectOption('2');
    await page.getByRole('button', { name: 'Show what that is' }).click();
    const shown = page.getByRole('region', { name: 'What would be taken back' });
    const facts = shown.getByRole('table', { name: 'Facts that would be taken back' });
    await facts.getByText('Happened: Management sponsor approved').waitFor();
    await shown.getByText(MODEL).waitFor();
    await settled(page);
    expect(await violationsOn(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    // once the frame has given its room to the page
    await eventually(async () => ((await sideways(visit)) <= 0 ? true : undefined));
    await page.getByRole('button', { name: 'Take it back …' }).click();
    const dialog = page.getByRole('dialog', { name: `Take back 1 fact of ${source}` });
    await dialog.getByLabel('Why').fill('Sponsors are approved elsewhere');
    await dialog.getByRole('button', { name: 'Take back 1 fact' }).click();
    await page.getByText('1 fact taken back').waitFor();
    await eventually(async () => ((await office.stage()) === 1 ? true : undefined));
    expect(await office.reasons()).toEqual(['Sponsors are approved elsewhere']);
    await page.getByRole('tab', { name: 'Deliveries' }).click();
    const list = page.getByRole('table', { name: 'Deliveries, the newest first' });
    await list.getByText('Taken back', { exact: true }).waitFor();
    expect(unexpected(visit)).toEqual([]);
    await visit.close();
  });

  /** A unit, and a tool that tells about it. */
  async function begin(unit: string, source: string) {
    const { client } = ground();
    const about = { name: `The ${unit}`, kind: 'team', parent: 'emea', occurredAt: '2010-01-01' };
    done(await client.put(`/units/${unit}`, about));
    done(
      await client.put(`/sources/${source}`, { kind: 'github', secret: SECRET, mapping: [RULE] }),
    );
    return {
      /** Resolves once the worker has read it. */
      sends: async ({ headers, body }: ToolRequest) => {
        const url = `${client.url}/api/v1/webhooks/${source}`;
        const answer = await fetch(url, { method: 'POST', headers, body });
        expect(answer.status).toBe(202);
        await eventually(async () => {
          const { health } = (await client.get(`/sources/${source}`)).body as Json;
          return health.received === 0 ? true : undefined;
        });
      },
      stage: async (): Promise<number> => {
        const { items } = (await client.get(`/units/${unit}/standings`)).body as Json;
        return items.find(({ model }: Json) => model === 'lithium').stage.ordinal;
      },
      reasons: async (): Promise<readonly string[]> => {
        const path = `/log?unit=${unit}&type=event.retracted`;
        const { items } = (await client.get(path)).body as Json;
        return items.map(({ data }: Json) => data.reason);
      },
    };
  }
}

/** What the browser complained of, but for the answer that says what is wrong with a rule. */
const unexpected = ({ complaints }: Pick<Visit, 'complaints'>) =>
  complaints.filter((complaint) => !complaint.includes('422'));
