import { expect } from 'vitest';
import type { Answer, Client, Json } from '../e2e/support/client.js';

/** The body of an answer that must be a good one. */
export async function done(answer: Promise<Answer>): Promise<Json> {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/**
 * An enterprise of five units with a past: one part rose lately, one lost its sponsor; there are
 * targets for a share, late ones, reached ones and aims, and names beyond Latin.
 */
export async function tellEnterprise(office: Client): Promise<void> {
  const unit = (key: string, name: string, kind: string, parent?: string) => ({
    ...{ unit: key, name, kind, occurredAt: '2009-01-01' },
    ...(parent ? { parent } : {}),
  });
  const units = [
    unit('corp', 'Contoso', 'enterprise'),
    unit('north', 'Βόρεια', 'region', 'corp'),
    unit('south', 'Żółć i Юг', 'region', 'corp'),
    unit('north-desk', 'Ørsted desk', 'team', 'north'),
    unit('south-desk', 'Service desk', 'team', 'south'),
  ];
  await done(office.post('/units', { units }));
  await done(
    office.put('/program', {
      name: 'Contoso office',
      models: ['lithium', 'altimeter'],
      headline: 'lithium',
    }),
  );
  const achieve = (of: string, milestone: string, occurredAt: string) =>
    done(office.post(`/units/${of}/milestones`, { milestone, occurredAt }));
  await achieve('north', 'sponsor.approved', '2010-01-01');
  await achieve('north', 'hub.launched', '2010-06-01');
  await achieve('north-desk', 'sponsor.approved', daysAgo(40));
  await achieve('south', 'listening.started', '2011-01-01');
  await achieve('south', 'sponsor.approved', daysAgo(30));
  await done(
    office.post('/units/north/lapses', { milestone: 'sponsor.approved', occurredAt: daysAgo(20) }),
  );
  const owner = { name: 'Ada Lovelace', email: 'ada@contoso.example' };
  const target = (of: string, key: string, body: object) =>
    done(office.put(`/units/${of}/targets/${key}`, body));
  await target('south', 'south-hub', { milestone: 'hub.launched', due: '2013-Q1', owner });
  await target('north', 'north-hub', { milestone: 'hub.launched', due: '2012' });
  await target('north-desk', 'desk-crm', { milestone: 'crm.integrated' });
  await done(
    office.put('/rollups/corp/targets/half', {
      ...{ model: 'lithium', stage: 2, share: 0.9, due: '2031-12-31' },
    }),
  );
}
