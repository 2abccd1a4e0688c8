import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expression, type MaturityModel, type MilestoneKey, parseDuration } from '#lib/domain';
import { writeExpression } from './normalise.js';
import { parseModel } from './parse-model.js';
import { builtIns } from './shared-catalogue.js';

const { dictionary: known } = builtIns();

function modelFrom(yaml: string): MaturityModel {
  const parsed = parseModel(yaml, { known });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults, null, 1));
  return parsed.model;
}

describe('a model file becomes a model with every default filled in', () => {
  it('gates', () => {
    const model = modelFrom(`
      id: mine
      version: 3
      title: Mine
      policy: gates
      source: { author: A, title: T, published: 2012, url: "https://example.org/a" }
      provenance: partial
      rollup: { share: 0.8 }
      benchmarks: [{ says: Half, value: 50 }]
      references: { iso: [27001, A.5] }
      milestones: [{ key: own.done, title: Own, means: Done., validity: P1Y, impliedBy: [hub.launched] }]
      stages:
        - { id: start, name: Start, inferred: true }
        - id: next
          name: Next
          needs: { atLeast: 1, inferred: true }
          criteria:
            - { id: a, says: A, when: { milestone: hub.launched, scope: up }, keyMove: true }
            - { id: b, says: B, when: { milestone: own.done, within: P1Y }, supporting: true }`);
    const milestone = { form: 'milestone', degree: 1 };
    const flags = { keyMove: false, supporting: false, inferred: false };
    expect(model).toMatchObject({
      id: 'mine',
      version: 3,
      provenance: 'partial',
      source: { published: '2012' },
      rollup: { share: 0.8 },
      benchmarks: [{ says: 'Half', value: 50 }],
      references: { iso: ['27001', 'A.5'] },
      notes: [],
      milestones: [
        {
          key: 'own.done',
          validity: parseDuration('P1Y'),
          impliedBy: ['hub.launched'],
          dependsOn: [],
          inferred: false,
        },
      ],
      stages: [
        { ordinal: 1, id: 'start', inferred: true, needs: 'all', criteria: [], pitfalls: [] },
        {
          ordinal: 2,
          inferred: false,
          needs: { atLeast: 1, inferred: true },
          criteria: [
            {
              ...flags,
              id: 'a',
              keyMove: true,
              when: { ...milestone, milestone: 'hub.launched', scope: 'up' },
            },
            {
              ...flags,
              id: 'b',
              supporting: true,
              when: {
                ...milestone,
                milestone: 'own.done',
                scope: 'self',
                within: parseDuration('P1Y'),
              },
            },
          ],
        },
      ],
    });
  });

  it('scored, to any depth', () => {
    const model = modelFrom(`
      id: mine
      version: 1
      title: Mine
      policy: scored
      groups:
        - id: outer
          weight: 2.5
          groups:
            - id: inner
              name: Inner
              combine: lowest
              items:
                - { id: i, milestone: hub.launched }
                - { id: j, says: J, weight: 3, when: { milestone: hub.launched }, inferred: true }`);
    expect(model).toMatchObject({
      policy: 'scored',
      combine: 'mean',
      stages: [],
      groups: [
        {
          id: 'outer',
          name: 'outer',
          weight: 2.5,
          combine: 'mean',
          items: [],
          groups: [
            {
              name: 'Inner',
              weight: 1,
              combine: 'lowest',
              groups: [],
              items: [
                {
                  id: 'i',
                  says: 'hub.launched',
                  weight: 1,
                  inferred: false,
                  worth: { milestone: 'hub.launched' },
                },
                {
                  id: 'j',
                  says: 'J',
                  weight: 3,
                  inferred: true,
                  worth: { when: { form: 'milestone' } },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('a checklist, a stage without a name given twice by an alias, a model of dimensions', () => {
    expect(
      modelFrom(
        'id: mine\nversion: 1\ntitle: Mine\npolicy: checklist\nitems: [{ id: a, says: A, when: &w { milestone: hub.launched } }, { id: b, says: B, when: *w }]',
      ),
    ).toMatchObject({ items: [{ id: 'a' }, { id: 'b', when: { milestone: 'hub.launched' } }] });
    expect(
      modelFrom(
        'id: mine\nversion: 1\ntitle: Mine\npolicy: dimensions\noverall: mean\nstages: [{ id: a, name: A }]\ndimensions: [{ id: d, name: D, levels: [{ level: 1, says: S }] }]',
      ),
    ).toMatchObject({
      overall: 'mean',
      dimensions: [{ levels: [{ level: 1, needs: 'all', criteria: [] }] }],
    });
  });
});

const key = fc.constantFrom(
  'hub.launched',
  'coe.formed',
  'listening.started',
) as fc.Arbitrary<MilestoneKey>;
const duration = fc.constantFrom('P1Y', 'P90D', 'PT12H', 'P1Y6M').map((iso) => parseDuration(iso));
const leaf = fc.record({
  form: fc.constant('milestone' as const),
  milestone: key,
  degree: fc.constantFrom(1, 0.5),
  within: fc.option(duration, { nil: undefined }),
  heldFor: fc.option(duration, { nil: undefined }),
  scope: fc.constantFrom('self' as const, 'up' as const),
});
const { plain } = fc.letrec<{ plain: Expression }>((tie) => ({
  plain: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      form: fc.constantFrom('all', 'any'),
      of: fc.array(tie('plain'), { minLength: 1, maxLength: 3 }),
    }) as fc.Arbitrary<Expression>,
    fc
      .array(tie('plain'), { minLength: 1, maxLength: 3 })
      .map((of) => ({ form: 'atLeast' as const, count: of.length, of })),
  ),
}));
const expression = fc.oneof(
  plain,
  fc.record({
    form: fc.constant('units' as const),
    of: fc.constantFrom('children' as const, 'descendants' as const),
    kind: fc.constantFrom('region', 'team'),
    atLeast: fc.nat(5).map((count) => count + 1),
    meet: plain,
  }),
);

it('every expression survives being written and read again', () => {
  fc.assert(
    fc.property(expression, (when) => {
      const written = JSON.stringify(writeExpression(when));
      const model = modelFrom(
        `{ id: mine, version: 1, title: Mine, policy: checklist, items: [{ id: a, says: A, when: ${written} }] }`,
      );
      expect(model.policy === 'checklist' && model.items[0]?.when).toEqual(when);
    }),
  );
});

it('any text is a model or has faults with places', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (yaml) => {
      const parsed = parseModel(yaml, { known });
      if (parsed.ok) return;
      expect(parsed.faults.length).toBeGreaterThan(0);
      for (const { line, column } of parsed.faults) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
      }
    }),
  );
});
