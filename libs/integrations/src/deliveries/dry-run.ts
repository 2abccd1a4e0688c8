import type { Instant, UnitKey } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import { type Clock, type Database, toTimestamp, type Tx } from '#lib/platform';
import type { FactToTry } from '#lib/recording';
import type { Finding, Reading } from '../mappings/finding.js';
import type { SourceKind } from '../mappings/tool-delivery.js';
import { externalOf, findUnits, type FoundUnit } from '../matching/find-unit.js';
import { UnknownDelivery, UnknownSource } from '../sources/errors.js';
import { requireMapping } from '../sources/require-mapping.js';
import { KEPT_DAYS } from './deliveries.js';
import { SEALED_IF_SHORT, sealedOf } from './due-rows.js';
import { factIdOf, originOf } from './fact-names.js';
import { KeptDeliveries } from './read-kept.js';

/** Which deliveries are read, and by which mapping. */
export interface DryRunWish {
  readonly since?: Instant | undefined;
  /** Only this one. */
  readonly delivery?: string | undefined;
  /** Left out: the one in force. */
  readonly mapping?: readonly unknown[] | undefined;
}

/** A fact that deliveries would tell. */
export interface WouldTell extends FactToTry {
  readonly rule: string;
  /** The last delivery that tells it. */
  readonly delivery: string;
}

/** What deliveries would tell. */
export interface DryRun {
  readonly kind: SourceKind;
  /** Of the mapping that was tried, as they were given. */
  readonly rules: readonly unknown[];
  /** How many were read, and of how many something was found. */
  readonly read: number;
  readonly telling: number;
  /** Whether there were more than are read at once. */
  readonly more: boolean;
  /** Each fact once, however many deliveries tell it. */
  readonly facts: readonly WouldTell[];
  /** What units are called that nobody has named yet. */
  readonly unmatched: readonly string[];
  /** Why nothing was found, or not all, and how often. */
  readonly reasons: readonly { readonly reason: string; readonly deliveries: number }[];
}

const BATCH = 64;
const MOST_DELIVERIES = 5_000;
const MOST_FACTS = 1_000;
const MOST_REASONS = 50;
const DAY_MS = 86_400_000;

const PAGE = `
SELECT id, source, event, received_at, ${SEALED_IF_SHORT} FROM delivery d
 WHERE program_id = $1 AND source = $2 AND received_at >= $3
   AND ($4::uuid IS NULL OR id > $4) AND ($5::uuid IS NULL OR id = $5)
 ORDER BY id LIMIT ${BATCH}`;

interface KeptRow {
  readonly id: string;
  readonly source: string;
  readonly event: string;
  readonly received_at: Date;
  /** Null where it is long. */
  readonly sealed: Buffer | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly rules: readonly unknown[];
}

/** Reads kept deliveries by a mapping without recording anything. */
export class DryRuns {
  private readonly kept: KeptDeliveries;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    seals: Pick<Seals, 'sealUnderMaster' | 'unsealBytesUnderMaster'>,
  ) {
    this.kept = new KeptDeliveries(seals);
  }

  /** @throws UnknownSource, UnknownDelivery; MappingFaults, at `/mapping` */
  async run(program: string, name: string, wish: DryRunWish): Promise<DryRun> {
    const source = await this.database.inProgram(program, (tx) => named(tx, program, name));
    const given = wish.mapping ?? source.rules;
    const rules = requireMapping(source.kind, given);
    const since = Math.max(wish.since ?? 0, this.clock.now() - KEPT_DAYS * DAY_MS);
    const found = new Gathered(name);
    let last: KeptRow | undefined;
    do {
      const after = last?.id;
      const page = await this.database.inProgram(program, (tx) =>
        tx.query<KeptRow>(PAGE, [
          ...[program, source.id, toTimestamp(since), after ?? null, wish.delivery ?? null],
        ]),
      );
      const readings: Reading[] = [];
      for (const row of page) {
        const whole = { ...row, kind: source.kind };
        const sealed = row.sealed ?? (await this.sealed(program, row));
        readings.push(await this.kept.read(program, whole, sealed, () => rules));
      }
      const sought = readings.flatMap(({ findings }) => findings.map(({ unit }) => unit));
      const units = await this.database.inProgram(program, (tx) =>
        findUnits(tx, program, source, sought),
      );
      for (const [index, { id }] of page.entries())
        found.add(id, readings[index] as Reading, units);
      last = page.length === BATCH ? page.at(-1) : undefined;
    } while (last && !found.full);
    if (wish.delivery !== undefined && found.read === 0) throw new UnknownDelivery(wish.delivery);
    return { kind: source.kind, rules: given, ...found.told(last !== undefined) };
  }

  private async sealed(program: string, row: KeptRow): Promise<Buffer> {
    const sealed = await this.database.inProgram(program, (tx) => sealedOf(tx, program, row));
    return sealed ?? Buffer.alloc(0);
  }
}

/** What was found so far. */
class Gathered {
  read = 0;
  private telling = 0;
  private readonly facts = new Map<string, WouldTell>();
  private readonly unmatched = new Set<string>();
  private readonly reasons = new Map<string, number>();

  constructor(private readonly source: string) {}

  get full(): boolean {
    return this.read >= MOST_DELIVERIES || this.facts.size >= MOST_FACTS;
  }

  add(
    delivery: string,
    { findings, ignored, remarks }: Reading,
    units: ReadonlyMap<string, FoundUnit>,
  ): void {
    this.read += 1;
    if (findings.length > 0) this.telling += 1;
    for (const reason of ignored === undefined ? remarks : [ignored]) {
      if (this.reasons.size >= MOST_REASONS && !this.reasons.has(reason)) continue;
      this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    }
    for (const finding of findings) {
      const external = externalOf(finding.unit);
      const found = units.get(external) ?? { unmatched: external };
      if ('unit' in found) this.tell(delivery, finding, found.unit);
      else if ('unmatched' in found) this.unmatched.add(external);
    }
  }

  private tell(delivery: string, { rule, fact }: Finding, unit: UnitKey): void {
    const sourceId = factIdOf(unit, fact);
    if (this.facts.size >= MOST_FACTS && !this.facts.has(sourceId)) return;
    const origin = { source: originOf(this.source), sourceId };
    this.facts.set(sourceId, { origin, unit, fact, rule, delivery });
  }

  told(more: boolean): Omit<DryRun, 'kind' | 'rules'> {
    return {
      ...{ read: this.read, telling: this.telling, more },
      facts: [...this.facts.values()],
      unmatched: [...this.unmatched].toSorted(),
      reasons: [...this.reasons].map(([reason, deliveries]) => ({ reason, deliveries })),
    };
  }
}

async function named(tx: Tx, program: string, name: string): Promise<Named> {
  const [row] = await tx.query<Named>(
    `SELECT s.id, s.name, s.kind, m.rules FROM source s JOIN source_mapping m
         ON m.program_id = s.program_id AND m.source = s.id AND m.version = s.mapping
      WHERE s.program_id = $1 AND s.name = $2`,
    [program, name],
  );
  if (!row) throw new UnknownSource(name);
  return row;
}
