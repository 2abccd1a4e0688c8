import {
  type Dictionary,
  type Expression,
  type Group,
  impliedClosure,
  type MaturityModel,
  type MilestoneKey,
  type ModelId,
} from '#lib/domain';

/** Which milestones the models read, and how: so that a fact recomputes only what it can move. */
export interface ReadIndex {
  /** Models that read a milestone, or one that it implies. */
  readonly readers: ReadonlyMap<MilestoneKey, ReadonlySet<ModelId>>;
  /** Milestones that a model reads from the units above. */
  readonly fromAbove: ReadonlySet<MilestoneKey>;
  /** Milestones that a model reads from the units below. */
  readonly fromBelow: ReadonlySet<MilestoneKey>;
  /** What a model asks of the units above, each question once. */
  readonly inherited: ReadonlyMap<ModelId, readonly Inherited[]>;
  /** Whether any model counts the units below. */
  readonly countsUnits: boolean;
}

/** A question that the units above may answer. */
export type Inherited = Extract<Expression, { form: 'milestone' }>;

/** Builds the index over the models in force. */
export function readIndex(models: Iterable<MaturityModel>, dictionary: Dictionary): ReadIndex {
  const readers = new Map<MilestoneKey, Set<ModelId>>();
  const fromAbove = new Set<MilestoneKey>();
  const fromBelow = new Set<MilestoneKey>();
  const inherited = new Map<ModelId, Inherited[]>();
  let countsUnits = false;
  for (const model of models) {
    const note = (key: MilestoneKey, up: boolean, down: boolean) => {
      for (const read of impliedClosure(dictionary, key)) {
        readers.set(read, (readers.get(read) ?? new Set()).add(model.id));
        if (up) fromAbove.add(read);
        if (down) fromBelow.add(read);
      }
    };
    const visit = (expression: Expression, down: boolean): void => {
      if (expression.form === 'milestone') {
        if (expression.scope === 'up') {
          inherited.set(model.id, [...(inherited.get(model.id) ?? []), expression]);
        }
        note(expression.milestone, expression.scope === 'up', down);
      } else if (expression.form === 'units') {
        countsUnits = true;
        visit(expression.meet, true);
      } else {
        for (const part of expression.of) visit(part, down);
      }
    };
    for (const read of readsOf(model)) {
      if ('when' in read) visit(read.when, false);
      else note(read.milestone, false, false);
    }
  }
  return { readers, fromAbove, fromBelow, inherited, countsUnits };
}

type Read = { readonly when: Expression } | { readonly milestone: MilestoneKey };

function readsOf(model: MaturityModel): readonly Read[] {
  switch (model.policy) {
    case 'gates':
      return model.stages.flatMap((stage) => stage.criteria);
    case 'dimensions':
      return model.dimensions.flatMap(({ levels }) => levels.flatMap((level) => level.criteria));
    case 'checklist':
      return model.items;
    case 'scored':
      return model.groups.flatMap(readsOfGroup);
  }
}

function readsOfGroup(group: Group): readonly Read[] {
  return [...group.items.map((item) => item.worth), ...group.groups.flatMap(readsOfGroup)];
}
