import {
  type Criterion,
  type Duration,
  type Expression,
  type Group,
  type Level,
  type MaturityModel,
  type MilestoneEntry,
  type MilestoneKey,
  type ModelId,
  type Needs,
  parseDuration,
  type ScoredItem,
  type Stage,
} from '#lib/domain';
import type { WrittenExpression } from './schema/expression.schema.js';
import type { WrittenMilestone } from './schema/milestone.schema.js';
import type {
  WrittenCriterion,
  WrittenGroup,
  WrittenModel,
  WrittenNeeds,
  WrittenScoredItem,
} from './schema/model.schema.js';

/** The model that a checked file means, every default filled in. */
export function normaliseModel(written: WrittenModel): MaturityModel {
  const { source } = written;
  const head = {
    id: written.id as ModelId,
    version: written.version,
    title: written.title,
    source: source && { ...source, published: source.published?.toString() },
    provenance: written.provenance ?? 'full',
    summary: written.summary,
    notes: written.notes ?? [],
    benchmarks: written.benchmarks ?? [],
    references: references(written.references),
    rollup: written.rollup,
    milestones: (written.milestones ?? []).map(normaliseEntry),
  };
  switch (written.policy) {
    case 'gates':
      return { ...head, policy: 'gates', stages: written.stages.map(stage) };
    case 'dimensions':
      return {
        ...head,
        policy: 'dimensions',
        stages: written.stages.map(stage),
        overall: written.overall,
        dimensions: written.dimensions.map(({ id, name, levels }) => ({
          id,
          name,
          inferred: false,
          levels: levels.map(level),
        })),
      };
    case 'checklist':
      return { ...head, policy: 'checklist', items: written.items.map(criterion) };
    case 'scored':
      return {
        ...head,
        policy: 'scored',
        combine: written.combine ?? 'mean',
        groups: written.groups.map(group),
        stages: (written.stages ?? []).map(stage),
      };
  }
}

/** The dictionary entry that a checked one means, every default filled in. */
export function normaliseEntry(written: WrittenMilestone): MilestoneEntry {
  return {
    ...written,
    key: written.key as MilestoneKey,
    validity: duration(written.validity),
    reviewEvery: duration(written.reviewEvery),
    impliedBy: unique(written.impliedBy),
    dependsOn: unique(written.dependsOn),
    references: references(written.references),
    inferred: written.inferred ?? false,
  };
}

type WrittenStage = Extract<WrittenModel, { policy: 'gates' }>['stages'][number] & {
  readonly from?: number;
};

function stage(written: WrittenStage, index: number): Stage {
  return {
    ordinal: index + 1,
    id: written.id,
    name: written.name,
    motto: written.motto,
    summary: written.summary,
    guidance: written.guidance,
    pitfalls: written.pitfalls ?? [],
    inferred: written.inferred ?? false,
    needs: needs(written.needs),
    criteria: (written.criteria ?? []).map(criterion),
    from: written.from,
  };
}

function level(written: {
  readonly level: number;
  readonly says: string;
  readonly inferred?: boolean;
  readonly needs?: WrittenNeeds;
  readonly criteria?: readonly WrittenCriterion[];
}): Level {
  return {
    level: written.level,
    says: written.says,
    inferred: written.inferred ?? false,
    needs: needs(written.needs),
    criteria: (written.criteria ?? []).map(criterion),
  };
}

function needs(written: WrittenNeeds | undefined): Needs {
  if (written === undefined || written === 'all') return 'all';
  return { atLeast: written.atLeast, inferred: written.inferred ?? false };
}

function criterion(written: WrittenCriterion): Criterion {
  return {
    id: written.id,
    says: written.says,
    when: expression(written.when),
    keyMove: written.keyMove ?? false,
    supporting: written.supporting ?? false,
    inferred: written.inferred ?? false,
  };
}

function group(written: WrittenGroup): Group {
  return {
    id: written.id,
    name: written.name ?? written.id,
    weight: written.weight ?? 1,
    combine: written.combine ?? 'mean',
    inferred: written.inferred ?? false,
    groups: (written.groups ?? []).map(group),
    items: (written.items ?? []).map(scoredItem),
  };
}

function scoredItem(written: WrittenScoredItem): ScoredItem {
  return {
    id: written.id,
    says: written.says ?? written.milestone ?? written.id,
    weight: written.weight ?? 1,
    inferred: written.inferred ?? false,
    worth: written.when
      ? { when: expression(written.when) }
      : { milestone: written.milestone as MilestoneKey },
  };
}

function expression(written: WrittenExpression): Expression {
  if ('milestone' in written) {
    return {
      form: 'milestone',
      milestone: written.milestone as MilestoneKey,
      degree: written.degree ?? 1,
      within: duration(written.within),
      heldFor: duration(written.heldFor),
      scope: written.scope ?? 'self',
    };
  }
  if ('all' in written) return { form: 'all', of: written.all.map(expression) };
  if ('any' in written) return { form: 'any', of: written.any.map(expression) };
  if ('atLeast' in written) {
    return {
      form: 'atLeast',
      count: written.atLeast.count,
      of: written.atLeast.of.map(expression),
    };
  }
  return { form: 'units', ...written.units, meet: expression(written.units.meet) };
}

/** An expression as a model file writes it, defaults left out. */
export function writeExpression(meant: Expression): WrittenExpression {
  switch (meant.form) {
    case 'milestone':
      return {
        milestone: meant.milestone,
        ...(meant.degree === 1 ? {} : { degree: meant.degree }),
        ...(meant.within ? { within: meant.within.iso } : {}),
        ...(meant.heldFor ? { heldFor: meant.heldFor.iso } : {}),
        ...(meant.scope === 'up' ? { scope: meant.scope } : {}),
      };
    case 'all':
      return { all: meant.of.map(writeExpression) };
    case 'any':
      return { any: meant.of.map(writeExpression) };
    case 'atLeast':
      return { atLeast: { count: meant.count, of: meant.of.map(writeExpression) } };
    case 'units': {
      const { of, kind, atLeast, meet } = meant;
      return {
        units: {
          of,
          ...(kind === undefined ? {} : { kind }),
          atLeast,
          meet: writeExpression(meet),
        },
      };
    }
  }
}

function duration(iso: string | undefined): Duration | undefined {
  return iso === undefined ? undefined : parseDuration(iso);
}

function unique(keys: readonly string[] | undefined): readonly MilestoneKey[] {
  return [...new Set(keys)] as MilestoneKey[];
}

function references(
  written: Readonly<Record<string, readonly (string | number)[]>> | undefined,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(written ?? {}).map(([catalogue, places]) => [catalogue, places.map(String)]),
  );
}
