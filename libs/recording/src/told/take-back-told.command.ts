import { Command, CommandHandler, type ICommandHandler, QueryBus } from '@nestjs/cqrs';
import type { EventId, Instant } from '#lib/domain';
import type { Tx } from '#lib/platform';
import type { Known } from '../known.js';
import { Present } from '../present.js';
import { type By, Recorder } from '../recorder.js';
import { differences, type UnitDifference } from './compare.js';
import { type TakingBack, takingBack, type ToldOf } from './taking-back.js';

/** What taking facts back did, or would do. */
export interface TookBack {
  readonly taken: readonly EventId[];
  readonly left: TakingBack['left'];
  /** In a preview: the standings of units that would change, the first ones of them. */
  readonly standings: readonly UnitDifference[];
}

/** Takes back what a source told, all of it in one append. With `by.preview` it shows what that would do. */
export class TakeBackTold extends Command<TookBack> {
  constructor(
    readonly by: By,
    readonly facts: readonly ToldOf[],
    readonly reason: string,
    /** Keeps what was taken back, in the transaction that does it. */
    readonly keep?: (tx: Tx, taken: readonly EventId[], at: Instant) => Promise<void>,
  ) {
    super();
  }
}

/** Hundreds of retractions are computed in it. */
const TIMEOUT_MS = 60_000;

@CommandHandler(TakeBackTold)
export class TakeBackToldHandler implements ICommandHandler<TakeBackTold> {
  constructor(
    private readonly recorder: Recorder,
    private readonly present: Present,
    private readonly queries: QueryBus,
  ) {}

  async execute({ by, facts, reason, keep }: TakeBackTold): Promise<TookBack> {
    const units = [...new Set(facts.map(({ unit }) => unit))];
    const decide = (known: Known) => planned(known, units, facts, reason);
    if (by.preview) {
      const plan = await this.present.look(by.program, units, decide);
      return { ...outcome(plan), standings: await differences(this.queries, by, plan.drafts) };
    }
    let plan: TakingBack | undefined;
    const { answer } = await this.recorder.append(by, {
      ...{ units, alone: true, timeoutMs: TIMEOUT_MS },
      decide: async (known) => {
        plan = await decide(known);
        await keep?.(known.tx, plan.taken, known.now);
        return plan.drafts;
      },
      answer: (): TookBack => ({ ...outcome(plan as TakingBack), standings: [] }),
    });
    return answer;
  }
}

async function planned(
  known: Known,
  units: readonly ToldOf['unit'][],
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
