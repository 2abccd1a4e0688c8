import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Criterion, MaturityModel, MilestoneKey } from '#lib/domain';
import { checkModels } from './check-models.js';
import { shippedModelsDir } from './models-folder.js';
import { jsonSchemas } from './schema/json-schema.js';
import { builtIns } from './shared-catalogue.js';

const { models, dictionary, followedAtFirst } = builtIns();
const folder = shippedModelsDir();
const model = (id: string) => models.find((one) => one.id === id) as MaturityModel;

/** Rules that read a milestone whether or not a model does. @source models/README.md, rule M-8 */
const READ_BY_RULES = ['sponsor.approved', 'business-value.reported', 'hub.launched'];
const READ_FROM_ABOVE = [
  'sponsor.approved',
  'coe.formed',
  'governance.established',
  'steering-committee.formed',
  'strategy.unified',
];

interface Read {
  readonly criterion: Criterion;
  readonly key: MilestoneKey;
  readonly scope: string;
}

function reads(of: MaturityModel): readonly Read[] {
  return criteria(of).flatMap((criterion) => {
    const text = JSON.stringify(criterion.when);
    return [...text.matchAll(/"milestone":"([^"]+)".*?"scope":"(\w+)"/g)].map((found) => ({
      criterion,
      key: found[1] as MilestoneKey,
      scope: found[2] as string,
    }));
  });
}

function criteria(of: MaturityModel): readonly Criterion[] {
  if (of.policy === 'checklist') return of.items;
  if (of.policy === 'scored') return [];
  const steps = of.policy === 'dimensions' ? of.dimensions.flatMap((d) => d.levels) : of.stages;
  return steps.flatMap((step) => step.criteria);
}

describe('the shipped models', () => {
  it('are nine, faultless and published as they are', () => {
    expect(checkModels([])).toEqual({
      ok: true,
      lines: [`9 model versions, ${dictionary.size} milestones: all in order`],
    });
  });

  it('are followed at first where the source is told in full', () => {
    expect(followedAtFirst).toEqual(['altimeter', 'crawl-walk-run-fly', 'lithium', 'quintarelli']);
    expect(models.filter((one) => one.provenance === 'partial').map((one) => one.id)).toEqual([
      'altimeter-success-factors',
      'ants-eye-view',
      'dachis',
      'idc',
      'social-employee-experience',
    ]);
  });

  it('read every milestone of the dictionary', () => {
    const read = new Set([
      ...models.flatMap((one) => reads(one).map(({ key }) => key)),
      ...READ_BY_RULES,
    ]);
    expect([...dictionary.keys()].filter((key) => !read.has(key))).toEqual([]);
  });

  it('read from above what a unit lives under, and nothing else', () => {
    for (const { key, scope } of models.flatMap(reads)) {
      expect([key, scope]).toEqual([key, READ_FROM_ABOVE.includes(key) ? 'up' : 'self']);
    }
  });

  it('name a key move for each transition of lithium that has one, and for none of altimeter', () => {
    const moves = (id: string) =>
      criteria(model(id))
        .filter((one) => one.keyMove)
        .map((one) => one.id);
    expect(moves('lithium')).toEqual(['sponsorship', 'hub', 'integration']);
    expect(moves('altimeter')).toEqual([]);
    expect(moves('social-employee-experience')).toEqual([
      'internal-sponsorship',
      'internal-hub',
      'work-systems',
    ]);
  });

  it.each([
    ['lithium', ['Getting started*', 'Sponsored*', 'Operationalise', 'Extended*', 'World class']],
    ['altimeter', ['Planning', 'Presence', 'Engagement', 'Formalized', 'Strategic', 'Converged']],
    ['crawl-walk-run-fly', ['Crawling', 'Walking', 'Running', 'Flying']],
    ['quintarelli', ['Island', 'Channel', 'Listening*', 'Partnership*', 'Shared value*']],
    ['idc', ['Experimentation', 'Opportunistic*', 'Repeatable*', 'Managed*', 'Optimisation']],
    ['dachis', ['Ad hoc', 'Owned*', 'Coordinated*', 'Connected*', 'Unified strategy']],
    [
      'ants-eye-view',
      ['Traditional', 'Experimental', 'Operational', 'Measurable', 'Fully Engaged'],
    ],
  ])('call the stages of %s by name, ours marked', (id, names) => {
    const of = model(id);
    const stages = of.policy === 'checklist' ? [] : of.stages;
    expect(stages.map((stage) => stage.name + (stage.inferred ? '*' : ''))).toEqual(names);
  });

  it('ask of each altimeter stage a majority that is ours, and all three of Formalized', () => {
    const of = model('altimeter');
    const needs = of.policy === 'gates' ? of.stages.map((stage) => stage.needs) : [];
    const inferred = (atLeast: number) => ({ atLeast, inferred: true });
    expect(needs).toEqual([inferred(2), inferred(2), inferred(3), 'all', inferred(3), inferred(3)]);
  });

  it('count no criterion that a unit of one country could never meet', () => {
    const global = criteria(model('crawl-walk-run-fly')).find(
      (one) => one.id === 'global-initiatives',
    );
    expect(global?.supporting).toBe(true);
  });

  it('give quintarelli five levels in each of four dimensions, the lowest deciding', () => {
    const of = model('quintarelli');
    if (of.policy !== 'dimensions') throw new Error('quintarelli has no dimensions');
    expect(of.overall).toBe('lowest');
    expect(of.dimensions.map(({ levels }) => levels.length)).toEqual([5, 5, 5, 5]);
  });

  it('mark every criterion that nobody published', () => {
    for (const id of [
      'idc',
      'ants-eye-view',
      'altimeter-success-factors',
      'social-employee-experience',
    ]) {
      expect(criteria(model(id)).filter((one) => !one.inferred)).toEqual([]);
    }
    const published = criteria(model('dachis')).filter((one) => !one.inferred);
    expect(published.map((one) => one.id)).toEqual(['strategy']);
  });
});

describe('the shipped dictionary', () => {
  const entries = [...dictionary.values()];

  it.each(entries.map((entry) => [entry.key, entry] as const))('tells all about %s', (_, entry) => {
    expect(entry).toMatchObject({
      category: expect.any(String),
      evidence: expect.any(String),
      undoneBy: expect.any(String),
      source: expect.any(String),
      effort: expect.stringMatching(/^(S|M|L|XL)$/),
    });
    expect(entry.means).toMatch(/^[A-Z][^]*\.$/);
    expect(entry.validity).toBeUndefined();
  });

  it('asks to look again, after a year, at the audit, the metrics and the report of value', () => {
    const reviewed = entries.filter((entry) => entry.reviewEvery);
    expect(reviewed.map((entry) => [entry.key, entry.reviewEvery?.iso])).toEqual([
      ['readiness.audited', 'P1Y'],
      ['metrics.aligned', 'P1Y'],
      ['business-value.reported', 'P1Y'],
    ]);
  });

  it('advises no milestone to come before itself', () => {
    const before = (key: MilestoneKey, seen: readonly MilestoneKey[] = []): void => {
      expect(seen).not.toContain(key);
      for (const next of dictionary.get(key)?.dependsOn ?? []) before(next, [...seen, key]);
    };
    for (const key of dictionary.keys()) before(key);
  });
});

describe('what editors use', () => {
  it.each([...jsonSchemas()])('%s is made from the schema in the code', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8'), 'run npm run models:schemas').toBe(text);
  });

  it.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))(
    '%s names its schema and fits it',
    (name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const schema = /^# yaml-language-server: \$schema=\.\/(.+)$/m.exec(text)?.[1] ?? '';
      const json = jsonSchemas().get(schema);
      const check = z.fromJSONSchema(JSON.parse(json ?? 'false'));
      expect(check.safeParse(parse(text)).error).toBeUndefined();
      expect(check.safeParse({ ...parse(text), mottto: 1 }).success).toBe(false);
    },
  );
});

describe('the rules of models/README.md', () => {
  const rules = readFileSync(join(folder, 'README.md'), 'utf8');

  it('are all there where the code cites them', () => {
    const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
    const cited = sources
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const text = readFileSync(join(import.meta.dirname, name), 'utf8');
        return [...text.matchAll(/README\.md, rules? ([^\n*]+)/g)].flatMap(
          (found) => found[1]?.match(/[A-Z]-\d+/g) ?? [],
        );
      });
    expect(cited.length).toBeGreaterThan(10);
    for (const rule of cited) expect(rules).toContain(`**${rule}**`);
  });
});
