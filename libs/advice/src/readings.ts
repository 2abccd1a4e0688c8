import {
  type Criterion,
  type Dictionary,
  type Expression,
  type Group,
  impliedClosure,
  type MaturityModel,
  type MilestoneKey,
} from '#lib/domain';

/** A criterion and the rung of its model on which it stands. */
export interface Reading {
  readonly criterion: Pick<Criterion, 'id' | 'says' | 'when' | 'supporting' | 'keyMove'>;
  /** Ordinal of the stage or level; null in models whose criteria stand on no rung. */
  readonly rung: number | null;
  /** The id of that stage; null without one. */
  readonly stage: string | null;
  readonly dimension?: string;
}

type Leaf = Extract<Expression, { form: 'milestone' }>;

/** A milestone as an expression asks for it. */
export interface Asking {
  readonly leaf: Leaf;
  /** Asked of the units below, not of the unit itself. */
  readonly ofUnitsBelow: boolean;
}

const kept = new WeakMap<MaturityModel, readonly Reading[]>();

/** Every criterion and item of a model, in the model's order. */
export function readingsOf(model: MaturityModel): readonly Reading[] {
  let readings = kept.get(model);
  if (!readings) kept.set(model, (readings = read(model)));
  return readings;
}

function read(model: MaturityModel): readonly Reading[] {
  switch (model.policy) {
    case 'gates':
      return model.stages.flatMap(({ criteria, ordinal, id }) =>
        criteria.map((criterion) => ({ criterion, rung: ordinal, stage: id })),
      );
    case 'dimensions':
      return model.dimensions.flatMap((dimension) =>
        dimension.levels.flatMap(({ criteria, level }) =>
          criteria.map((criterion) => ({
            criterion,
            rung: level,
            stage: model.stages[level - 1]?.id ?? null,
            dimension: dimension.id,
          })),
        ),
      );
    case 'checklist':
      return model.items.map((criterion) => ({ criterion, rung: null, stage: null }));
    case 'scored':
      return model.groups.flatMap(itemsOf);
  }
}

function itemsOf(group: Group): readonly Reading[] {
  const own = group.items.map(({ id, says, worth }) => ({
    criterion: {
      id,
      says,
      when: 'when' in worth ? worth.when : milestoneLeaf(worth.milestone),
      supporting: false,
      keyMove: false,
    },
    rung: null,
    stage: null,
  }));
  return [...own, ...group.groups.flatMap(itemsOf)];
}

function milestoneLeaf(milestone: MilestoneKey): Leaf {
  return { form: 'milestone', milestone, degree: 1, scope: 'self' };
}

/** The milestones an expression asks for, in its order. */
export function askingsOf(expression: Expression, ofUnitsBelow = false): readonly Asking[] {
  switch (expression.form) {
    case 'milestone':
      return [{ leaf: expression, ofUnitsBelow }];
    case 'units':
      return askingsOf(expression.meet, true);
    default:
      return expression.of.flatMap((part) => askingsOf(part, ofUnitsBelow));
  }
}

/** Whether holding a milestone can make an expression true for the unit itself. */
export function reads(
  expression: Expression,
  milestone: MilestoneKey,
  dictionary: Dictionary,
): boolean {
  return askingsOf(expression).some(
    ({ leaf, ofUnitsBelow }) =>
      !ofUnitsBelow && impliedClosure(dictionary, leaf.milestone).includes(milestone),
  );
}

/**
 * Whether a milestone achieved by a unit can make an expression true for it, by way of units below
 * that look upwards too.
 */
export function turnsOn(
  expression: Expression,
  milestone: MilestoneKey,
  dictionary: Dictionary,
): boolean {
  return askingsOf(expression).some(
    ({ leaf, ofUnitsBelow }) =>
      (!ofUnitsBelow || leaf.scope === 'up') &&
      impliedClosure(dictionary, leaf.milestone).includes(milestone),
  );
}

/** Whether a model looks for a milestone at the units above as well. */
export function readsUp(model: MaturityModel, milestone: MilestoneKey): boolean {
  let up = upwards.get(model);
  if (!up) {
    const leaves = readingsOf(model).flatMap(({ criterion }) => askingsOf(criterion.when));
    const read = leaves.filter(({ leaf }) => leaf.scope === 'up');
    upwards.set(model, (up = new Set(read.map(({ leaf }) => leaf.milestone))));
  }
  return up.has(milestone);
}

const upwards = new WeakMap<MaturityModel, ReadonlySet<MilestoneKey>>();
