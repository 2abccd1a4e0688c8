import type { ProgramId, UnitKey } from '#lib/domain';
import { EventConflict, FutureDate, InvalidDate, UnstorableText } from '#lib/event-log';
import { DatabaseUnavailable, OutcomeUnknown, type Tx } from '#lib/platform';
import { type Records, Refusal, ToldFacts } from '#lib/recording';
import type { Finding, MappedFact, Reading } from '../mappings/finding.js';
import { externalOf, type FoundUnit, UnitFinder } from '../matching/find-unit.js';
import { type DueRow, dueRows, type Finished, finish, sealedOf } from './due-rows.js';
import { MappingsInForce } from './mappings-in-force.js';
import { type FindingOutcome, outcomeOf } from './outcome.js';
import { KeptDeliveries } from './read-kept.js';

/** When one that failed is tried again, in minutes after each attempt. */
const AGAIN_AFTER = [1, 5, 30, 120] as const;

/** A fact that a delivery tells, and the unit it is about. */
interface Sought {
  readonly finding: Finding;
  readonly unit: FoundUnit;
}

/** A delivery that was read. */
interface Prepared {
  readonly row: DueRow;
  readonly found: readonly Sought[];
  readonly remarks: readonly string[];
  /** Why nothing was found in it. */
  readonly ignored?: string;
  /** Why it could not be read. */
  readonly failure?: string;
}

/** Works off deliveries: reads them by their source's mapping and records what they tell. */
export class DeliveryWork {
  private readonly mappings = new MappingsInForce();
  private readonly kept: KeptDeliveries;
  private readonly told: ToldFacts;

  constructor(
    private readonly records: Pick<Records, 'foundation' | 'log' | 'catalogue' | 'wakeups'>,
  ) {
    this.kept = new KeptDeliveries(records.log.seals);
    this.told = new ToldFacts(records);
  }

  /**
   * Works off what is due in a program, in the order it came, and keeps with each what became of it.
   * @returns how many there were
   * @throws DatabaseUnavailable: what was not done is due as before
   */
  async run(program: ProgramId, signal: AbortSignal): Promise<number> {
    const { database, clock } = this.records.foundation;
    for (let done = 0; ; ) {
      signal.throwIfAborted();
      const prepared = await database.inProgram(program, (tx) => this.prepare(tx, program));
      if (prepared.length === 0) return done;
      // the log keeps the order in which they are put forward, and commits them together
      const finished = await Promise.all(prepared.map((one) => this.record(program, one)));
      await database.inProgram(program, (tx) => finish(tx, program, finished, clock.now()));
      done += prepared.length;
    }
  }

  private async prepare(tx: Tx, program: ProgramId): Promise<readonly Prepared[]> {
    const rows = await dueRows(tx, program, this.records.foundation.clock.now());
    const finders = new Map<string, UnitFinder>();
    const prepared: Prepared[] = [];
    for (const row of rows) {
      const { source, name } = row;
      const finder = finders.get(source) ?? new UnitFinder(program, { id: source, name });
      finders.set(source, finder);
      prepared.push(await this.prepareOne(tx, program, row, finder));
    }
    return prepared;
  }

  private async prepareOne(
    tx: Tx,
    program: ProgramId,
    row: DueRow,
    finder: UnitFinder,
  ): Promise<Prepared> {
    const sealed = row.sealed ?? (await sealedOf(tx, program, row)) ?? Buffer.alloc(0);
    const given = await this.mappings.of(tx, program, row);
    let reading: Reading;
    try {
      reading = await this.kept.read(program, row, sealed, given);
    } catch (error) {
      return { row, found: [], remarks: [], failure: (error as Error).message };
    }
    const found: Sought[] = [];
    for (const finding of reading.findings) {
      found.push({ finding, unit: await finder.find(tx, finding.unit) });
    }
    const { ignored, remarks } = reading;
    return { row, found, remarks, ...(ignored === undefined ? {} : { ignored }) };
  }

  private async record(program: ProgramId, prepared: Prepared): Promise<Finished> {
    const { row, found, remarks, ignored, failure } = prepared;
    const reason = failure ?? ignored;
    if (reason !== undefined) {
      const status = failure ? 'failed' : remarks.length > 0 ? 'rejected' : 'ignored';
      const again = failure ? this.againAt(row) : null;
      return { row, outcome: { status, reason: reason.slice(0, 1000), findings: [] }, again };
    }
    const findings = await Promise.all(found.map((one) => this.recordOne(program, row, one)));
    const outcome = outcomeOf(findings, remarks);
    return { row, outcome, again: outcome.status === 'failed' ? this.againAt(row) : null };
  }

  private async recordOne(
    program: ProgramId,
    { source, name }: DueRow,
    { finding, unit }: Sought,
  ): Promise<FindingOutcome> {
    const { rule, fact } = finding;
    const { milestone, occurredAt } = fact.data;
    const external = externalOf(finding.unit);
    const about = { rule, kind: fact.kind, milestone, occurredAt, external };
    if ('none' in unit) return { ...about, outcome: 'none' };
    if ('unmatched' in unit) return { ...about, outcome: 'unmatched' };
    const by = { program, actor: { subject: source, name } };
    const origin = { source: originOf(name), sourceId: factIdOf(unit.unit, fact) };
    try {
      const told = await this.told.record(by, origin, unit.unit, fact);
      return { ...about, unit: unit.unit, ...told };
    } catch (error) {
      if (isAway(error)) throw error;
      const { message } = error as Error;
      const outcome = isRefusal(error) ? 'rejected' : 'failed';
      return { ...about, unit: unit.unit, outcome, reason: message.slice(0, 500) };
    }
  }

  /** When one that failed is tried again; null: it waits for a person. */
  private againAt({ attempts }: DueRow): number | null {
    const minutes = AGAIN_AFTER[attempts];
    const now = this.records.foundation.clock.now();
    return minutes === undefined ? null : now + minutes * 60_000;
  }
}

/** What the log names a source by. */
export function originOf(name: string): string {
  return `urn:waymark:source:${name}`;
}

/**
 * What makes a fact the same whichever delivery tells it: what it says. Notes and evidence do not count,
 * since tools reword them.
 */
export function factIdOf(unit: UnitKey, { kind, data }: MappedFact): string {
  const { milestone, occurredAt } = data;
  const { degree, outcome, due } = data as { degree?: number; outcome?: string; due?: string };
  const more = [degree === undefined ? '' : String(degree), outcome ?? '', due ?? ''];
  return [unit, kind, milestone, occurredAt, ...more.filter((part) => part !== '')].join(' ');
}

function isAway(error: unknown): boolean {
  return error instanceof DatabaseUnavailable || error instanceof OutcomeUnknown;
}

/** Whether it is against the rules, so that trying it again changes nothing. */
function isRefusal(error: unknown): boolean {
  return [Refusal, FutureDate, InvalidDate, UnstorableText, EventConflict].some(
    (kind) => error instanceof kind,
  );
}
