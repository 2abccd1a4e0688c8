import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advise, MARK, seeUnit, type UnitGaps } from '#lib/advice';
import {
  type AnyEvent,
  evaluate,
  type Expression,
  type EventId,
  foldFacts,
  type Instant,
  type MilestoneKey,
  type ModelId,
  type ProgramId,
  Tree,
  type UnitKey,
} from '#lib/domain';
import { arbitraryQuestion, type Question, readableQuestion } from '../oracle/index.js';
import { adviceFor, story } from './see.js';

/** `GAP_HISTORIES=20000 npx vitest run test/advice/gaps.spec.ts` looks deeper. */
const HISTORIES = Number(process.env.GAP_HISTORIES ?? 1_500);

function gapsOf(told: ReturnType<typeof story>, unit: string, ...models: string[]): UnitGaps {
  return adviceFor(told, unit, '2012-01-01', { models }).gaps;
}
const of = (gaps: UnitGaps, model: string) => gaps[model as ModelId];

describe('what holds a unit back', () => {
  it('is what the next stage misses, the key move and what suffices alone among it', () => {
    const told = story('care');
    expect(of(gapsOf(told, 'care', 'lithium'), 'lithium')).toEqual({
      at: 1,
      to: 2,
      missing: { 'sponsor.approved': MARK.keyMove + MARK.alone + MARK.inherited },
    });
  });

  it('says what would do at a unit above', () => {
    const told = story('group', 'care<group');
    const { missing } = of(gapsOf(told, 'care', 'lithium'), 'lithium') ?? {};
    const sponsor = missing?.['sponsor.approved' as MilestoneKey] ?? 0;
    expect(sponsor & MARK.inherited).toBeTruthy();
    expect(sponsor & MARK.aloneFromAbove).toBeTruthy();
  });

  it('is nothing at the last stage, and nothing is said of checklists', () => {
    const told = story('care');
    expect(gapsOf(told, 'care', 'altimeter-success-factors')).toEqual({});
  });

  it(`agrees with recording the act for real, on ${HISTORIES} histories`, () => {
    fc.assert(
      fc.property(arbitraryQuestion(), (question) => {
        const known = question.log.filter(({ position }) => position <= question.upTo);
        const last = known[known.length - 1] as AnyEvent;
        for (const at of new Set([known[0]?.effectiveAt ?? 0, last.effectiveAt, last.recordedAt])) {
          const wanted = plainly(question, known, at);
          const found = seen(question, known, at);
          if (isDeepStrictEqual(found, wanted)) continue;
          const said = `the product says ${JSON.stringify(found)}, recording ${JSON.stringify(wanted)}`;
          throw new Error(`${readableQuestion(question)}\n${new Date(at).toISOString()}: ${said}`);
        }
      }),
      { numRuns: HISTORIES, seed: 2012 },
    );
  }, 600_000);
});

/** As the product says. */
function seen({ model, dictionary, unit }: Question, log: readonly AnyEvent[], now: Instant) {
  const known = seeUnit({
    program: 'office' as ProgramId,
    unit,
    now,
    models: new Map([[model.id, model]]),
    followed: [model.id],
    dictionary,
    facts: foldFacts(log),
    events: log.filter((event) => event.unit === unit),
  });
  return known ? advise(known).gaps : {};
}

/** As the rules say it, each act being recorded and everything evaluated anew. */
function plainly(
  { model, dictionary, unit }: Question,
  log: readonly AnyEvent[],
  at: Instant,
): UnitGaps {
  const facts = foldFacts(log);
  const standing = evaluate(model, dictionary, facts, unit, at);
  if (!standing?.stage) return {};
  const reached = standing.stage.ordinal;
  const parent = new Tree(facts)
    .ancestry(unit)
    .find(({ depth, from, until }) => depth === 1 && from <= at && at < until)?.unit;
  const raises = (where: UnitKey, milestone: MilestoneKey) => {
    const after = foldFacts([...log, achieved(where, milestone, at, log)]);
    return (evaluate(model, dictionary, after, unit, at)?.stage?.ordinal ?? 0) > reached;
  };
  const missing: Record<MilestoneKey, number> = {};
  const next = standing.next;
  for (const gap of next?.missing ?? []) {
    if (gap.supporting) continue;
    const leaves = leavesOf(whenOf(model, gap.criterion));
    for (const milestone of gap.milestones) {
      const own = leaves.filter((leaf) => leaf.milestone === milestone);
      if (own.length === 0) continue;
      const last = facts.units
        .get(unit)
        ?.facts.get(milestone)
        ?.findLast((one) => one.at <= at);
      if (last?.outcome === 'not-applicable') continue;
      const held = isTrue({ form: 'milestone', milestone, degree: 1, scope: 'self' });
      if (held && !own.some((leaf) => leaf.within && !isTrue(leaf))) continue;
      let marks = missing[milestone] ?? 0;
      if (gap.keyMove) marks |= MARK.keyMove;
      if (raises(unit, milestone)) marks |= MARK.alone;
      if (own.some(({ scope }) => scope === 'up')) marks |= MARK.inherited;
      missing[milestone] = marks;
    }
  }
  for (const milestone of Object.keys(missing) as MilestoneKey[]) {
    const marks = missing[milestone] ?? 0;
    if (marks & MARK.inherited && parent && raises(parent, milestone)) {
      missing[milestone] = marks | MARK.aloneFromAbove;
    }
  }
  return { [model.id]: { at: reached, to: next?.ordinal ?? null, missing } };

  /** By a model that asks for nothing else. */
  function isTrue(when: Expression): boolean {
    const asking = {
      ...model,
      policy: 'checklist' as const,
      items: [{ id: 'i', says: '', when, keyMove: false, supporting: false, inferred: false }],
    };
    return evaluate(asking, dictionary, facts, unit, at)?.checked === 1;
  }
}

function achieved(
  unit: UnitKey,
  milestone: MilestoneKey,
  at: Instant,
  log: readonly AnyEvent[],
): AnyEvent {
  return {
    id: 'act' as EventId,
    position: log.length + 1,
    type: 'milestone.achieved',
    unit,
    occurredAt: new Date(at).toISOString(),
    effectiveAt: at,
    recordedAt: at,
    data: { milestone },
  };
}

type Leaf = Extract<Expression, { form: 'milestone' }>;

/** What an expression asks of the unit, not of those below it. */
function leavesOf(expression: Expression): readonly Leaf[] {
  if (expression.form === 'milestone') return [expression];
  return expression.form === 'units' ? [] : expression.of.flatMap(leavesOf);
}

function whenOf(model: Question['model'], id: string): Expression {
  const none: Expression = { form: 'all', of: [] };
  switch (model.policy) {
    case 'gates':
      return (
        model.stages.flatMap(({ criteria }) => criteria).find((one) => one.id === id)?.when ?? none
      );
    case 'dimensions':
      return (
        model.dimensions
          .flatMap(({ levels }) => levels.flatMap(({ criteria }) => criteria))
          .find((one) => one.id === id)?.when ?? none
      );
    case 'checklist':
      return none;
    case 'scored': {
      type Group = (typeof model.groups)[number];
      const items = (group: Group): readonly Group['items'][number][] => [
        ...group.items,
        ...group.groups.flatMap(items),
      ];
      const worth = model.groups.flatMap(items).find((one) => one.id === id)?.worth;
      if (!worth) return none;
      return 'when' in worth
        ? worth.when
        : { form: 'milestone', milestone: worth.milestone, degree: 1, scope: 'self' };
    }
  }
}
