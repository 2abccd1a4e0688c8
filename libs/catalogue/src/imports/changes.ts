import type { Criterion, Dictionary, Group, MaturityModel, MilestoneEntry } from '#lib/domain';
import { writeExpression } from '../normalise.js';

/** One statement of a model. */
export interface Statement {
  readonly id: string;
  readonly says: string;
  /** The stage, level or group it stands in. */
  readonly place: string;
}

/** What a version says otherwise than the one before. */
export interface ModelChanges {
  readonly added: readonly Statement[];
  readonly removed: readonly Statement[];
  readonly reworded: readonly (Statement & { readonly said: string })[];
  readonly moved: readonly (Statement & { readonly from: string })[];
  /** Those that ask for something else, or count otherwise. */
  readonly asked: readonly Statement[];
}

/** Compares two versions of a model, statement by statement, told apart by their ids. */
export function changesBetween(former: MaturityModel, next: MaturityModel): ModelChanges {
  const [before, after] = [statementsOf(former), statementsOf(next)];
  const both = [...after].flatMap(([id, now]) => {
    const was = before.get(id);
    return was ? [{ was, now }] : [];
  });
  return {
    added: [...after.values()].filter(({ id }) => !before.has(id)).map(shown),
    removed: [...before.values()].filter(({ id }) => !after.has(id)).map(shown),
    reworded: both
      .filter(({ was, now }) => was.says !== now.says)
      .map(({ was, now }) => ({ ...shown(now), said: was.says })),
    moved: both
      .filter(({ was, now }) => was.place !== now.place)
      .map(({ was, now }) => ({ ...shown(now), from: was.place })),
    asked: both.filter(({ was, now }) => was.counts !== now.counts).map(({ now }) => shown(now)),
  };
}

interface Counted extends Statement {
  readonly counts: string;
}

function shown({ id, says, place }: Counted): Statement {
  return { id, says, place };
}

function statementsOf(model: MaturityModel): ReadonlyMap<string, Counted> {
  const all = listed(model);
  return new Map(all.map((statement) => [statement.id, statement]));
}

function listed(model: MaturityModel): readonly Counted[] {
  switch (model.policy) {
    case 'gates':
      return model.stages.flatMap((stage) => criteria(stage.criteria, stage.id));
    case 'dimensions':
      return model.dimensions.flatMap(({ id, levels }) =>
        levels.flatMap((level) => criteria(level.criteria, `${id}/${level.level}`)),
      );
    case 'checklist':
      return criteria(model.items, '');
    case 'scored':
      return model.groups.flatMap((group) => items(group, ''));
  }
}

function criteria(some: readonly Criterion[], place: string): readonly Counted[] {
  return some.map(({ id, says, when, keyMove, supporting }) => ({
    ...{ id, says, place },
    counts: JSON.stringify([writeExpression(when), keyMove, supporting]),
  }));
}

function items(group: Group, above: string): readonly Counted[] {
  const place = above === '' ? group.id : `${above}/${group.id}`;
  return [
    ...group.items.map(({ id, says, weight, worth }) => ({
      ...{ id, says, place },
      counts: JSON.stringify(['when' in worth ? writeExpression(worth.when) : worth, weight]),
    })),
    ...group.groups.flatMap((inner) => items(inner, place)),
  ];
}

/** How the dictionary would change. */
export interface EntryChanges {
  readonly new: readonly MilestoneEntry[];
  readonly changed: readonly MilestoneEntry[];
  readonly kept: number;
}

/** Compares the entries that models bring with those of a program, each key once. */
export function entryChanges(
  models: readonly MaturityModel[],
  dictionary: Dictionary,
): EntryChanges {
  const brought = new Map(
    models.flatMap(({ milestones }) => milestones.map((entry) => [entry.key, entry] as const)),
  );
  const entries = [...brought.values()];
  const same = (entry: MilestoneEntry) =>
    JSON.stringify(sortedOf(dictionary.get(entry.key))) === JSON.stringify(sortedOf(entry));
  const known = entries.filter(({ key }) => dictionary.has(key));
  return {
    new: entries.filter(({ key }) => !dictionary.has(key)),
    changed: known.filter((entry) => !same(entry)),
    kept: known.filter(same).length,
  };
}

function sortedOf(entry: MilestoneEntry | undefined): readonly (readonly [string, unknown])[] {
  return Object.entries(entry ?? {})
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
