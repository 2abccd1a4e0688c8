import type { Schemas } from '#lib/client';

type Standing = Schemas['Standing'];

/** A criterion, by the place it has in its model. */
export interface CriterionAt {
  readonly model: string;
  readonly criterion: string;
  /** The stage it belongs to, or the dimension. */
  readonly place: string | null;
}

/** What becomes of a unit in one model. */
export interface Change {
  readonly model: string;
  readonly before: Standing | undefined;
  readonly after: Standing | undefined;
  readonly moves: 'rises' | 'falls' | 'stays';
  /** Criteria that become met. */
  readonly gained: readonly CriterionAt[];
  /** Criteria that are no longer met. */
  readonly lost: readonly CriterionAt[];
  /** Criteria that are met by decision only from then on, or no longer so. */
  readonly waived: readonly CriterionAt[];
  readonly unwaived: readonly CriterionAt[];
  readonly dimensions: readonly {
    readonly id: string;
    readonly name: string;
    readonly from: number;
    readonly to: number;
  }[];
  /** The stage stays, but is held since another day. */
  readonly since: { readonly from: string; readonly to: string } | undefined;
  /** Nothing of all this differs. */
  readonly none: boolean;
}

/** Compares two lists of standings of one unit, model by model, in the order of the first. */
export function changesOf(
  before: readonly Standing[],
  after: readonly Standing[],
): readonly Change[] {
  const models = [...new Set([...before, ...after].map(({ model }) => model))];
  const of = (standings: readonly Standing[], model: string) =>
    standings.find((standing) => standing.model === model);
  return models.map((model) => changeOf(model, of(before, model), of(after, model)));
}

function changeOf(
  model: string,
  before: Standing | undefined,
  after: Standing | undefined,
): Change {
  const [met, then] = [metOf(before), metOf(after)];
  const both = [...met.keys()].filter((key) => then.has(key));
  const at = (keys: readonly string[], from: ReadonlyMap<string, Met>) =>
    keys.flatMap((key) => {
      const found = from.get(key);
      return found ? [{ model, criterion: found.criterion, place: found.place }] : [];
    });
  const lists = {
    gained: at(
      [...then.keys()].filter((key) => !met.has(key)),
      then,
    ),
    lost: at(
      [...met.keys()].filter((key) => !then.has(key)),
      met,
    ),
    waived: at(
      both.filter((key) => !met.get(key)?.waived && then.get(key)?.waived),
      then,
    ),
    unwaived: at(
      both.filter((key) => met.get(key)?.waived && !then.get(key)?.waived),
      then,
    ),
    dimensions: dimensionsOf(before, after),
  };
  const moves = moveOf(before, after);
  const since =
    moves === 'stays' && before && after && before.since !== after.since
      ? { from: before.since, to: after.since }
      : undefined;
  const none =
    moves === 'stays' &&
    !since &&
    figuresOf(before) === figuresOf(after) &&
    Object.values(lists).every(({ length }) => length === 0);
  return { model, before, after, moves, ...lists, since, none };
}

interface Met {
  readonly criterion: string;
  readonly place: string | null;
  readonly waived: boolean;
}

function metOf(standing: Standing | undefined): ReadonlyMap<string, Met> {
  const met = standing?.met ?? [];
  return new Map(
    met.map(({ criterion, stage, dimension, level, waived }) => {
      const place = dimension ?? stage;
      return [`${place ?? ''}/${level ?? ''}/${criterion}`, { criterion, place, waived }] as const;
    }),
  );
}

function dimensionsOf(before: Standing | undefined, after: Standing | undefined) {
  const earlier = before?.dimensions ?? [];
  return (after?.dimensions ?? []).flatMap(({ id, name, level }) => {
    const from = earlier.find((one) => one.id === id)?.level ?? 0;
    return from === level ? [] : [{ id, name, from, to: level }];
  });
}

const figuresOf = (standing: Standing | undefined): string =>
  JSON.stringify([standing?.score, standing?.checked, standing?.mean, standing?.next?.progress]);

function moveOf(before: Standing | undefined, after: Standing | undefined): Change['moves'] {
  const [from, to] = [heightOf(before), heightOf(after)];
  if (from === to) return 'stays';
  return to > from ? 'rises' : 'falls';
}

/** How high a standing is: its stage; without stages its score, its mean or what is checked. */
function heightOf(standing: Standing | undefined): number {
  if (!standing) return -1;
  const { stage, score, mean, checked } = standing;
  return stage?.ordinal ?? score ?? mean ?? checked ?? 0;
}
