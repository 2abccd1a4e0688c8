import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Instant, ModelId, ProgramId, StageRef, UnitKey } from '#lib/domain';
import { KnownAtInFuture, QuestionUnfit } from '../errors.js';
import type { Moment } from '../moment.js';
import type { Viewer } from '../sight.js';
import type { OrganisationAt, UnitFilter } from './organisation.js';
import { type Reason, Reasons } from './reasons.js';
import { type RollupReading, Rollups } from './rollups.js';
import {
  type Flow,
  type Shift,
  type ShiftCounts,
  type ShiftKind,
  shiftsBetween,
  type Side,
} from './shifts.js';

/** What is asked of changes. */
export interface ChangesQuestion extends UnitFilter {
  /** Absent: every model. */
  readonly model?: ModelId;
  /** Absent: whichever way they went. The counts and flows tell of all ways. */
  readonly change?: ShiftKind;
  /** Absent: `to`, which says nothing unless there are two `knownAt`. */
  readonly from?: Instant;
  /** Absent: now. */
  readonly to?: Instant;
  /** One: as known then. Two, the first two: what was restated for `to` between them. */
  readonly knownAt?: readonly Instant[];
  readonly page: { readonly limit: number; readonly start: number };
}

/** A unit that stands elsewhere, and why. */
export interface Change {
  readonly unit: UnitKey;
  readonly model: ModelId;
  readonly change: ShiftKind;
  readonly from: StageRef | null;
  readonly to: StageRef | null;
  readonly because: readonly Reason[];
}

/** Who rose, who fell and why; the moment is that of the later pair. */
export interface ChangesAnswer extends Moment {
  readonly unit: UnitKey;
  readonly from: Instant;
  readonly to: Instant;
  /** When it was known otherwise, where restatements were asked for. */
  readonly restatedSince: Instant | null;
  readonly counts: readonly ShiftCounts[];
  /** Every unit counted once a model: where it stood and where it stands, those that stayed among them. */
  readonly flows: readonly Flow[];
  readonly items: readonly Change[];
  /** Where the next page starts; null at the end. */
  readonly next: number | null;
}

/** Which units of a subtree stand elsewhere at one date than at another, or are now known to have stood elsewhere. @throws UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind */
export class ChangesQuery extends Query<ChangesAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly question: ChangesQuestion,
  ) {
    super();
  }
}

@QueryHandler(ChangesQuery)
export class ChangesQueryHandler implements IQueryHandler<ChangesQuery> {
  constructor(private readonly rollups: Rollups) {}

  async execute({ viewer, unit, question }: ChangesQuery): Promise<ChangesAnswer> {
    const [first, second] = [...(question.knownAt ?? [])].sort((a, b) => a - b);
    const later = second ?? first;
    return this.rollups.read(
      viewer,
      { asOf: question.to, knownAt: later },
      unit,
      async (reading) => {
        const { position, asOf: to } = reading.moment;
        const from = question.from ?? to;
        const earlier =
          second === undefined ? undefined : await this.positionAt(viewer.program, first);
        const before: Side =
          earlier === undefined ? { asOf: from, position } : { asOf: to, position: earlier };
        const after: Side = { asOf: to, position };
        const chart = await reading.organisation();
        const top = chart.indexOf(unit) ?? -1;
        const {
          shifts: all,
          counts,
          flows,
        } = await shiftsBetween(reading, top, question, before, after);
        const { change, page } = question;
        const shifts = change === undefined ? all : all.filter((one) => one.change === change);
        const { start, limit } = page;
        const shown = shifts.slice(start, start + limit);
        const items = await this.explained(reading, chart, shown, before, after);
        return {
          unit,
          ...reading.moment,
          ...{ from, to },
          restatedSince: second === undefined ? null : (first ?? null),
          ...{ counts, flows, items },
          next: start + limit < shifts.length ? start + limit : null,
        };
      },
    );
  }

  private async positionAt(program: ProgramId, known: Instant | undefined) {
    const { log, clock } = this.rollups.moments;
    if (known === undefined) throw new QuestionUnfit('Give two knownAt.', '?knownAt');
    if (known > clock.now()) throw new KnownAtInFuture(new Date(known).toISOString());
    return log.positionAt(program, known);
  }

  private async explained(
    reading: RollupReading,
    chart: OrganisationAt,
    shifts: readonly Shift[],
    before: Side,
    after: Side,
  ): Promise<readonly Change[]> {
    const units = [...new Set(shifts.map(({ unit }) => chart.keyOf(unit)))];
    if (units.length === 0) return [];
    const reasons = await Reasons.about(reading, chart, this.rollups.moments, units);
    const changes: Change[] = [];
    for (const { unit, model, change, from, to } of shifts) {
      const key = chart.keyOf(unit);
      const because =
        before.position === after.position
          ? await reasons.between(key, model, before.asOf, after.asOf)
          : await reasons.restated(key, model, before, after);
      changes.push({ unit: key, model: model.id, change, from, to, because });
    }
    return changes;
  }
}
