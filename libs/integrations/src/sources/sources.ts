import { addDuration, type Instant, parseDuration } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import {
  type Clock,
  type Database,
  fromTimestamp,
  newId,
  toTimestamp,
  type Tx,
} from '#lib/platform';
import type { Reach } from '../outbound/reach/reach.js';
import { SourcePolls } from '../polling/source-polls.js';
import { SourceChanged, SourceUnfit, UnknownSource } from './errors.js';
import { lastDays, NONE_OF_ANY } from './last-day.js';
import { requireMapping } from './require-mapping.js';
import { refusalsOf } from './refusals.js';
import { rotated, SourceSecrets } from './secrets.js';
import type { Source, SourceWish } from './source.js';
import { healthOf, type SourceRow, sourceRow, sourceRows, toSource } from './source-rows.js';
import { refusalWords } from './why-refused.js';

/** How long an old secret goes on to hold where nothing is said. */
const USUAL_OVERLAP = 'P1D';
const LONGEST_OVERLAP_MS = 92 * 86_400_000;

/** So many sources of a program are listened to. */
const MOST_FOLLOWED = 500;

/** A source that fell silent, or is heard again. */
export interface SilenceChange {
  readonly name: string;
  readonly silent: boolean;
  readonly lastDeliveryAt: Instant | null;
}

/** A source after a PUT, and whether it is new. */
export interface PutSource {
  readonly created: boolean;
  readonly source: Source;
}

/** The register of sources: who may tell what happened, and how it is read. */
export class Sources {
  private readonly secrets: SourceSecrets;
  private readonly polls: SourcePolls;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    seals: Pick<Seals, 'sealUnderMaster' | 'unsealUnderMaster'>,
    reach: Pick<Reach, 'require'>,
  ) {
    this.secrets = new SourceSecrets(seals);
    this.polls = new SourcePolls(seals, reach);
  }

  /** @throws UnknownSource */
  get(program: string, name: string): Promise<Source> {
    return this.database.inProgram(
      program,
      async (tx) => this.shown(tx, program, await required(tx, program, name)),
      { readOnly: true },
    );
  }

  /** By name, after the one of the name `after`. */
  list(
    program: string,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<readonly Source[]> {
    return this.database.inProgram(
      program,
      async (tx) => this.allShown(tx, program, await sourceRows(tx, program, page)),
      { readOnly: true },
    );
  }

  /**
   * Makes a source, or what it is into what is wished. Another mapping is another version; of another
   * secret, the one before holds for a day.
   * @param by a UUID: who wishes it
   * @param ifMatch the versions at which it is wished, or any that exists
   * @throws SourceChanged, SourceUnfit, MappingFaults
   */
  async put(
    tx: Tx,
    program: string,
    {
      name,
      by,
      ifMatch,
    }: {
      readonly name: string;
      readonly by: string;
      readonly ifMatch?: 'any' | readonly number[] | undefined;
    },
    wish: SourceWish,
  ): Promise<PutSource> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 18))', [
      `${program} ${name}`,
    ]);
    const before = await sourceRow(tx, program, name);
    requireVersion(before?.version ?? 0, ifMatch);
    requireFit(wish, before);
    const now = this.clock.now();
    const id = before?.id ?? newId();
    const rules = wish.mapping ?? before?.rules ?? [];
    requireMapping(wish.kind, rules);
    const another = !before || JSON.stringify(rules) !== JSON.stringify(before.rules);
    const version = (before?.mapping ?? 0) + (another ? 1 : 0);
    const held = before ? this.secrets.open(program, id, before.secrets, now) : [];
    const oldEndsAt = endOf(USUAL_OVERLAP, now);
    const secrets = wish.secret === undefined ? held : rotated(held, wish.secret, oldEndsAt);
    await tx.query(UPSERT, [
      ...[program, name, id, wish.kind, this.secrets.seal(program, id, secrets)],
      ...[wish.organization ?? before?.organization ?? null, version],
      wish.silentAfter === undefined ? (before?.silent_after ?? null) : wish.silentAfter,
      toTimestamp(now),
    ]);
    if (another) await this.addMapping(tx, program, { id, version, by }, rules);
    if (wish.poll !== undefined) {
      const lastAt = before?.last_delivery_at ? fromTimestamp(before.last_delivery_at) : undefined;
      await this.polls.put(tx, program, { id, kind: wish.kind, lastAt }, wish.poll, now);
    }
    return {
      created: !before,
      source: await this.shown(tx, program, await required(tx, program, name)),
    };
  }

  /**
   * Gives a source another secret; the one it has holds until `overlap` is over, those before end now.
   * @param overlap an ISO 8601 duration, P1D where it is left out
   * @throws UnknownSource, SourceUnfit
   */
  async rotate(
    tx: Tx,
    program: string,
    name: string,
    {
      secret,
      overlap = USUAL_OVERLAP,
    }: { readonly secret: string; readonly overlap?: string | undefined },
  ): Promise<Source> {
    const { id, secrets } = await required(tx, program, name);
    const now = this.clock.now();
    const held = this.secrets.open(program, id, secrets, now);
    const next = rotated(held, secret, endOf(overlap, now));
    await tx.query(
      `UPDATE source SET secrets = $3, changed_at = $4, version = version + 1
        WHERE program_id = $1 AND id = $2`,
      [program, id, this.secrets.seal(program, id, next), toTimestamp(now)],
    );
    return this.shown(tx, program, await required(tx, program, name));
  }

  /** Takes a source away with its deliveries; what it told stays in the log. @throws UnknownSource */
  async remove(tx: Tx, program: string, name: string): Promise<{ readonly id: string }> {
    const { id } = await required(tx, program, name);
    await tx.query('DELETE FROM source WHERE program_id = $1 AND id = $2', [program, id]);
    return { id };
  }

  /**
   * Notices which sources have fallen silent, and which are heard again; each change once, whoever looks.
   * @param told is called in the transaction that keeps the change
   */
  async followSilence(
    program: string,
    told: (tx: Tx, change: SilenceChange) => Promise<void>,
  ): Promise<void> {
    const now = this.clock.now();
    const rows = await this.database.inProgram(
      program,
      (tx) => sourceRows(tx, program, { limit: MOST_FOLLOWED }),
      { readOnly: true },
    );
    for (const row of rows) {
      const { name } = row;
      const health = healthOf(row, now);
      if (health.silent === (row.silent_since !== null)) continue;
      await this.database.inProgram(program, async (tx) => {
        const changed = await tx.query(
          `UPDATE source SET silent_since = $3
            WHERE program_id = $1 AND id = $2 AND (silent_since IS NULL) = $4 RETURNING 1`,
          [program, row.id, health.silent ? toTimestamp(now) : null, health.silent],
        );
        const { silent, lastDeliveryAt } = health;
        if (changed.length > 0) await told(tx, { name, silent, lastDeliveryAt });
      });
    }
  }

  private async addMapping(
    tx: Tx,
    program: string,
    { id, version, by }: { readonly id: string; readonly version: number; readonly by: string },
    rules: readonly unknown[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO source_mapping (program_id, source, version, rules, made_at, made_by)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [...[program, id, version, JSON.stringify(rules)], ...[toTimestamp(this.clock.now()), by]],
    );
  }

  private async shown(tx: Tx, program: string, row: SourceRow): Promise<Source> {
    const [source] = await this.allShown(tx, program, [row]);
    return source as Source;
  }

  private async allShown(
    tx: Tx,
    program: string,
    rows: readonly SourceRow[],
  ): Promise<readonly Source[]> {
    const now = this.clock.now();
    const ids = rows.map(({ id }) => id);
    const polls = await this.polls.of(tx, program, ids);
    const days = await lastDays(tx, program, ids, now);
    const refusals = await refusalsOf(tx, program, ids, now);
    return rows.map((row) => {
      const { id, kind, organization } = row;
      const secrets = this.secrets.open(program, id, row.secrets, now);
      const about = { kind, organization, valid: secrets.length };
      const refused = (refusals.get(id) ?? []).map(({ reason, ...counted }) => ({
        ...{ reason, words: refusalWords(reason, about) },
        ...counted,
      }));
      const lastDay = days.get(id) ?? NONE_OF_ANY;
      return toSource(row, { secrets, poll: polls.get(id) ?? null, lastDay, refused, now });
    });
  }
}

const UPSERT = `
INSERT INTO source (program_id, name, id, kind, secrets, organization, mapping, silent_after, made_at, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
ON CONFLICT (program_id, name) DO UPDATE SET
  kind = $4, secrets = $5, organization = $6, mapping = $7, silent_after = $8, changed_at = $9,
  version = source.version + 1`;

async function required(tx: Tx, program: string, name: string): Promise<SourceRow> {
  const row = await sourceRow(tx, program, name);
  if (!row) throw new UnknownSource(name);
  return row;
}

/** @throws SourceChanged */
function requireVersion(actual: number, ifMatch: 'any' | readonly number[] | undefined): void {
  if (ifMatch === undefined) return;
  const fits = ifMatch === 'any' ? actual > 0 : ifMatch.includes(actual);
  if (!fits) throw new SourceChanged(actual);
}

/** @throws SourceUnfit */
function requireFit(wish: SourceWish, before: SourceRow | undefined): void {
  if (!before && wish.secret === undefined) {
    throw new SourceUnfit(
      '/secret',
      'A new source needs the secret that its tool proves its origin by.',
    );
  }
  if (before && before.kind !== wish.kind) {
    const message = `This source is of the kind "${before.kind}". Make another one for "${wish.kind}".`;
    throw new SourceUnfit('/kind', message);
  }
  const organization = wish.organization ?? before?.organization ?? undefined;
  if (wish.kind === 'salesforce' && organization === undefined) {
    const message =
      'Salesforce tells which organisation a message is of; give its id (Setup, Company Information).';
    throw new SourceUnfit('/organization', message);
  }
  if (wish.kind !== 'salesforce' && wish.organization !== undefined) {
    throw new SourceUnfit('/organization', 'Only Salesforce tells an organisation. Leave it out.');
  }
  if (typeof wish.silentAfter === 'string' && !parseDuration(wish.silentAfter)) {
    throw new SourceUnfit('/silentAfter', 'Not a duration such as P1D, of at most P50Y.');
  }
}

/** @throws SourceUnfit */
function endOf(overlap: string, now: Instant): Instant {
  const duration = parseDuration(overlap);
  const end = duration && addDuration(now, duration);
  if (end !== undefined && end - now <= LONGEST_OVERLAP_MS) return end;
  const message = 'An old secret holds for a while and for 92 days at most, as P7D.';
  throw new SourceUnfit('/overlap', message);
}
