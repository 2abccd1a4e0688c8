import { type AnyEvent, retractedEvents, type UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { requireMilestone } from '../facts/milestone.js';
import type { Known } from '../known.js';
import { occurred } from '../occurred.js';
import { requireUnit } from '../recorder.js';
import { decided } from '../told/told-facts.js';
import type { DecidedRow, RowDecider, RowOf, Rule } from './imported-row.js';

const SOURCE = 'urn:waymark:import:facts';

/** Facts about units as a sheet lists them: what counts already is not recorded again, whoever told it. */
export class FactRows implements RowDecider<'fact'> {
  /** What counts, by what it says. */
  readonly #counts = new Set<string>();
  /** Ids under which imports told something before; it counts, or was taken back. */
  readonly #told = new Set<string>();

  constructor(private readonly known: Known) {}

  async load(rows: readonly RowOf<'fact'>[]): Promise<void> {
    const units = [...new Set(rows.map(({ unit }) => unit))];
    const events = await this.known.eventsOf(units);
    const retracted = retractedEvents(events);
    for (const event of events) {
      const says = whatItSays(event);
      if (says !== undefined && !retracted.has(event.id)) this.#counts.add(says);
    }
    const told = await this.known.tx.query<{ sourceId: string }>(
      `SELECT source_id AS "sourceId" FROM event
        WHERE program_id = $1 AND source = $2 AND unit = ANY($3::text[])`,
      [this.known.program, SOURCE, units],
    );
    for (const { sourceId } of told) this.#told.add(sourceId);
  }

  async decide({ unit, fact }: RowOf<'fact'>): Promise<DecidedRow> {
    requireUnit(this.known, unit);
    const says = factWords(unit, `milestone.${fact.kind}`, fact.data.occurredAt, fact.data);
    if (this.#counts.has(says)) return { drafts: [], outcome: 'unchanged' };
    const [draft] = await decided(this.known, unit, fact);
    this.#counts.add(says);
    const named = { source: SOURCE, sourceId: this.#free(says) };
    return { drafts: [{ ...(draft as EventDraft), ...named }], outcome: 'new' };
  }

  rules({ unit, fact: { data } }: RowOf<'fact'>): readonly Rule[] {
    const { known } = this;
    return [
      { of: ['unit'], hold: () => requireUnit(known, unit) },
      {
        of: ['milestone'],
        // what was meant is looked for once, for all rows
        hold: () => requireMilestone(known, data.milestone, '/milestone', false),
      },
      { of: ['occurredAt'], hold: () => occurred(data.occurredAt, known.now) },
    ];
  }

  /** What was taken back is told anew under another number. */
  #free(says: string): string {
    for (let number = 1; ; number += 1) {
      const sourceId = number === 1 ? says : `${says} ~${number}`;
      if (this.#told.has(sourceId)) continue;
      this.#told.add(sourceId);
      return sourceId;
    }
  }
}

function whatItSays({ type, unit, occurredAt, data }: AnyEvent): string | undefined {
  const told =
    type === 'milestone.achieved' || type === 'milestone.lapsed' || type === 'milestone.assessed';
  return told && unit !== null ? factWords(unit, type, occurredAt, data) : undefined;
}

/** What makes a fact the same: notes and evidence do not count. */
function factWords(unit: UnitKey, type: string, occurredAt: string, data: object): string {
  const { milestone, degree, outcome } = data as {
    readonly milestone?: string;
    readonly degree?: number;
    readonly outcome?: string;
  };
  const more = [degree === undefined || degree === 1 ? '' : String(degree), outcome ?? ''];
  const words = [unit, type.replace('milestone.', ''), milestone, occurredAt, ...more];
  return words.filter((word) => word !== '').join(' ');
}
