import type { Client } from './client.js';
import type { TestApi } from './test-api.js';

/** A program that follows one model: a group, a region in it, and a desk in that. */
export async function plannedProgram(api: TestApi, id: string): Promise<Client> {
  const client = await api.newProgram(id);
  await client.put('/program', { name: 'Roadmap', models: ['lithium'], headline: 'lithium' });
  const units = [
    { unit: 'group', name: 'Group', kind: 'enterprise' },
    { unit: 'emea', name: 'EMEA', kind: 'region', parent: 'group' },
    { unit: 'desk', name: 'Desk', kind: 'team', parent: 'emea', tags: ['pilot'] },
  ].map((unit) => ({ ...unit, occurredAt: '2008-01-01' }));
  const { status, body } = await client.post('/units', { units });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return client;
}
