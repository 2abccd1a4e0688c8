import type { ProgramId } from '#lib/domain';
import { type Seals, SubjectErased } from '#lib/event-log';
import { type Clock, type Database, toTimestamp, type Tx } from '#lib/platform';
import { type AuditNote, requireNotable } from './entry.js';

/** Locks the program's audit head, so that positions are gapless and in the order of commits. */
const NEXT = `
INSERT INTO audit_head (program_id, position) VALUES ($1, 1)
ON CONFLICT (program_id) DO UPDATE SET position = audit_head.position + 1
RETURNING position`;

const NOTE = `
INSERT INTO audit_entry
  (program_id, position, at, action, outcome, actor_kind, actor, sealed, address, about)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** What was done of an administrative kind in each program, and what was refused. */
export class AuditTrail {
  /** @param seals absent: addresses of those who act are not kept, as at the command line */
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seals?: Pick<Seals, 'seal' | 'unseal'>,
  ) {}

  /**
   * Adds an entry. In `tx` where the act has one: then both are done, or neither. Call it last in a
   * transaction, since it holds the head of the program's trail until the end.
   * @throws Error when the note holds what must not be kept
   */
  async note(program: string, note: AuditNote, tx?: Tx): Promise<void> {
    requireNotable(note);
    if (tx) await this.write(tx, program, note);
    else await this.database.inProgram(program, (own) => this.write(own, program, note));
  }

  private async write(tx: Tx, program: string, note: AuditNote): Promise<void> {
    const { actor, from } = note;
    const id = actor && 'id' in actor ? actor.id : null;
    const sealed =
      id === null || from === undefined ? null : await this.seal(tx, program, id, from);
    const [head] = await tx.query<{ position: number }>(NEXT, [program]);
    await tx.query(NOTE, [
      ...[program, head?.position],
      toTimestamp(this.clock.now()),
      note.action,
      note.outcome,
      actor?.kind ?? 'unknown',
      id,
      sealed === null ? null : JSON.stringify(sealed),
      id === null ? (from ?? null) : null,
      JSON.stringify(note.about ?? {}),
    ]);
  }

  private async seal(tx: Tx, program: string, actor: string, from: string) {
    try {
      return (await this.seals?.seal(tx, program as ProgramId, actor, { from })) ?? null;
    } catch (error) {
      // one who was erased leaves no address behind
      if (error instanceof SubjectErased) return null;
      throw error;
    }
  }
}
