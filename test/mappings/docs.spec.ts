import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { applyMapping, readMapping, readyMade, type SourceKind } from '#lib/integrations';
import { delivery } from './support.js';

interface Example {
  readonly kind: SourceKind;
  readonly mapping: readonly object[];
}

test('the example of docs/sources.md can be put, and names what the page matches', async () => {
  const folder = join(resolve(import.meta.dirname, '../..'), 'docs');
  const text = await readFile(join(folder, 'sources.md'), 'utf8');
  const [, source = ''] = /-d '(\{\n[^]*?\n\})'/.exec(text) ?? [];
  const { kind, mapping } = JSON.parse(source) as Example;
  const rules = readMapping(kind, mapping);
  expect(rules).toHaveLength(mapping.length);
  const [, named = ''] = /\/matches\/(\S+)"/.exec(text) ?? [];
  const closed = {
    action: 'closed',
    milestone: { closed_at: '2026-03-01T10:00:00Z' },
    repository: { name: 'checkout', full_name: 'octo-org/checkout' },
  };
  const { findings } = applyMapping(rules, delivery(kind, 'milestone', closed));
  expect(findings[0]?.unit).toEqual({ external: decodeURIComponent(named) });
});

describe('docs/mappings.md', () => {
  let text: string;
  let examples: readonly Example[];
  beforeAll(async () => {
    text = await readFile(join(resolve(import.meta.dirname, '../..'), 'docs/mappings.md'), 'utf8');
    examples = [...text.matchAll(/```yaml\n([^]*?)```/g)].map(([, yaml]) => parse(yaml as string));
  });

  test('shows mappings that can be put', () => {
    expect(examples.map(({ kind }) => kind)).toEqual(['jira', 'github', 'generic']);
    for (const { kind, mapping } of examples)
      expect(() => readMapping(kind, mapping)).not.toThrow();
  });

  test('names every ready-made rule, and everything that can be said of one', () => {
    for (const { use, with: parameters } of readyMade()) {
      expect(text).toContain(`| \`${use}\` |`);
      for (const name of Object.keys(parameters)) expect(text).toContain(`\`${name}\``);
    }
  });

  test('shows rules of one’s own that record what it says', () => {
    const { mapping } = examples.at(-1) as Example;
    const rules = readMapping('generic', mapping);
    const told = (event: string, payload: object) =>
      applyMapping(rules, delivery('generic', event, payload));
    const finished = {
      ...{ team: 'emea-support', department: 'Support EMEA', course: 'Community basics' },
      ...{ share: 0.85, people: 17, finishedAt: '2026-03-01', link: 'https://learn.example.com/1' },
    };
    expect(told('course.finished', finished)).toEqual({
      remarks: [],
      findings: [
        {
          rule: 'trained',
          unit: { key: 'emea-support' },
          fact: {
            kind: 'achieved',
            data: {
              milestone: 'employees.trained',
              occurredAt: '2026-03-01',
              degree: 0.85,
              note: '17 people',
              evidence: [{ title: 'Community basics', url: 'https://learn.example.com/1' }],
            },
          },
        },
      ],
    });
    const { unit } = told('course.finished', { ...finished, team: 'Team 7' }).findings[0] ?? {};
    expect(unit).toEqual({ external: 'Support EMEA' });

    const findings = [
      { control: 'privacy.reviewed', passed: false },
      { control: 'sponsor.approved', passed: true },
    ];
    const audit = { site: 'Berlin', day: '2026-Q1', findings };
    expect(told('audit', audit).findings.map(({ fact }) => fact)).toEqual([
      {
        kind: 'assessed',
        data: { milestone: 'privacy.reviewed', occurredAt: '2026-Q1', outcome: 'no' },
      },
    ]);

    const plan = { team: 'emea', goal: 'hub.launched', due: '2027-06-30', changed: 1_790_000_000 };
    expect(told('plan', plan).findings.map(({ fact }) => fact)).toEqual([
      {
        kind: 'target',
        data: {
          milestone: 'hub.launched',
          due: '2027-06-30',
          occurredAt: '2026-09-21T14:13:20.000Z',
        },
      },
    ]);
  });

  test('quotes what a delivery says where a rule came to nothing', () => {
    const rules = readMapping('github', [{ id: 'done', use: 'github/milestone-closed' }]);
    const reading = applyMapping(rules, delivery('github', 'milestone', { action: 'closed' }));
    expect(reading.remarks).toEqual([
      'The rule "done.closed" found no milestone in what was sent.',
    ]);
    expect(reading.ignored).toBe(reading.remarks[0]);
    expect(applyMapping(rules, delivery('github', 'push', {})).ignored).toBe(
      'No rule applies to "push".',
    );
  });
});
