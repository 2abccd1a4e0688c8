import type { Instant, Position, ProgramId, UnitKey } from '#lib/domain';
import { newId, toTimestamp, type Tx } from '#lib/platform';
import { inSight } from '#lib/projections';
import type { Signal } from '../outbound/signal.js';
import type { How } from './channel.js';
import type { NoticeSeverity } from './message.js';
import { nextDigest } from './timing.js';

/** What comes within so long of the first is told with it. */
const COLLECT_MS = 10_000;

/** A channel that is in use, as far as what it is told depends on it. */
export interface ChannelListener {
  readonly id: string;
  readonly under: UnitKey | null;
  readonly severities: readonly NoticeSeverity[];
  readonly rules: readonly string[] | null;
  readonly how: How;
  readonly after_position: Position;
}

export function channelListeners(tx: Tx, program: ProgramId): Promise<ChannelListener[]> {
  return tx.query<ChannelListener>(
    `SELECT id, under, severities, rules, how, after_position FROM channel
      WHERE program_id = $1 AND disabled_at IS NULL ORDER BY name`,
    [program],
  );
}

/** Something that people are told of, and how much it matters. */
interface Told {
  readonly signal: Signal;
  /** Null: it is of the whole program, and of those who look after all of it. */
  readonly unit: UnitKey | null;
  readonly severity: NoticeSeverity;
  readonly rule: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Writes down what channels are to be told, and when that becomes a message. */
export async function keepNotices(
  tx: Tx,
  program: ProgramId,
  channels: readonly ChannelListener[],
  signals: readonly Signal[],
  now: Instant,
): Promise<void> {
  const told = signals.flatMap((signal) => toldOf(signal) ?? []);
  if (told.length === 0) return;
  for (const channel of channels) {
    const theirs = await of(tx, program, channel, told);
    if (theirs.length === 0) continue;
    const rows = theirs.map(({ signal, unit, severity, data }) => ({
      ...{ id: newId(), type: signal.type, unit, severity, data },
    }));
    await tx.query(
      `INSERT INTO channel_notice (program_id, channel, id, type, unit, severity, data, made_at)
       SELECT $1, $2, id, type, unit, severity, data, $4 FROM jsonb_to_recordset($3)
         AS n(id uuid, type text, unit text, severity text, data jsonb)`,
      [program, channel.id, JSON.stringify(rows), toTimestamp(now)],
    );
    const { how } = channel;
    const due = how.mode === 'digest' ? nextDigest(now, how) : now + COLLECT_MS;
    await tx.query(
      'UPDATE channel SET due_at = coalesce(due_at, $3) WHERE program_id = $1 AND id = $2',
      [program, channel.id, toTimestamp(due)],
    );
  }
}

async function of(
  tx: Tx,
  program: ProgramId,
  { under, severities, rules, after_position }: ChannelListener,
  told: readonly Told[],
): Promise<readonly Told[]> {
  const meant = told.filter(
    ({ signal, severity, rule }) =>
      severities.includes(severity) &&
      (rule === null || rules === null || rules.includes(rule)) &&
      (signal.position ?? Infinity) > after_position,
  );
  if (under === null || meant.length === 0) return meant;
  const units = [...new Set(meant.flatMap(({ unit }) => unit ?? []))];
  const seen = await inSight(tx, { program, sight: [under] }, units);
  return meant.filter(({ unit }) => unit !== null && seen.has(unit));
}

/** Alerts and notices that open, targets that are late, standings that rose or fell; of nothing else people are told. */
function toldOf(signal: Signal): Told | undefined {
  const { type, unit, data } = signal;
  if (!data) return undefined;
  if (type === 'notice.opened') {
    const { kind } = data.told as { kind: string };
    return { signal, unit, severity: 'warning', rule: kind, data: data.told };
  }
  if (type === 'target.late') {
    return { signal, unit, severity: 'warning', rule: null, data: data.told };
  }
  if (type === 'alert.opened') {
    const { severity, rule } = data.told as { severity: NoticeSeverity; rule: string };
    return { signal, unit, severity, rule, data: data.told };
  }
  if (type !== 'standing.changed') return undefined;
  const { from, to } = data.told as Partial<Record<'from' | 'to', { ordinal: number } | null>>;
  const fell = (to?.ordinal ?? 0) < (from?.ordinal ?? 0);
  return { signal, unit, severity: fell ? 'warning' : 'info', rule: null, data: data.told };
}
