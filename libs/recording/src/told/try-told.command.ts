import { Command, CommandHandler, type ICommandHandler, QueryBus } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import { type EventDraft, requireRecordable } from '#lib/event-log';
import type { Origin } from '../facts/record-foreign-fact.command.js';
import type { Known } from '../known.js';
import { Present } from '../present.js';
import { type By, requireUnit } from '../recorder.js';
import { differences, type UnitDifference } from './compare.js';
import { decided, lastTold, type ToldFact } from './told-facts.js';

/** A fact as it would be told. */
export interface FactToTry {
  readonly origin: Origin;
  readonly unit: UnitKey;
  readonly fact: ToldFact;
}

/** What would become of a fact. */
export interface Tried {
  readonly outcome: 'recorded' | 'repeated' | 'nothing' | 'rejected';
  readonly reason?: string;
}

/** What would become of facts, each by itself, and what that would change. */
export interface TriedFacts {
  /** In the order of the facts. */
  readonly outcomes: readonly Tried[];
  /** Of the first units that would change. */
  readonly standings: readonly UnitDifference[];
}

/** Shows what telling facts would do; nothing is recorded. */
export class TryTold extends Command<TriedFacts> {
  constructor(
    readonly by: By,
    readonly facts: readonly FactToTry[],
  ) {
    super();
  }
}

/** So many units are looked at in one transaction. */
const AT_ONCE = 20;

@CommandHandler(TryTold)
export class TryToldHandler implements ICommandHandler<TryTold> {
  constructor(
    private readonly present: Present,
    private readonly queries: QueryBus,
  ) {}

  async execute({ by, facts }: TryTold): Promise<TriedFacts> {
    const units = [...new Set(facts.map(({ unit }) => unit))];
    const outcomes = new Map<FactToTry, Tried>();
    const drafts: EventDraft[] = [];
    for (let start = 0; start < units.length; start += AT_ONCE) {
      const some = units.slice(start, start + AT_ONCE);
      const theirs = facts.filter(({ unit }) => some.includes(unit));
      await this.present.look(by.program, some, async (known) => {
        for (const one of theirs) {
          const { tried, would } = await tryOne(known, one);
          outcomes.set(one, tried);
          drafts.push(...would);
        }
      });
    }
    return {
      outcomes: facts.flatMap((one) => outcomes.get(one) ?? []),
      standings: await differences(this.queries, by, drafts),
    };
  }
}

async function tryOne(
  known: Known,
  { origin, unit, fact }: FactToTry,
): Promise<{ readonly tried: Tried; readonly would: readonly EventDraft[] }> {
  const only = (tried: Tried) => ({ tried, would: [] });
  try {
    requireUnit(known, unit);
    if ((await lastTold(known, unit, origin))?.stands) return only({ outcome: 'repeated' });
    const would = await decided(known, unit, fact);
    if (would.length === 0) return only({ outcome: 'nothing' });
    requireRecordable(would, known.now);
    return { tried: { outcome: 'recorded' }, would };
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message: string };
    // what the database says is no refusal
    if (typeof code !== 'string' || !/^[a-z]+(-[a-z]+)+$/.test(code)) throw error;
    if (code === 'database-unavailable') throw error;
    return only({ outcome: 'rejected', reason: message });
  }
}
