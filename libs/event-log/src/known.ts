import type { ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { OWN_SOURCE, type StoredEvent } from './append.js';
import { EventConflict } from './errors.js';
import type { KeySession } from './key-session.js';
import { isNamed, type Prepared } from './prepare.js';
import { COLUMNS, type EventRow, subjectsOf, toStored } from './rows.js';
import type { Upcasters } from './upcast.js';

/** The events that drafts repeat, found by their source and the id there. */
export class KnownEvents {
  private readonly asked = new Set<string>();
  private readonly rows = new Map<string, EventRow>();

  constructor(
    private readonly program: ProgramId,
    private readonly keys: KeySession,
    private readonly upcasters: Upcasters,
  ) {}

  /** Looks up what was not asked before. Needs the head's lock. */
  async lookUp(tx: Tx, drafts: Iterable<Prepared>): Promise<void> {
    const wanted = [...drafts].filter(
      (prepared) => isNamed(prepared) && !this.asked.has(pair(prepared)),
    );
    if (wanted.length === 0) return;
    for (const prepared of wanted) this.asked.add(pair(prepared));
    const rows = await tx.query<EventRow>(
      `SELECT ${COLUMNS} FROM event WHERE program_id = $1 AND source <> '${OWN_SOURCE}'
         AND (source, source_id) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
      [this.program, wanted.map(({ source }) => source), wanted.map(({ sourceId }) => sourceId)],
    );
    for (const row of rows) this.rows.set(JSON.stringify([row.source, row.source_id]), row);
    await this.keys.load(tx, rows.flatMap(subjectsOf));
  }

  /**
   * The events that the drafts of one append repeat; undefined when all of them are new.
   * @throws EventConflict when the content differs, or only some of them are known
   */
  repeatedBy(drafts: readonly Prepared[]): readonly StoredEvent[] | undefined {
    const found = drafts.map((prepared) => this.rows.get(pair(prepared)));
    const first = found.findIndex((row) => row !== undefined);
    if (first < 0) return undefined;
    return drafts.map((prepared, index) => {
      const row = found[index];
      if (!row || !this.same(prepared, row)) {
        const { source, sourceId } = row ? prepared : (drafts[first] as Prepared);
        throw new EventConflict(source, sourceId);
      }
      return toStored(row, this.keys, this.upcasters);
    });
  }

  /** Where the author's key was destroyed nothing can be compared any more: the first record stands. */
  private same(prepared: Prepared, row: EventRow): boolean {
    const key = this.keys.get(row.author);
    return key === undefined || key.digest(prepared.content).equals(row.digest);
  }
}

function pair({ source, sourceId }: Prepared): string {
  return JSON.stringify([source, sourceId]);
}
