import {
  FOREVER,
  type Instant,
  type MaturityModel,
  type Met,
  stageRef,
  type StandingSegment,
} from '#lib/domain';
import type { AlertPolicy, Because, Finding } from '../finding.js';
import { isForgotten } from '../history.js';
import { day, type KnownUnit } from '../known-unit.js';
import { askingsOf, type Reading, readingsOf } from '../readings.js';

/** Ours. */
const CRITICAL_FROM = 2;

/** A unit fell from a stage it had reached, in any model it follows. Ends when it is back; a person may resolve it before. */
export const stageLost: AlertPolicy = {
  id: 'stage-lost',
  source:
    'Altimeter: units fall back, and standings must cope and say so. Critical from two stages on is ours.',
  find(known) {
    return known.models.flatMap((model) => {
      if (model.policy === 'checklist' || model.stages.length === 0) return [];
      const segments = known.evaluator.timeline(model, known.unit);
      return segments.flatMap((segment, index): Finding[] => {
        const before = segments[index - 1];
        if (!before || before.until !== segment.from) return [];
        const by = (before.ordinal ?? 0) - (segment.ordinal ?? 0);
        if (by <= 0 || segment.from > known.now) return [];
        const until = regained(segments, index, before.ordinal ?? 0);
        // its reasons cost two readings of the model
        if (isForgotten({ from: segment.from, until }, known.now)) return [];
        return [
          {
            episode: `${model.id} ${new Date(segment.from).toISOString()}`,
            from: segment.from,
            until,
            severity: by >= CRITICAL_FROM ? 'critical' : 'warning',
            summary: `${model.title}: fell from stage ${named(model, before)} to ${named(model, segment)} on ${day(segment.from)}.`,
            because: reasons(known, model, segment.from),
          },
        ];
      });
    });
  },
};

function regained(segments: readonly StandingSegment[], fell: number, ordinal: number): Instant {
  const back = segments.slice(fell + 1).find((segment) => (segment.ordinal ?? 0) >= ordinal);
  return back?.from ?? FOREVER;
}

function named(model: Exclude<MaturityModel, { policy: 'checklist' }>, at: StandingSegment) {
  const stage = stageRef(model.stages, at.ordinal);
  return `${stage?.ordinal}, ${stage?.name}`;
}

/** The criteria that stopped being met, and the facts of that instant about what they ask for. */
function reasons(known: KnownUnit, model: MaturityModel, at: Instant): readonly Because[] {
  const before = known.evaluator.standing(model, known.unit, at - 1)?.met ?? [];
  const after = known.evaluator.standing(model, known.unit, at)?.met ?? [];
  const lost = before.filter((met) => !met.supporting && !after.some((one) => same(one, met)));
  return lost.flatMap((met) => {
    const reading = readingsOf(model).find((one) => isOf(one, met));
    if (!reading) return [];
    const { id, says } = reading.criterion;
    return [
      { kind: 'criterion', model: model.id, stage: reading.stage, criterion: id, says } as const,
      ...factsAt(known, reading, at),
    ];
  });
}

function same(a: Met, b: Met): boolean {
  return a.criterion === b.criterion && a.stage === b.stage && a.dimension === b.dimension;
}

function isOf(reading: Reading, met: Met): boolean {
  return reading.criterion.id === met.criterion && reading.dimension === met.dimension;
}

function factsAt(known: KnownUnit, { criterion }: Reading, at: Instant): readonly Because[] {
  const { facts, tree } = known.evaluator.expressions;
  const above = tree.ancestry(known.unit).filter(({ from, until }) => from < at && at <= until);
  return askingsOf(criterion.when).flatMap(({ leaf: { milestone, scope }, ofUnitsBelow }) => {
    if (ofUnitsBelow) return [];
    const line = [known.unit, ...(scope === 'up' ? above.map(({ unit }) => unit) : [])];
    return line.flatMap((unit) =>
      (facts.units.get(unit)?.facts.get(milestone) ?? [])
        .filter((fact) => fact.at === at)
        .map(({ id: event }) => ({
          kind: 'event' as const,
          ...{ event, milestone, unit, at: new Date(at).toISOString() },
        })),
    );
  });
}
