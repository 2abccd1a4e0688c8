import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventId, Position, UnitKey } from '#lib/domain';
import type { EventDraft, StoredEvent } from '#lib/event-log';
import type { Known } from '../known.js';
import { needsApproval, type Sensitive } from '../proposals/approvals.js';
import { type By, type Decide, Recorder, requireUnit } from '../recorder.js';
import { Refusal } from '../refusal.js';
import { type Achievement, achieve } from './achieve-milestone.command.js';
import { type Assessment, assess } from './assess-milestone.command.js';
import { type LapseOf, lapse } from './lapse-milestone.command.js';
import { retract } from './retract-event.command.js';
import { type WaiverOf, waive } from './waive-milestone.command.js';

/** A fact that another system tells, by kind. */
export type ForeignFact =
  | { readonly kind: 'achieved'; readonly data: Achievement }
  | { readonly kind: 'lapsed'; readonly data: LapseOf }
  | { readonly kind: 'assessed'; readonly data: Assessment }
  | { readonly kind: 'waived'; readonly data: WaiverOf }
  | {
      readonly kind: 'retracted';
      readonly data: { readonly event: EventId; readonly reason: string };
    };

/** Where a foreign fact comes from, and its id there: given twice, it is recorded once. */
export interface Origin {
  readonly source: string;
  readonly sourceId: string;
}

/** What became of a foreign fact. */
export interface Taken {
  readonly event: EventId;
  readonly position: Position;
  /** It was recorded before, with the same content. */
  readonly duplicate: boolean;
}

/** Records a fact that another system tells, once for its source and id. */
export class RecordForeignFact extends Command<Taken> {
  constructor(
    readonly by: By,
    readonly origin: Origin,
    readonly unit: UnitKey,
    readonly fact: ForeignFact,
  ) {
    super();
  }
}

@CommandHandler(RecordForeignFact)
export class RecordForeignFactHandler implements ICommandHandler<RecordForeignFact> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal `approval-needed`, and as the command for a fact of the same kind; EventConflict */
  async execute({ by, origin, unit, fact }: RecordForeignFact): Promise<Taken> {
    const decide = decisionOf(unit, fact, origin);
    const { answer } = await this.recorder.append(by, {
      units: [unit],
      alone: fact.kind === 'retracted',
      decide: async (known) => {
        requireUnit(known, unit);
        const drafts = await decide(known);
        await requireNoApproval(known, fact, origin);
        return drafts.map((draft): EventDraft => ({ ...draft, ...origin }));
      },
      answer: ({ events, duplicate }): Taken => {
        const { id, position } = events[0] as StoredEvent;
        return { event: id, position, duplicate };
      },
    });
    return answer;
  }
}

function decisionOf(unit: UnitKey, fact: ForeignFact, origin: Origin): Decide {
  switch (fact.kind) {
    case 'achieved':
      return achieve(unit, fact.data);
    case 'lapsed':
      return lapse(unit, fact.data);
    case 'assessed':
      return assess(unit, fact.data);
    case 'waived':
      return waive(unit, fact.data);
    case 'retracted':
      return retract(unit, fact.data, origin);
  }
}

/**
 * What somebody else has to approve is proposed by a person, not by a system. What came before is a
 * repeat, which the log knows.
 * @throws Refusal `approval-needed`
 */
async function requireNoApproval(known: Known, fact: ForeignFact, origin: Origin): Promise<void> {
  const sensitive = sensitiveOf(fact);
  if (!sensitive || !(await needsApproval(known, sensitive))) return;
  const before = await known.tx.query(
    'SELECT FROM event WHERE program_id = $1 AND source = $2 AND source_id = $3',
    [known.program, origin.source, origin.sourceId],
  );
  if (before.length > 0) return;
  const path = sensitive.kind === 'waiver' ? 'waivers' : 'retractions';
  throw new Refusal(
    'approval-needed',
    `In this program somebody else has to approve that. Propose it by POST /units/{unit}/${path}.`,
  );
}

function sensitiveOf(fact: ForeignFact): Sensitive | undefined {
  if (fact.kind === 'waived') return { kind: 'waiver' };
  return fact.kind === 'retracted' ? { kind: 'retraction', event: fact.data.event } : undefined;
}
