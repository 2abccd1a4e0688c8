import { type EventId, retractedEvents, type UnitKey } from '#lib/domain';
import { EventConflict, type EventDraft, OWN_SOURCE } from '#lib/event-log';
import { achieve } from '../facts/achieve-milestone.command.js';
import { assess } from '../facts/assess-milestone.command.js';
import { lapse } from '../facts/lapse-milestone.command.js';
import type { ForeignFact, Origin } from '../facts/record-foreign-fact.command.js';
import type { Known } from '../known.js';
import { appendChange, type By, requireUnit } from '../recorder.js';
import type { Records } from '../records.js';
import { toldOfSameMoment } from './same-moment.js';
import { moveTarget, type TargetMove } from './target-move.js';

/** A fact that a source tells. */
export type ToldFact =
  | Extract<ForeignFact, { kind: 'achieved' | 'lapsed' | 'assessed' }>
  | { readonly kind: 'target'; readonly data: TargetMove };

/** A fact of a unit, as it is to be recorded. */
export interface FactToRecord {
  readonly unit: UnitKey;
  readonly fact: ToldFact;
  readonly withinMs?: number;
}

/** What became of a fact that was told. */
export type Told =
  | { readonly outcome: 'recorded' | 'repeated'; readonly event: EventId }
  /** There was nothing to change: a target that stands there, or was moved later. */
  | { readonly outcome: 'nothing' };

/** Records what sources tell, outside of any request. */
export class ToldFacts {
  constructor(private readonly records: Pick<Records, 'log' | 'catalogue' | 'wakeups'>) {}

  /**
   * Records a fact once for its origin, however often it is told; again, once it was retracted.
   * @param withinMs the same of a moment no further away is the same, where its source tells it twice over
   * @throws Refusal `unit-unknown`, and as the command for a fact of the same kind; EventConflict when
   * two who work side by side tell it differently
   */
  async record(by: By, origin: Origin, { unit, fact, withinMs = 0 }: FactToRecord): Promise<Told> {
    const telling = { unit, fact, source: origin.source };
    let near: EventId | undefined;
    try {
      const told = await this.append(by, telling, async (known) => {
        near = withinMs === 0 ? undefined : await toldOfSameMoment(known, telling, withinMs);
        return near === undefined ? origin.sourceId : null;
      });
      if (near !== undefined) return { outcome: 'repeated', event: near };
      if (told.outcome !== 'repeated') return told;
    } catch (error) {
      if (!(error instanceof EventConflict)) throw error;
    }
    // it was told before: it counts, or it was taken back since and is told anew
    let standing: EventId | undefined;
    const again = await this.append(by, telling, async (known) => {
      const told = await lastTold(known, unit, origin);
      // a target that is to be moved does not stand where it was told to be
      standing = told?.stands && fact.kind !== 'target' ? told.event : undefined;
      return standing === undefined ? numbered(origin.sourceId, (told?.number ?? 0) + 1) : null;
    });
    return standing === undefined ? again : { outcome: 'repeated', event: standing };
  }

  /** @param named under which id at its source it is told; null: not at all */
  private async append(
    by: By,
    { unit, fact, source }: Telling,
    named: (known: Known) => Promise<string | null> | string,
  ): Promise<Told> {
    const { answer } = await appendChange(this.records, by, {
      units: [unit],
      alone: fact.kind === 'target',
      decide: async (known) => {
        requireUnit(known, unit);
        const sourceId = await named(known);
        if (sourceId === null) return [];
        const drafts = await decided(known, unit, fact);
        return drafts.map((draft): EventDraft => ({ ...draft, source, sourceId }));
      },
      answer: ({ events: [event], duplicate }): Told => {
        if (event === undefined) return { outcome: 'nothing' };
        return { outcome: duplicate ? 'repeated' : 'recorded', event: event.id };
      },
    });
    return answer;
  }
}

interface Telling {
  readonly unit: UnitKey;
  readonly fact: ToldFact;
  readonly source: string;
}

/** What recording a fact would put into the log. @throws as `ToldFacts.record` */
export async function decided(
  known: Known,
  unit: UnitKey,
  fact: ToldFact,
): Promise<readonly EventDraft[]> {
  switch (fact.kind) {
    case 'achieved':
      return achieve(unit, fact.data)(known);
    case 'lapsed':
      return lapse(unit, fact.data)(known);
    case 'assessed':
      return assess(unit, fact.data)(known);
    case 'target':
      return moveTarget(known, unit, fact.data);
  }
}

interface LastTold {
  readonly event: EventId;
  /** 1 for the first time it was told. */
  readonly number: number;
  /** Whether it counts: it was not retracted. */
  readonly stands: boolean;
}

/** The last time that a fact of this origin was recorded. */
export async function lastTold(
  known: Known,
  unit: UnitKey,
  { source, sourceId }: Origin,
): Promise<LastTold | undefined> {
  let last: LastTold | undefined;
  let retracted: ReadonlySet<EventId> | undefined;
  for (let number = 1; ; number += 1) {
    const [row] = await known.tx.query<{ id: EventId }>(
      `SELECT id FROM event WHERE program_id = $1 AND source = $2 AND source_id = $3 AND source <> '${OWN_SOURCE}'`,
      [known.program, source, numbered(sourceId, number)],
    );
    if (!row) return last;
    retracted ??= retractedEvents(await known.eventsOf([unit]));
    last = { event: row.id, number, stands: !retracted.has(row.id) };
  }
}

function numbered(sourceId: string, number: number): string {
  return number === 1 ? sourceId : `${sourceId} ~${number}`;
}
