import type { ProgramId } from '#lib/domain';
import { EventConflict, FutureDate, InvalidDate, UnstorableText } from '#lib/event-log';
import { DatabaseUnavailable, OutcomeUnknown, type Tx } from '#lib/platform';
import { type Records, Refusal, ToldFacts } from '#lib/recording';
import type { Finding, Reading } from '../mappings/finding.js';
import { externalOf, findUnits, type FoundUnit } from '../matching/find-unit.js';
import { storable } from '../storable.js';
import { type DueRow, dueRows, type Finished, finish, sealedOf } from './due-rows.js';
import { factIdOf, originOf } from './fact-names.js';
import { MappingsInForce, type Rules } from './mappings-in-force.js';
import { type FindingOutcome, outcomeOf } from './outcome.js';
import { KeptDeliveries } from './read-kept.js';

/** When one that failed is tried again, in minutes after each attempt. */
const AGAIN_AFTER = [1, 5, 30, 120] as const;

/** How far apart a tool writes one moment into its webhook and into its history. */
const SAME_MOMENT_MS = 2_000;

/** A fact that a delivery tells, and the unit it is about. */
interface Sought {
  readonly finding: Finding;
  readonly unit: FoundUnit;
}

/** A delivery that was read. */
interface Read extends Reading {
  readonly row: DueRow;
  /** Why it could not be read. */
  readonly failure?: string;
}

/** A delivery that was read, and whose units were looked for. */
type Prepared = Omit<Read, 'findings'> & { readonly found: readonly Sought[] };

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
      const prepared = await this.prepare(program);
      if (prepared.length === 0) return done;
      // the log keeps the order in which they are put forward, and commits them together
      const finished = await Promise.all(prepared.map((one) => this.record(program, one)));
      await database.inProgram(program, (tx) => finish(tx, program, finished, clock.now()));
      done += prepared.length;
    }
  }

  /** Reads what is due; no transaction is open meanwhile, since a large delivery takes its time. */
  private async prepare(program: ProgramId): Promise<readonly Prepared[]> {
    const { database, clock } = this.records.foundation;
    const due = await database.inProgram(program, async (tx) => {
      const rows = await dueRows(tx, program, clock.now());
      const ready: { readonly row: DueRow; readonly rules: Rules }[] = [];
      for (const row of rows) {
        ready.push({ row, rules: await this.mappings.of(tx, program, row) });
      }
      return ready;
    });
    const read: Read[] = [];
    for (const { row, rules } of due) read.push(await this.read(program, row, rules));
    if (read.length === 0) return [];
    return database.inProgram(program, (tx) => withUnits(tx, program, read));
  }

  private async read(program: ProgramId, row: DueRow, rules: Rules): Promise<Read> {
    const { database } = this.records.foundation;
    const sealed =
      row.sealed ?? (await database.inProgram(program, (tx) => sealedOf(tx, program, row)));
    try {
      return { row, ...(await this.kept.read(program, row, sealed ?? NOTHING, rules)) };
    } catch (error) {
      return { row, findings: [], remarks: [], failure: (error as Error).message };
    }
  }

  private async record(program: ProgramId, prepared: Prepared): Promise<Finished> {
    const { row, found, remarks, ignored, failure } = prepared;
    const reason = failure ?? ignored;
    if (reason !== undefined) {
      const status = failure ? 'failed' : remarks.length > 0 ? 'rejected' : 'ignored';
      const again = failure ? this.againAt(row) : null;
      return { row, outcome: { status, reason: storable(reason, 1000), findings: [] }, again };
    }
    const findings = await Promise.all(found.map((one) => this.recordOne(program, row, one)));
    const outcome = outcomeOf(findings, remarks);
    return { row, outcome, again: outcome.status === 'failed' ? this.againAt(row) : null };
  }

  private async recordOne(
    program: ProgramId,
    { source, name, polled }: DueRow,
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
      const withinMs = polled ? SAME_MOMENT_MS : 0;
      const told = await this.told.record(by, origin, { unit: unit.unit, fact, withinMs });
      return { ...about, unit: unit.unit, ...told };
    } catch (error) {
      if (isAway(error)) throw error;
      const { message } = error as Error;
      const outcome = isRefusal(error) ? 'rejected' : 'failed';
      return { ...about, unit: unit.unit, outcome, reason: storable(message, 500) };
    }
  }

  /** When one that failed is tried again; null: it waits for a person. */
  private againAt({ attempts }: DueRow): number | null {
    const minutes = AGAIN_AFTER[attempts];
    const now = this.records.foundation.clock.now();
    return minutes === undefined ? null : now + minutes * 60_000;
  }
}

const NOTHING = Buffer.alloc(0);

/** Looks for the units that deliveries speak of, source by source. */
async function withUnits(
  tx: Tx,
  program: ProgramId,
  read: readonly Read[],
): Promise<readonly Prepared[]> {
  const found = new Map<string, ReadonlyMap<string, FoundUnit>>();
  for (const { row } of read) {
    if (found.has(row.source)) continue;
    const theirs = read.filter((one) => one.row.source === row.source);
    const sought = theirs.flatMap(({ findings }) => findings.map(({ unit }) => unit));
    const source = { id: row.source, name: row.name };
    found.set(row.source, await findUnits(tx, program, source, sought));
  }
  return read.map(({ findings, ...one }) => ({
    ...one,
    found: findings.map((finding) => {
      const external = externalOf(finding.unit);
      const unit = found.get(one.row.source)?.get(external) ?? { unmatched: external };
      return { finding, unit };
    }),
  }));
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
