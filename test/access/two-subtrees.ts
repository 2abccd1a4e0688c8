import type { Client, Json } from '../e2e/support/client.js';

/** What nobody limited to `inside` may read: part of every key and name outside. */
export const CANARY = 'zanzibar';

/** Everything that is in sight of those limited to `inside`. */
export const INSIDE = ['inside', 'inside-sales', 'inside-support'] as const;

/**
 * A program of two subtrees under one root. What lies outside `inside` is told apart by a canary, and
 * by how much of it there is.
 * @param outside how many units lie elsewhere, and how far they are
 */
export async function tellTwoSubtrees(
  client: Client,
  { outside, far }: { readonly outside: number; readonly far: boolean },
): Promise<void> {
  const at = (days: number) => new Date(Date.UTC(2015, 0, 1 + days)).toISOString().slice(0, 10);
  const root = `${CANARY}-group`;
  const units = [
    { unit: root, name: `${CANARY} Group`, kind: 'enterprise', occurredAt: '2009-01-01' },
    { unit: 'inside', name: 'Inside', kind: 'region', parent: root, occurredAt: '2010-01-01' },
    ...['inside-sales', 'inside-support'].map((unit) => ({
      unit,
      name: unit,
      kind: 'function',
      parent: 'inside',
      tags: ['shown'],
      occurredAt: '2010-01-01',
    })),
    { unit: `${CANARY}-east`, name: `${CANARY} East`, kind: 'region', parent: root },
    ...Array.from({ length: outside }, (_, index) => ({
      unit: `${CANARY}-${index}`,
      name: `${CANARY} team ${index}`,
      kind: 'function',
      // they lay inside once, and do no longer
      parent: 'inside',
      tags: ['shown'],
      owner: { name: `${CANARY} owner`, email: `${CANARY}@outside.example` },
      occurredAt: '2011-01-01',
    })),
  ];
  await done(client.post('/units', { units }));
  const achieve = (unit: string, milestone: string, occurredAt: string) =>
    done(
      client.post(`/units/${unit}/milestones`, {
        milestone,
        occurredAt,
        note: `${unit} did it`,
        evidence: [{ title: `Minutes of ${unit}`, url: `https://${unit}.example/minutes` }],
      }),
    );
  await achieve('inside', 'sponsor.approved', '2012-03-01');
  await achieve('inside-support', 'hub.launched', '2012-06-01');
  await achieve('inside-sales', 'coe.formed', '2013-02-01');
  await done(
    client.post('/units/inside-support/lapses', {
      milestone: 'hub.launched',
      occurredAt: '2014-05-01',
    }),
  );
  await done(
    client.put('/rollups/inside/targets/half', {
      model: 'lithium',
      stage: 2,
      share: 0.5,
      due: '2030-12-31',
    }),
  );
  await done(
    client.put('/units/inside-sales/targets/hub', { milestone: 'hub.launched', due: '2030-06-30' }),
  );
  for (let index = 0; index < outside; index++) {
    const unit = `${CANARY}-${index}`;
    await achieve(unit, 'sponsor.approved', '2012-04-01');
    if (far) await achieve(unit, 'hub.launched', '2013-04-01');
    await done(
      client.put(`/units/${unit}/targets/coe`, { milestone: 'coe.formed', due: '2030-01-31' }),
    );
    await done(client.put(`/units/${unit}`, { parent: `${CANARY}-east`, occurredAt: at(index) }));
  }
  await achieve(root, 'crm.integrated', '2014-01-01');
  await done(
    client.put(`/rollups/${root}/targets/all`, {
      model: 'lithium',
      stage: 3,
      share: 0.8,
      due: '2031-12-31',
    }),
  );
}

/** A key of a role, limited to `under` where that is given. */
export async function keyOf(client: Client, role: string, under?: string): Promise<string> {
  const { body } = await done(
    client.post('/keys', { name: `A ${role}`, role, ...(under ? { under } : {}) }),
  );
  return body.key as string;
}

async function done(answer: Promise<{ status: number; body: Json }>) {
  const { status, body } = await answer;
  if (status < 300) return { status, body };
  throw new Error(`${status} ${JSON.stringify(body)}`);
}
