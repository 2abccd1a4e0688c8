import { builtIns } from '#lib/catalogue';
import {
  type AnyEvent,
  DAY,
  effectiveInstant,
  Evaluator,
  foldFacts,
  followedModels,
  type Instant,
  type MaturityModel,
  type ModelId,
  parseOccurrence,
  type Stretches,
  type UnitKey,
} from '#lib/domain';
import { Calendar, tellStory } from '#lib/demo';
import { judge, type Judged } from './score.js';

const MONTH = 30.44 * DAY;

/** What the story of the demo tells, as events of a log. */
function eventsOf(reference: Instant, seed?: string): readonly AnyEvent[] {
  const { sittings } = tellStory(new Calendar(reference), seed);
  let position = 0;
  return sittings.flatMap(({ recordedAt, drafts }) =>
    drafts.map((draft) => {
      const occurrence = parseOccurrence(draft.occurredAt ?? '');
      const effectiveAt = occurrence ? effectiveInstant(occurrence, recordedAt) : recordedAt;
      return { ...draft, position: ++position, recordedAt, effectiveAt } as unknown as AnyEvent;
    }),
  );
}

/** Where everybody stood in a model, by the events that are known. */
function stretchesOf(events: readonly AnyEvent[], model: MaturityModel): Stretches {
  const { dictionary } = builtIns();
  const facts = foldFacts(events);
  const evaluator = new Evaluator(dictionary, facts);
  const byDefault = followedByDefault(events);
  const { tree } = evaluator.expressions;
  const columns = {
    unit: [] as number[],
    from: [] as number[],
    until: [] as number[],
    ordinal: [] as number[],
  };
  for (const unit of [...facts.units.keys()].toSorted()) {
    const followed = followedModels(facts, unit, byDefault, (of) => tree.latestParent(of));
    if (!followed.includes(model.id)) continue;
    for (const { from, until, ordinal } of evaluator.timeline(model, unit)) {
      columns.unit.push(numberOf(unit));
      columns.from.push(from);
      columns.until.push(until);
      columns.ordinal.push(ordinal ?? 0);
    }
  }
  return { ...columns, length: columns.unit.length };
}

const numbers = new Map<UnitKey, number>();

function numberOf(unit: UnitKey): number {
  if (!numbers.has(unit)) numbers.set(unit, numbers.size);
  return numbers.get(unit) as number;
}

function followedByDefault(events: readonly AnyEvent[]): readonly ModelId[] {
  const said = events.findLast((event) => event.type === 'program.changed' && event.data.models);
  if (said?.type === 'program.changed' && said.data.models) return said.data.models;
  return builtIns()
    .models.filter(({ provenance }) => provenance === 'full')
    .map(({ id }) => id);
}

/**
 * Forecasts everybody's next stages in the demo, in every model with stages, at each of the last so
 * many months by what was known then, and looks at what happened until the story ends.
 */
export function backTestDemo(
  reference: Instant,
  months: readonly number[],
  seed?: string,
): ReadonlyMap<ModelId, { readonly judged: readonly Judged[]; readonly refused: number }> {
  const events = eventsOf(reference, seed);
  const found = new Map<ModelId, { judged: readonly Judged[]; refused: number }>();
  for (const model of builtIns().models) {
    if (model.policy === 'checklist' || model.stages.length === 0) continue;
    const truth = stretchesOf(events, model);
    if (truth.length === 0) continue;
    const known = (cut: Instant) =>
      stretchesOf(
        events.filter(({ recordedAt }) => recordedAt <= cut),
        model,
      );
    const cuts = months.map((ago) => reference - ago * MONTH);
    found.set(
      model.id,
      judge({ known, truth, cuts, goals: [1, 2], lastSeen: reference }, model.id),
    );
  }
  return found;
}
