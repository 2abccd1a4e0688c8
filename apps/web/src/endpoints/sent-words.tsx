import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { countText, instantText, numberText } from '../time/words.js';

type Delivery = Schemas['SubscriptionDelivery'];

/** Something that was sent to an endpoint or is to be: a delivery to a system, a message to people. */
export type Sent = Pick<
  Schemas['ChannelMessage'],
  keyof Delivery & keyof Schemas['ChannelMessage']
> &
  Partial<Pick<Delivery, 'answered' | 'tookMs'>>;

/** What became of something that was sent. */
export type SentStatus = Sent['status'];

export const STATUS_TEXTS: Readonly<Record<SentStatus, string>> = {
  waiting: 'Waiting',
  delivered: 'Delivered',
  failed: 'Failed',
};

const LOOKS = {
  waiting: { icon: <IconClock size={14} />, colour: 'gray' },
  delivered: { icon: <IconCircleCheck size={14} />, colour: 'teal' },
  failed: { icon: <IconCircleX size={14} />, colour: 'red' },
} as const;

const TRYING_AGAIN = { icon: <IconAlertTriangle size={14} />, colour: 'orange' } as const;

interface StatusBadgeProps {
  readonly sent: Pick<Sent, 'status' | 'reason'>;
}

/** What became of it: by sign, word and colour. One whose last try failed looks like trouble. */
export function StatusBadge({ sent: { status, reason } }: StatusBadgeProps): ReactElement {
  const again = status === 'waiting' && reason !== null;
  const { icon, colour } = again ? TRYING_AGAIN : LOOKS[status];
  return (
    <Badge tt="none" color={colour} variant="outline" leftSection={icon}>
      {again ? 'Trying again' : STATUS_TEXTS[status]}
    </Badge>
  );
}

type Attempted = Omit<Sent, 'id' | 'madeAt'>;

/** What the last attempt came to, in a sentence; empty where there was none. */
export function answerText({ answered, tookMs, reason, lastAt, status }: Attempted): string {
  if (lastAt === null) return '';
  if (status !== 'delivered' && reason !== null) return ended(reason);
  const took = typeof tookMs === 'number' ? `in ${numberText(tookMs)} ms` : '';
  const said = typeof answered === 'number' ? `It answered ${answered}` : 'It was taken';
  return `${[said, took].filter(Boolean).join(' ')}.`;
}

/** A sentence with its full stop: another may follow. */
const ended = (text: string) => (/[.!?…]$/.test(text.trimEnd()) ? text : `${text.trimEnd()}.`);

/** When it is tried again; empty where it is not. */
export function againText({ status, dueAt, lastAt }: Attempted): string {
  if (status !== 'waiting' || dueAt === null || lastAt === null) return '';
  return `It is tried again ${soonText(dueAt)}.`;
}

/** Within the hour by how long it is till then, as of now: "in 5 seconds"; else the instant. */
export function soonText(instant: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1_000);
  if (seconds <= 0) return 'now';
  if (seconds < 60) return `in ${countText(seconds, 'second')}`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `in ${countText(minutes, 'minute')}` : instantText(instant);
}
