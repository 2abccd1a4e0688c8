import { Command, CommandHandler, type ICommandHandler, QueryBus } from '@nestjs/cqrs';
import type { EventId, Standing, UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { PreviewQuery } from '#lib/projections';
import type { Known } from '../known.js';
import { Present } from '../present.js';
import { viewerOf } from '../reach.js';
import { type By, Recorder } from '../recorder.js';
import { type TakingBack, takingBack, type ToldOf } from './taking-back.js';

/** What taking facts back did, or would do. */
export interface TookBack {
  readonly taken: readonly EventId[];
  readonly left: TakingBack['left'];
  /** In a preview: the standings of units that would change, the first ones of them. */
  readonly standings: readonly {
    readonly unit: UnitKey;
    readonly before: readonly Standing[];
    readonly after: readonly Standing[];
  }[];
}

/** Takes back what a source told, all of it in one append. With `by.preview` it shows what that would do. */
export class TakeBackTold extends Command<TookBack> {
  constructor(
    readonly by: By,
    readonly facts: readonly ToldOf[],
    readonly reason: string,
  ) {
    super();
  }
}

/** So many units are compared in a preview. */
const MOST_COMPARED = 50;
/** Hundreds of retractions are computed in it. */
const TIMEOUT_MS = 60_000;

@CommandHandler(TakeBackTold)
export class TakeBackToldHandler implements ICommandHandler<TakeBackTold> {
  constructor(
    private readonly recorder: Recorder,
    private readonly present: Present,
    private readonly queries: QueryBus,
  ) {}

  async execute({ by, facts, reason }: TakeBackTold): Promise<TookBack> {
    const units = [...new Set(facts.map(({ unit }) => unit))];
    const decide = (known: Known) => planned(known, units, facts, reason);
    if (by.preview) {
      const plan = await this.present.look(by.program, units, decide);
      return { ...outcome(plan), standings: await this.compare(by, plan.drafts) };
    }
    let plan: TakingBack | undefined;
    const { answer } = await this.recorder.append(by, {
      ...{ units, alone: true, timeoutMs: TIMEOUT_MS },
      decide: async (known) => {
        plan = await decide(known);
        return plan.drafts;
      },
      answer: (): TookBack => ({ ...outcome(plan as TakingBack), standings: [] }),
    });
    return answer;
  }

  private async compare(by: By, drafts: readonly EventDraft[]): Promise<TookBack['standings']> {
    const compared: TookBack['standings'][number][] = [];
    for (const unit of new Set(drafts.flatMap((draft) => draft.unit ?? []))) {
      if (compared.length === MOST_COMPARED) break;
      const ofUnit = drafts.filter((draft) => draft.unit === unit);
      const { before, after } = await this.queries.execute(
        new PreviewQuery(viewerOf(by), unit, ofUnit),
      );
      const changed = (index: number) => same(before[index], after[index]);
      const differing = before.flatMap((_, index) => (changed(index) ? [] : [index]));
      if (differing.length === 0) continue;
      compared.push({
        unit,
        before: differing.flatMap((index) => before[index] ?? []),
        after: differing.flatMap((index) => after[index] ?? []),
      });
    }
    return compared;
  }
}

async function planned(
  known: Known,
  units: readonly UnitKey[],
  facts: readonly ToldOf[],
  reason: string,
): Promise<TakingBack> {
  const plans: TakingBack[] = [];
  for (const unit of units) {
    const wanted = new Set(facts.filter((one) => one.unit === unit).map(({ event }) => event));
    plans.push(await takingBack(known, unit, wanted, reason));
  }
  return {
    drafts: plans.flatMap(({ drafts }) => drafts),
    taken: plans.flatMap(({ taken }) => taken),
    left: plans.flatMap(({ left }) => left),
  };
}

const outcome = ({ taken, left }: TakingBack) => ({ taken, left });
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
