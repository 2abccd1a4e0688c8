import type { z } from 'zod';
import type { PutChannel } from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import type { Channel, ChannelMessage, ChannelWish, ReadMessage } from '#lib/integrations';
import { instantText } from './instants.js';

const shown = (instant: number | null) => (instant === null ? null : instantText(instant));

/** What a request wishes a channel to be. */
export function channelWish(body: z.output<typeof PutChannel>): ChannelWish {
  const { as, quietHours, under, ...rest } = body;
  if (as === 'at-once') {
    return { ...rest, under: under as UnitKey | null, quiet: quietHours, how: { mode: 'at-once' } };
  }
  const { digest, weekday, hour, zone } = as;
  const every = digest === 'daily' ? 'day' : 'week';
  const how = { mode: 'digest', every, hour, zone, ...(weekday ? { weekday } : {}) } as const;
  return { ...rest, under: under as UnitKey | null, quiet: quietHours, how };
}

/** A channel as the contract shows it. */
export function channelView({ how, quiet, ...channel }: Channel) {
  return {
    ...channel,
    as: asView(how),
    quietHours: quiet,
    madeAt: instantText(channel.madeAt),
    changedAt: instantText(channel.changedAt),
    dueAt: shown(channel.dueAt),
    disabled: channel.disabled && { ...channel.disabled, at: instantText(channel.disabled.at) },
  };
}

function asView(how: Channel['how']) {
  if (how.mode === 'at-once') return 'at-once';
  const { every, weekday, hour, zone } = how;
  const digest = every === 'day' ? 'daily' : 'weekly';
  return { digest, ...(weekday ? { weekday } : {}), hour, zone };
}

/** A message to a channel as the contract shows it. */
export function channelMessageView(message: ChannelMessage) {
  const { madeAt, dueAt, lastAt } = message;
  return { ...message, madeAt: instantText(madeAt), dueAt: shown(dueAt), lastAt: shown(lastAt) };
}

/** A message with what it says, as the contract shows it. */
export function readMessageView({
  said: { title, notices: told, more },
  to,
  ...message
}: ReadMessage) {
  return { ...channelMessageView(message), to, title, told, more };
}
