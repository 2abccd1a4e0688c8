import type { MaturityModel, ModelId, UnitKey } from '#lib/domain';

/** What is to be told of an act. */
interface Told {
  /** Null: each unit for itself. */
  readonly at: UnitKey | null;
  /** Units that rise in at least one model. */
  readonly units: number;
  readonly models: readonly { readonly title: string; readonly units: number }[];
  readonly advances: number;
  readonly towards: number;
}

/** Why an act is worth it, in sentences. */
export function whyOf(
  move: Told,
  keyMoveIn: readonly ModelId[],
  models: ReadonlyMap<ModelId, MaturityModel>,
): readonly string[] {
  const titles = (ids: readonly ModelId[]) => listed(ids.map((id) => models.get(id)?.title ?? id));
  const why: string[] = [];
  if (move.advances > 0) {
    const won = move.models.map(({ units, title }) => `${units} in ${title}`);
    why.push(
      move.at === null
        ? `Each of ${counted(move.units)} rises by achieving it for itself: ${listed(won)}.`
        : `Achieved once at ${move.at}, it holds for everybody below: ${counted(move.units)} rise by it alone, ${listed(won)}.`,
    );
  }
  if (move.towards > 0) {
    why.push(
      `It is one of several things that are missing for ${move.towards} ${move.towards === 1 ? 'next stage' : 'next stages'} more.`,
    );
  }
  if (keyMoveIn.length > 0) {
    why.push(`It is the key move of a next stage in ${titles(keyMoveIn)}.`);
  }
  return why;
}

function counted(units: number): string {
  return units === 1 ? '1 unit' : `${units} units`;
}

function listed(parts: readonly string[]): string {
  const last = parts[parts.length - 1] ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
