import type { Instant, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { idempotencyName, type KeptAnswer, type KeptAnswers } from './answers.js';
import type { Append, Head, StoredEvent } from './append.js';
import { EventConflict, VersionConflict } from './errors.js';
import type { KnownEvents } from './known.js';
import { isNamed, type Prepared, prepare } from './prepare.js';

type Versions = ReadonlyMap<UnitKey, number>;

/** What becomes of a member of a group. */
export type Decision =
  | { readonly kind: 'new'; readonly drafts: readonly Prepared[]; readonly versions: Versions }
  | {
      readonly kind: 'repeat';
      readonly events: readonly StoredEvent[];
      readonly versions: Versions;
    }
  | { readonly kind: 'answered'; readonly first: KeptAnswer }
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Names what an earlier member names: it waits for a later group, which will know. */
  | { readonly kind: 'deferred' };

/** What decisions are made on. */
export interface Ground {
  readonly tx: Tx;
  readonly head: Head;
  readonly now: Instant;
  readonly versions: Versions;
  readonly kept: KeptAnswers;
  readonly known: KnownEvents;
}

/** Decides member by member, and again without those that turn out to repeat what is recorded. */
export async function decideAll(
  members: readonly Append<unknown>[],
  ground: Ground,
): Promise<Decision[]> {
  const settled = new Map<number, Decision>();
  for (;;) {
    const round = new Round(ground);
    const decisions: Decision[] = [];
    for (const [index, member] of members.entries()) {
      decisions.push(settled.get(index) ?? (await round.decide(member)));
    }
    const drafts = decisions.flatMap((decision) =>
      decision.kind === 'new' ? decision.drafts : [],
    );
    await ground.known.lookUp(ground.tx, drafts);
    const before = settled.size;
    for (const [index, decision] of decisions.entries()) {
      const repeat = repeatIn(decision, ground.known);
      if (repeat) settled.set(index, repeat);
    }
    if (settled.size === before) return decisions;
  }
}

function repeatIn(decision: Decision, known: KnownEvents): Decision | undefined {
  if (decision.kind !== 'new') return undefined;
  try {
    const events = known.repeatedBy(decision.drafts);
    return events && { kind: 'repeat', events, versions: decision.versions };
  } catch (error) {
    if (error instanceof EventConflict) return { kind: 'refused', error };
    throw error;
  }
}

/** One pass over the members: versions run on from member to member. */
class Round {
  private readonly versions: Map<UnitKey, number>;
  private readonly names = new Set<string>();

  constructor(private readonly ground: Ground) {
    this.versions = new Map(ground.versions);
  }

  async decide(member: Append<unknown>): Promise<Decision> {
    const { head, now, kept } = this.ground;
    const { expected, idempotency } = member;
    const tx = new WatchedTx(this.ground.tx);
    try {
      const first = idempotency && kept.first(idempotency);
      if (first) return { kind: 'answered', first };
      if (expected) this.checkVersion(expected.unit, expected.version, expected.version);
      const drafts = await member.decide({
        tx,
        now,
        position: head.position,
        cataloguePosition: head.cataloguePosition,
        version: (unit) => this.versions.get(unit),
      });
      // an unknown unit was the decision's to refuse, in better words
      if (expected) this.checkVersion(expected.unit, expected.version, 0);
      return this.take(
        member,
        drafts.map((draft) => prepare(draft, now)),
      );
    } catch (error) {
      // a failed statement spoils the whole transaction
      if (tx.failed) throw error;
      return { kind: 'refused', error };
    }
  }

  private take(member: Append<unknown>, drafts: readonly Prepared[]): Decision {
    const names = drafts
      .filter(isNamed)
      .map(({ source, sourceId }) => JSON.stringify(['', source, sourceId]));
    if (member.idempotency) names.push(idempotencyName(member.idempotency));
    if (names.some((name) => this.names.has(name))) return { kind: 'deferred' };
    for (const name of names) this.names.add(name);
    for (const { draft } of drafts) this.raise(draft.unit, draft.type === 'unit.registered');
    return { kind: 'new', drafts, versions: this.versionsOf(member, drafts) };
  }

  /** As they are after this member, before the next. */
  private versionsOf(member: Append<unknown>, drafts: readonly Prepared[]): Versions {
    const versions = new Map<UnitKey, number>();
    const told = [...member.units, member.expected?.unit, ...drafts.map(({ draft }) => draft.unit)];
    for (const unit of told) {
      if (unit === null || unit === undefined) continue;
      const version = this.versions.get(unit);
      if (version !== undefined) versions.set(unit, version);
    }
    return versions;
  }

  private checkVersion(unit: UnitKey, wanted: number, unknown: number): void {
    const actual = this.versions.get(unit) ?? unknown;
    if (actual !== wanted) throw new VersionConflict(unit, wanted, actual);
  }

  private raise(unit: UnitKey | null, registered: boolean): void {
    if (unit === null) return;
    const version = this.versions.get(unit);
    if (version !== undefined) this.versions.set(unit, version + 1);
    else if (registered) this.versions.set(unit, 1);
  }
}

/** Remembers whether a statement failed. */
class WatchedTx implements Tx {
  failed = false;

  constructor(private readonly tx: Tx) {}

  async query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    try {
      return await this.tx.query<Row>(sql, parameters);
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }
}
