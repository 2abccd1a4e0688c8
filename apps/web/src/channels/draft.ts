import type { Schemas } from '#lib/client';
import type { Channel, Kind } from './channel-words.js';

type Severity = Channel['severities'][number];

/** A channel as its form has it. */
export interface ChannelDraft {
  readonly name: string;
  readonly kind: Kind;
  /** Empty where it stays. */
  readonly address: string;
  readonly under: string | null;
  readonly severities: readonly Severity[];
  /** Empty: every rule. */
  readonly rules: readonly string[];
  readonly when: 'at-once' | 'daily' | 'weekly';
  /** 1 (Monday) to 7, as a choice has it. */
  readonly weekday: string;
  /** 0 to 23, as a choice has it. */
  readonly hour: string;
  readonly quiet: boolean;
  readonly from: string;
  readonly to: string;
  /** Of the digest and of the quiet hours. */
  readonly zone: string;
}

/** What a form begins with. @param zone of the reader */
export function draftOf(channel: Channel | undefined, zone: string): ChannelDraft {
  const { as = 'at-once', quietHours = null } = channel ?? {};
  const digest = as === 'at-once' ? undefined : as;
  return {
    name: channel?.name ?? '',
    kind: channel?.kind ?? 'slack',
    address: '',
    under: channel?.under ?? null,
    severities: channel?.severities ?? ['critical', 'warning'],
    rules: channel?.rules ?? [],
    when: digest?.digest ?? 'at-once',
    weekday: String(digest?.weekday ?? 1),
    hour: String(digest?.hour ?? 8),
    quiet: quietHours !== null,
    from: quietHours?.from ?? '20:00',
    to: quietHours?.to ?? '07:00',
    zone: digest?.zone ?? quietHours?.zone ?? zone,
  };
}

/** When a draft has messages come, as the api has it. */
export function timesOf(
  draft: ChannelDraft,
): Required<Pick<Schemas['PutChannel'], 'as' | 'quietHours'>> {
  const { when, weekday, hour, quiet, from, to, zone } = draft;
  return {
    as:
      when === 'at-once'
        ? 'at-once'
        : {
            digest: when,
            hour: Number(hour),
            zone,
            ...(when === 'weekly' ? { weekday: Number(weekday) } : {}),
          },
    quietHours: quiet ? { from, to, zone } : null,
  };
}

/** A draft as the api takes it. */
export function wishOf(draft: ChannelDraft): Schemas['PutChannel'] {
  const { kind, address, under, severities, rules } = draft;
  return {
    ...timesOf(draft),
    ...{ kind, under, severities: [...severities] },
    rules: rules.length > 0 ? [...rules] : null,
    ...(address.trim() ? { address: address.trim() } : {}),
  };
}
