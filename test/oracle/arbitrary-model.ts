import fc from 'fast-check';
import {
  type Criterion,
  type Dictionary,
  type Expression,
  type Group,
  type MaturityModel,
  type MilestoneEntry,
  type MilestoneKey,
  type Needs,
  type ScoredItem,
} from '#lib/domain';
import { criterion, dictionaryOf, entry, milestone, modelHead, stage } from './vocabulary.js';

/** The keys of all generated models and histories: few, so that they collide. */
export const KEYS = ['ask.heard', 'base.laid', 'core.held', 'deal.made'] as const;
/** The kinds of generated units. */
export const KINDS = ['region', 'team'] as const;
/** The tags of generated units. */
export const TAGS = ['support', 'sales'] as const;
/** The ids of generated models: one a policy. */
export const MODELS = ['gates', 'dimensions', 'checklist', 'scored'] as const;
/** Durations that lead from one generated date to another, over month ends and a leap day. */
const DURATIONS = ['P1M', 'P2M', 'P28D', 'P59D', 'P11M', 'P1Y', 'P1M1DT1H', 'PT36H'];

/** The first are the likeliest, as in the histories. */
const someKey = fc.constantFrom(...KEYS, ...KEYS.slice(0, 3), KEYS[0]);
const someDuration = fc.constantFrom(...DURATIONS);
const rarely = (chance: number) => fc.nat(chance - 1).map((one) => one === chance - 1);
const oneIn = <T>(inSo: number, one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: inSo - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one });

const leaf: fc.Arbitrary<Expression> = fc
  .record({
    key: someKey,
    degree: fc.constantFrom(1, 1, 1, 0.5),
    within: oneIn(5, someDuration),
    heldFor: oneIn(5, someDuration),
    up: rarely(4),
  })
  .map(({ key, up, ...asked }) => milestone(key, { ...asked, scope: up ? 'up' : 'self' }));

function combined(part: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  return fc
    .tuple(fc.constantFrom('all', 'any', 'atLeast'), parts, fc.nat(2))
    .map(([form, of, extra]) =>
      form === 'atLeast' ? { form, count: 1 + (extra % of.length), of } : { form, of },
    ) as fc.Arbitrary<Expression>;
}

const plain: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 5, arbitrary: leaf },
  { weight: 2, arbitrary: combined(leaf) },
  { weight: 1, arbitrary: combined(fc.oneof(leaf, combined(leaf))) },
);

const units: fc.Arbitrary<Expression> = fc.record({
  form: fc.constant('units' as const),
  of: fc.constantFrom('children' as const, 'descendants' as const),
  kind: oneIn(2, fc.constantFrom(...KINDS)),
  atLeast: fc.constantFrom(1, 1, 2),
  meet: plain,
});

/** Any expression of the language. */
export const arbitraryExpression = (): fc.Arbitrary<Expression> =>
  fc.oneof(
    { weight: 6, arbitrary: plain },
    { weight: 2, arbitrary: units },
    { weight: 1, arbitrary: combined(fc.oneof(leaf, units)) },
  );

const someCriterion = fc.tuple(arbitraryExpression(), rarely(4), rarely(5), rarely(5));

/** A stage's or level's criteria, named after it, and what it needs of them. */
function rung(id: string, least: number): fc.Arbitrary<{ criteria: Criterion[]; needs: Needs }> {
  return fc
    .tuple(fc.array(someCriterion, { minLength: least, maxLength: 3 }), fc.nat(5))
    .map(([all, asked]) => {
      const criteria = all.map(([when, keyMove, supporting, inferred], index) =>
        criterion(`${id}-${index + 1}`, when, { keyMove, supporting, inferred }),
      );
      const counted = criteria.filter((one) => !one.supporting).length;
      const some = asked > 1 && counted > 0;
      const needs = some ? { atLeast: 1 + (asked % counted), inferred: false } : 'all';
      return { criteria, needs } as const;
    });
}

const ordinals = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const gates: fc.Arbitrary<MaturityModel> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...ordinals(count).map((one) => rung(`s${one}`, one === 1 ? 0 : 1))))
  .map((rungs) => ({
    ...modelHead('gates'),
    policy: 'gates',
    stages: rungs.map(({ criteria, needs }, index) => stage(index + 1, criteria, { needs })),
  }));

const dimensions: fc.Arbitrary<MaturityModel> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }))
  .chain(([height, width]) =>
    fc.record({
      height: fc.constant(height),
      overall: fc.constantFrom('lowest' as const, 'median' as const, 'mean' as const),
      levels: fc.tuple(
        ...ordinals(width).map((dimension) =>
          fc.tuple(...ordinals(height).map((level) => rung(`d${dimension}l${level}`, 0))),
        ),
      ),
    }),
  )
  .map(({ height, overall, levels }) => ({
    ...modelHead('dimensions'),
    policy: 'dimensions',
    overall,
    stages: ordinals(height).map((ordinal) => stage(ordinal)),
    dimensions: levels.map((rungs, index) => ({
      id: `d${index + 1}`,
      name: `Dimension ${index + 1}`,
      inferred: false,
      levels: rungs.map((one, at) => ({ level: at + 1, says: 'x', inferred: false, ...one })),
    })),
  }));

const checklist: fc.Arbitrary<MaturityModel> = fc
  .array(arbitraryExpression(), { minLength: 1, maxLength: 5 })
  .map((all) => ({
    ...modelHead('checklist'),
    policy: 'checklist',
    items: all.map((when, index) => criterion(`i${index + 1}`, when)),
  }));

const combine = fc.constantFrom(
  'mean' as const,
  'mean' as const,
  'sum' as const,
  'lowest' as const,
  'highest' as const,
);
const weight = fc.constantFrom(1, 1, 2, 3, 0.5);
const worth: fc.Arbitrary<ScoredItem['worth']> = fc.oneof(
  { weight: 3, arbitrary: someKey.map((key) => ({ milestone: key as MilestoneKey })) },
  { weight: 1, arbitrary: arbitraryExpression().map((when) => ({ when })) },
);

function group(id: string, depth: number): fc.Arbitrary<Group> {
  return fc
    .record({
      weight,
      combine,
      items: fc.array(fc.tuple(worth, weight), { minLength: 1, maxLength: 3 }),
      inner: depth === 0 ? fc.constant([]) : groups(`${id}-g`, depth - 1, 0),
    })
    .map(({ items, inner, ...rest }) => ({
      ...rest,
      id,
      name: id,
      inferred: false,
      groups: inner,
      items: items.map(([what, heavy], index) => {
        const name = `${id}-i${index + 1}`;
        return { id: name, says: name, weight: heavy, inferred: false, worth: what };
      }),
    }));
}

function groups(prefix: string, depth: number, least: number): fc.Arbitrary<Group[]> {
  return fc
    .integer({ min: least, max: 2 })
    .chain((count) => fc.tuple(...ordinals(count).map((one) => group(prefix + one, depth))));
}

const scored: fc.Arbitrary<MaturityModel> = fc
  .record({
    combine,
    groups: groups('g', 1, 1),
    rising: fc.option(fc.subarray([0.25, 0.3333, 0.5, 0.75, 1, 1.5, 2], { maxLength: 3 })),
  })
  .map(({ rising, ...rest }) => ({
    ...modelHead('scored'),
    ...rest,
    policy: 'scored',
    stages: rising === null ? [] : [0, ...rising].map((from, at) => stage(at + 1, [], { from })),
  }));

/** A model of any policy. */
export const arbitraryModel = (): fc.Arbitrary<MaturityModel> =>
  fc.oneof(
    { weight: 3, arbitrary: gates },
    { weight: 2, arbitrary: dimensions },
    { weight: 1, arbitrary: checklist },
    { weight: 2, arbitrary: scored },
  );

/** A dictionary of all keys, some with a validity, some implied by later ones. */
export const arbitraryDictionary = (): fc.Arbitrary<Dictionary> =>
  fc
    .tuple(
      ...KEYS.map((key, index) =>
        fc
          .record({
            validity: oneIn(2, someDuration),
            impliedBy: fc.oneof(
              { weight: 3, arbitrary: fc.constant([]) },
              { weight: 1, arbitrary: fc.shuffledSubarray(KEYS.slice(index + 1)) },
            ),
          })
          .map((rules): MilestoneEntry => entry(key, rules)),
      ),
    )
    .map((entries) => dictionaryOf(KEYS, entries));
