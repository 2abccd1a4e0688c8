import type { Instant, UnitKey } from '#lib/domain';
import type { NoticeSeverity } from './message.js';
import type { DigestTimes, QuietHours } from './timing.js';

export type ChannelKind = 'slack' | 'teams' | 'email';

/** Whether a channel is told at once, or what came since the last digest. */
export type How = { readonly mode: 'at-once' } | ({ readonly mode: 'digest' } & DigestTimes);

/** A channel as it is looked at; the address of Slack and Teams is never shown. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  /** Of Slack and Teams the host, of mail the address; null: another server sealed it, or its owner was erased. */
  readonly to: string | null;
  readonly under: UnitKey | null;
  readonly severities: readonly NoticeSeverity[];
  readonly rules: readonly string[] | null;
  readonly how: How;
  readonly quiet: QuietHours | null;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
  readonly disabled: { readonly at: Instant; readonly because: string } | null;
  /** What waits to be told, and when it is. */
  readonly waiting: number;
  readonly dueAt: Instant | null;
}

/** What a channel shall be; an address that is left out stays as it is. */
export interface ChannelWish {
  readonly kind: ChannelKind;
  readonly address?: string | undefined;
  readonly under: UnitKey | null;
  readonly severities: readonly NoticeSeverity[];
  readonly rules: readonly string[] | null;
  readonly how: How;
  readonly quiet: QuietHours | null;
}

export interface ChannelRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly sealed: Buffer | null;
  readonly subject: string | null;
  readonly address: string | null;
  readonly under: UnitKey | null;
  readonly severities: readonly NoticeSeverity[];
  readonly rules: readonly string[] | null;
  readonly how: How;
  readonly quiet: QuietHours | null;
  readonly made_at: Date;
  readonly changed_at: Date;
  readonly due_at: Date | null;
  readonly disabled_at: Date | null;
  readonly disabled_because: string | null;
  readonly waiting: number;
}
