import type { ProgramId, Standing, UnitKey } from '#lib/domain';
import type { Clock, Tx } from '#lib/platform';
import { type AnswerToKeep, KeptAnswers } from './answers.js';
import type { Append, AppendOutcome, Head, InlineProjection, StoredEvent } from './append.js';
import { type Decision, decideAll } from './decide.js';
import { lockHead } from './head.js';
import { KeySession } from './key-session.js';
import type { Keyring } from './keyring.js';
import { KnownEvents } from './known.js';
import type { Upcasters } from './upcast.js';
import { type Authored, requireKeys, toEvents, toRows, writeRows } from './write.js';

/** What a group needs besides its members. */
export interface GroupParts {
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly inline: InlineProjection;
  readonly upcasters: Upcasters;
}

/** How a member of a group ended; a deferred one has to wait for a later group. */
export type Ending =
  | { readonly kind: 'done'; readonly outcome: AppendOutcome<unknown> }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'deferred' };

interface Projected {
  standings(unit: UnitKey): readonly Standing[];
}

/** One transaction in which several appends of a program are decided and recorded. */
export class Group {
  /** Whether the head was locked, so that a failure may be that of a member. */
  locked = false;
  /** The events it records, in log order. */
  events: readonly StoredEvent[] = [];
  /** How its members end once its transaction is committed, in their order. */
  endings: readonly Ending[] = [];
  private readonly keys: KeySession;

  constructor(
    private readonly parts: GroupParts,
    private readonly program: ProgramId,
    private readonly members: readonly Append<unknown>[],
  ) {
    this.keys = new KeySession(parts.keyring, program);
  }

  /** To be called once its transaction is committed. */
  committed(): void {
    this.keys.committed();
  }

  /** Decides and records. */
  async run(tx: Tx): Promise<void> {
    const kept = new KeptAnswers(this.program, this.keys);
    // sent together: the server comes to the others once it holds the lock
    const [head, versions] = await together([
      lockHead(tx, this.program),
      this.readVersions(tx),
      kept.lookUp(
        tx,
        this.members.flatMap(({ idempotency }) => idempotency ?? []),
      ),
    ]);
    this.locked = true;
    // stamps rise from one transaction to the next, so that what was known at an instant stays so
    const now = Math.max(this.parts.clock.now(), head.recordedAt + 1);
    const known = new KnownEvents(this.program, this.keys, this.parts.upcasters);
    const decisions = await decideAll(this.members, { tx, head, now, versions, kept, known });
    const authored = decisions.flatMap((decision, index) => this.newIn(decision, index));
    const projected = await this.record(tx, head, now, authored);
    this.endings = this.end(head, decisions, projected);
    await this.keep(tx, kept, decisions, now);
  }

  private member(index: number): Append<unknown> {
    return this.members[index] as Append<unknown>;
  }

  private newIn(decision: Decision, index: number): Authored[] {
    if (decision.kind !== 'new') return [];
    const { actor } = this.member(index);
    return decision.drafts.map((prepared) => ({ prepared, actor }));
  }

  private async readVersions(tx: Tx): Promise<ReadonlyMap<UnitKey, number>> {
    const units = new Set(
      this.members.flatMap(({ units, expected }) => (expected ? [...units, expected.unit] : units)),
    );
    if (units.size === 0) return new Map();
    const rows = await tx.query<{ unit: UnitKey; version: number }>(
      'SELECT unit, version FROM unit WHERE program_id = $1 AND unit = ANY($2::text[])',
      [this.program, [...units]],
    );
    return new Map(rows.map(({ unit, version }) => [unit, version]));
  }

  private async record(
    tx: Tx,
    head: Head,
    now: number,
    authored: readonly Authored[],
  ): Promise<Projected> {
    if (authored.length === 0) return { standings: () => [] };
    await requireKeys(tx, this.keys, authored);
    const rows = toRows(authored, head, now, this.keys, this.parts.upcasters);
    this.events = toEvents(authored, head, now);
    const registered = new Set<UnitKey>();
    const [raisedBefore, raisedAfter] = [new Map<UnitKey, number>(), new Map<UnitKey, number>()];
    for (const { unit, type } of this.events) {
      if (unit === null) continue;
      // the projection inserts the row of a new unit, with version 1
      if (type === 'unit.registered') registered.add(unit);
      else {
        const raised = registered.has(unit) ? raisedAfter : raisedBefore;
        raised.set(unit, (raised.get(unit) ?? 0) + 1);
      }
    }
    const [, projected] = await together([
      writeRows(tx, this.program, rows, raisedBefore),
      this.parts.inline.project(tx, this.program, this.events, head),
    ]);
    if (raisedAfter.size > 0) await raiseVersions(tx, this.program, raisedAfter);
    return projected;
  }

  private end(head: Head, decisions: readonly Decision[], projected: Projected): Ending[] {
    let taken = 0;
    return decisions.map((decision, index): Ending => {
      if (decision.kind === 'refused' || decision.kind === 'deferred') return decision;
      if (decision.kind === 'answered') {
        return { kind: 'done', outcome: { ...decision.first, duplicate: true } };
      }
      const duplicate = decision.kind === 'repeat';
      let { events } = duplicate ? decision : this;
      if (decision.kind === 'new') {
        events = events.slice(taken, taken + decision.drafts.length);
        taken += decision.drafts.length;
      }
      const answer = this.member(index).answer({
        events,
        duplicate,
        standings: (unit) => projected.standings(unit),
        version: (unit) => decision.versions.get(unit) ?? 0,
      });
      const position = events.at(-1)?.position ?? head.position;
      return { kind: 'done', outcome: { answer, duplicate, position } };
    });
  }

  private async keep(
    tx: Tx,
    kept: KeptAnswers,
    decisions: readonly Decision[],
    now: number,
  ): Promise<void> {
    const answers = this.endings.flatMap((ending, index): AnswerToKeep[] => {
      const { idempotency, actor } = this.member(index);
      const decided = decisions[index]?.kind === 'new' || decisions[index]?.kind === 'repeat';
      if (!idempotency || !decided || ending.kind !== 'done') return [];
      const { answer, position } = ending.outcome;
      return [{ idempotency, author: actor.subject, answer, position }];
    });
    await this.keys.require(
      tx,
      answers.map(({ author }) => author),
    );
    await kept.keep(tx, answers, now);
  }
}

/** Waits for all of them, also when one fails: none may go on once the transaction has ended. */
async function together<Parts extends readonly Promise<unknown>[]>(
  parts: readonly [...Parts],
): Promise<{ -readonly [Part in keyof Parts]: Awaited<Parts[Part]> }> {
  await Promise.allSettled(parts);
  return Promise.all(parts) as Promise<{ -readonly [Part in keyof Parts]: Awaited<Parts[Part]> }>;
}

async function raiseVersions(
  tx: Tx,
  program: ProgramId,
  raised: ReadonlyMap<UnitKey, number>,
): Promise<void> {
  await tx.query(
    `UPDATE unit SET version = version + by
       FROM unnest($2::text[], $3::bigint[]) AS more (unit_key, by)
      WHERE program_id = $1 AND unit = unit_key`,
    [program, [...raised.keys()], [...raised.values()]],
  );
}
