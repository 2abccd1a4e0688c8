import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Client, Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { github } from '../mappings/support.js';
import { bash } from './bash.js';

const PAGE = join(resolve(import.meta.dirname, '../..'), 'docs/cloud-events.md');

describe('the page about CloudEvents', () => {
  let api: TestApi;
  let program: Client;
  let page: string;
  let key: string;
  beforeAll(async () => {
    api = await startTestApi();
    program = await api.newProgram('pushing');
    await program.put('/units/germany-support', {
      name: 'Germany: customer support',
      kind: 'team',
    });
    ({ key } = (await program.post('/keys', { name: 'CI', role: 'integration' })).body);
    page = await readFile(PAGE, 'utf8');
  });
  afterAll(() => api.stop());

  const block = (language: string) =>
    new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';

  it('has a line for a terminal that records a fact once', async () => {
    const variables = { WAYMARK: api.url, KEY: key };
    const first = await bash(block('sh'), variables);
    expect(first).toMatchObject({ code: 0, answer: { id: 'build-71', status: 'recorded' } });
    const again = await bash(block('sh'), variables);
    expect(again.answer).toEqual({ ...first.answer, status: 'duplicate' });
  });

  it('has a step for GitHub Actions that records a fact, and fails where it is refused', async () => {
    const workflow = parse(block('yaml')) as Json;
    expect(workflow.on).toBe('deployment_status');
    const [step] = workflow.jobs.tell.steps;
    // nothing that GitHub fills in stands in the script itself
    expect(step.run).not.toContain('${{');
    const event = github('deployment_status', 'created', (payload) => {
      payload.deployment.ref = 'main"; exit 7 #$(exit 7)';
    });
    const context = {
      github: { event },
      vars: { WAYMARK: api.url },
      secrets: { WAYMARK_KEY: key },
    };
    const variables = Object.fromEntries(
      Object.entries(step.env as Record<string, string>).map(([name, value]) => [
        name,
        filledIn(value, context),
      ]),
    );
    const told = await bash(step.run, variables);
    expect(told).toMatchObject({ code: 0, answer: { status: 'recorded' } });
    const { body } = await program.get(`/log?after=${told.answer.position - 1}&limit=1`);
    expect(body.items[0]).toMatchObject({
      ...{ unit: 'germany-support', source: event.repository.html_url },
      data: {
        milestone: 'hub.launched',
        evidence: [{ title: `Deployment of ${event.deployment.ref}` }],
      },
    });
    const refused = await bash(step.run, { ...variables, KEY: 'wmk_nobody' });
    expect(refused).toMatchObject({ code: 22, answer: { status: 401 } });
  });
});

/** As GitHub fills in `${{ … }}`, of which the page uses paths alone. */
function filledIn(value: string, context: Json): string {
  return value.replaceAll(/\$\{\{ ([\w.]+) \}\}/g, (_whole, path: string) => {
    const found = path.split('.').reduce<Json>((place, name) => place[name], context);
    return String(found);
  });
}
