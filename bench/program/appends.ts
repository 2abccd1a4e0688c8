import type { Instant, ModelId } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { BEGINS, lifeOf, YEARS } from './life.js';
import type { Milestones } from './milestones.js';
import { type Place, Shape } from './shape.js';

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
/** Everybody reports this often; the reports of a year are spread over it. */
const REPORTS = YEARS;

/** What is recorded in one transaction. */
export interface Append {
  readonly drafts: readonly EventDraft[];
  /** When it is recorded; rises from append to append. */
  readonly at: Instant;
}

/**
 * A program's log, append by append, the same in every run: the root, which the rest inherits from,
 * then the other units, and then report after report of all units, some hundred units at a time.
 */
export function* appendsOf(
  shape: Shape,
  milestones: Milestones,
  models: readonly ModelId[],
): Generator<Append> {
  const [opening, founded] = [BEGINS - 2 * DAY, BEGINS - DAY];
  const follows: EventDraft = { type: 'program.changed', unit: null, data: { models } };
  yield { drafts: [follows], at: opening };
  const units = Array.from({ length: shape.size.units }, (_, index) => index);
  for (let start = 0; start < units.length; start += 1000) {
    const drafts = units.slice(start, start + 1000).map((one) => registration(shape.place(one)));
    yield { drafts, at: founded + start };
  }
  const chunks = shape.chunks();
  const recordedAt = (report: number, chunk: number) =>
    BEGINS + Math.round(((report + (chunk + 1) / chunks.length) / REPORTS) * YEARS * YEAR);
  for (let report = 0; report < REPORTS; report++) {
    for (const [chunk, members] of chunks.entries()) {
      const at = recordedAt(report, chunk);
      const since = report === 0 ? Number.NEGATIVE_INFINITY : recordedAt(report - 1, chunk);
      const places = members.map((one) => shape.place(one));
      const drafts = places.flatMap((place) =>
        lifeOf(place, shape, milestones)
          .filter(({ from }) => from > since && from <= at)
          .map(({ draft }) => draft),
      );
      if (drafts.length > 0) yield { drafts, at };
    }
  }
}

function registration(place: Place): EventDraft {
  const { unit, parent, kind, tags } = place;
  return {
    type: 'unit.registered',
    unit,
    occurredAt: new Date(BEGINS - DAY).toISOString().slice(0, 10),
    data: { name: place.index === 0 ? 'Group' : `Unit ${place.index}`, kind, parent, tags },
  };
}
