import type { QueryBus } from '@nestjs/cqrs';
import type { Standing, UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { PreviewQuery } from '#lib/projections';
import { viewerOf } from '../reach.js';
import type { By } from '../recorder.js';

/** The standings of a unit that would change, before and after; one for each model in both. */
export interface UnitDifference {
  readonly unit: UnitKey;
  readonly before: readonly Standing[];
  readonly after: readonly Standing[];
}

/** So many units are compared. */
const MOST_COMPARED = 50;

/** What recording some drafts would change in the standings of the first units they are about. */
export async function differences(
  queries: QueryBus,
  by: By,
  drafts: readonly EventDraft[],
): Promise<readonly UnitDifference[]> {
  const units = [...new Set(drafts.flatMap((draft) => draft.unit ?? []))];
  const compared: UnitDifference[] = [];
  for (const unit of units.slice(0, MOST_COMPARED)) {
    const ofUnit = drafts.filter((draft) => draft.unit === unit);
    const { before, after } = await queries.execute(new PreviewQuery(viewerOf(by), unit, ofUnit));
    const differing = before.flatMap((one, index) => (same(one, after[index]) ? [] : [index]));
    if (differing.length === 0) continue;
    compared.push({
      unit,
      before: differing.flatMap((index) => before[index] ?? []),
      after: differing.flatMap((index) => after[index] ?? []),
    });
  }
  return compared;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
