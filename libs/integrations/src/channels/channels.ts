import type { ProgramId } from '#lib/domain';
import {
  type Clock,
  type Database,
  fromTimestamp,
  newId,
  toTimestamp,
  type Tx,
} from '#lib/platform';
import { requireSeen, wholeOf } from '#lib/projections';
import type { ChangedAlerts } from '../outbound/alert-signals.js';
import { beginTelling } from '../outbound/place.js';
import { AddressRefused } from '../outbound/reach/errors.js';
import type { Reach } from '../outbound/reach/reach.js';
import { addressOf, type ChannelSeals, keepAddress, type KeptAddress } from './address.js';
import type { Channel, ChannelKind, ChannelRow, ChannelWish } from './channel.js';
import { ChannelUnfit, UnknownChannel } from './errors.js';
import { isZone } from './timing.js';

const MOST = 100;
/** One address, without a name, comment or quoted part. */
const MAIL = /^[^\s@<>()[\],;:"\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** What the register is made of. */
export interface ChannelsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly seals: ChannelSeals;
  readonly reach: Pick<Reach, 'require'>;
  readonly changedAlerts: ChangedAlerts;
  /** Whether the operator named a mail server. */
  readonly mail: boolean;
}

/** The register of channels: where people of a program are told what matters. */
export class Channels {
  constructor(private readonly parts: ChannelsParts) {}

  /** @throws UnknownChannel */
  get(program: ProgramId, name: string): Promise<Channel> {
    return this.read(program, async (tx) =>
      this.shown(tx, program, await required(tx, program, name)),
    );
  }

  /** By name, after the one of the name `after`. */
  list(
    program: ProgramId,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<readonly Channel[]> {
    return this.read(program, async (tx) => {
      const rows = await tx.query<ChannelRow>(`${ROWS} AND c.name > $2 ORDER BY c.name LIMIT $3`, [
        ...[program, after ?? '', limit],
      ]);
      const channels: Channel[] = [];
      for (const row of rows) channels.push(await this.shown(tx, program, row));
      return channels;
    });
  }

  /**
   * Makes a channel, or what it is into what is wished; one that was disabled is in use again.
   * @param by a UUID: who wishes it
   * @throws ChannelUnfit, UnknownUnit for `under`, SubjectErased for an address that was erased
   */
  async put(
    tx: Tx,
    program: ProgramId,
    { name, by }: { readonly name: string; readonly by: string },
    wish: ChannelWish,
  ): Promise<{ readonly created: boolean; readonly channel: Channel }> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 19))', [program]);
    const before = await row(tx, program, name);
    this.requireFit(wish, before);
    if (wish.under !== null) await requireSeen(tx, wholeOf(program), wish.under, '/under');
    if (!before) await requireRoom(tx, program);
    const now = this.parts.clock.now();
    const id = before?.id ?? newId();
    const kept = await this.kept(tx, program, id, wish, before);
    const begins = !before || before.disabled_at !== null;
    const head = begins ? await beginTelling(tx, program, now, this.parts.changedAlerts) : 0;
    await tx.query(UPSERT, [
      ...[program, name, id, wish.kind, kept.sealed, kept.subject, kept.address, wish.under],
      ...[wish.severities, wish.rules, JSON.stringify(wish.how)],
      wish.quiet && JSON.stringify(wish.quiet),
      ...[head, toTimestamp(now), by, begins],
    ]);
    const channel = await this.shown(tx, program, await required(tx, program, name));
    return { created: !before, channel };
  }

  /** Takes a channel away with what it was to be told. @throws UnknownChannel */
  async remove(tx: Tx, program: ProgramId, name: string): Promise<void> {
    const { id } = await required(tx, program, name);
    await tx.query('DELETE FROM channel WHERE program_id = $1 AND id = $2', [program, id]);
  }

  private async kept(
    tx: Tx,
    program: ProgramId,
    id: string,
    { kind, address }: ChannelWish,
    before: ChannelRow | undefined,
  ): Promise<KeptAddress> {
    if (address !== undefined) {
      return keepAddress(tx, this.parts.seals, program, { id, kind, address });
    }
    const held = before && (await addressOf(tx, this.parts.seals, program, before));
    if (before && held !== undefined && held !== 'erased') return before;
    throw new ChannelUnfit('/address', 'The channel needs an address to send to.');
  }

  /** @throws ChannelUnfit */
  private requireFit(wish: ChannelWish, before: ChannelRow | undefined): void {
    const { kind, address, how, quiet } = wish;
    if (before && before.kind !== kind) {
      throw new ChannelUnfit(
        '/kind',
        `This channel is of the kind "${before.kind}". Make another one.`,
      );
    }
    if (kind === 'email' && !this.parts.mail) {
      const message =
        'This server sends no mail: its operator has named no mail server (WAYMARK_SMTP_URL).';
      throw new ChannelUnfit('/kind', message);
    }
    if (address !== undefined) this.requireAddress(kind, address);
    if (how.mode === 'digest' && !isZone(how.zone)) throw unknownZone('/as/zone');
    if (quiet && !isZone(quiet.zone)) throw unknownZone('/quietHours/zone');
  }

  /** @throws ChannelUnfit */
  private requireAddress(kind: ChannelKind, address: string): void {
    if (kind === 'email') {
      if (MAIL.test(address)) return;
      throw new ChannelUnfit(
        '/address',
        'That is not the address of a mailbox, as ada@example.org.',
      );
    }
    try {
      this.parts.reach.require(address);
    } catch (error) {
      if (error instanceof AddressRefused) throw new ChannelUnfit('/address', error.message);
      throw error;
    }
  }

  private async shown(tx: Tx, program: ProgramId, found: ChannelRow): Promise<Channel> {
    const { id, name, kind, under, severities, rules, how, quiet, waiting } = found;
    const address = await addressOf(tx, this.parts.seals, program, found);
    const host = (url: string) => new URL(url).origin;
    const { disabled_at, disabled_because: because } = found;
    return {
      ...{ id, name, kind, under, severities, rules, how, quiet, waiting },
      to: !address || address === 'erased' ? null : kind === 'email' ? address : host(address),
      madeAt: fromTimestamp(found.made_at),
      changedAt: fromTimestamp(found.changed_at),
      dueAt: found.due_at && fromTimestamp(found.due_at),
      disabled: disabled_at && because ? { at: fromTimestamp(disabled_at), because } : null,
    };
  }

  private read<T>(program: ProgramId, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.parts.database.inProgram(program, work, { readOnly: true });
  }
}

const ROWS = `
SELECT c.*, (SELECT count(*)::int FROM channel_notice n
              WHERE n.program_id = c.program_id AND n.channel = c.id AND n.message IS NULL) AS waiting
  FROM channel c WHERE c.program_id = $1`;

const UPSERT = `
INSERT INTO channel (program_id, name, id, kind, sealed, subject, address, under, severities, rules, how,
                     quiet, after_position, made_at, made_by, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $14)
ON CONFLICT (program_id, name) DO UPDATE SET
  sealed = $5, subject = $6, address = $7, under = $8, severities = $9, rules = $10, how = $11, quiet = $12,
  changed_at = $14, disabled_at = NULL, disabled_because = NULL,
  after_position = CASE WHEN $16::boolean THEN $13 ELSE channel.after_position END,
  failing_since = CASE WHEN $16::boolean THEN NULL ELSE channel.failing_since END`;

async function row(tx: Tx, program: ProgramId, name: string): Promise<ChannelRow | undefined> {
  const [found] = await tx.query<ChannelRow>(`${ROWS} AND c.name = $2`, [program, name]);
  return found;
}

async function required(tx: Tx, program: ProgramId, name: string): Promise<ChannelRow> {
  const found = await row(tx, program, name);
  if (!found) throw new UnknownChannel(name);
  return found;
}

/** @throws ChannelUnfit */
async function requireRoom(tx: Tx, program: ProgramId): Promise<void> {
  const [count] = await tx.query<{ all: number }>(
    'SELECT count(*)::int AS all FROM channel WHERE program_id = $1',
    [program],
  );
  if ((count?.all ?? 0) < MOST) return;
  throw new ChannelUnfit('', `A program has at most ${MOST} channels; take one away.`);
}

function unknownZone(pointer: string): ChannelUnfit {
  return new ChannelUnfit(pointer, 'That is no time zone of IANA, as Europe/Berlin.');
}
