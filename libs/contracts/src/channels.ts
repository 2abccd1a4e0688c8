import { z } from 'zod';
import { InstantText } from './dates.js';
import { page } from './lists.js';
import { Id, text, UnitKeyText } from './text.js';

export const ChannelNameText = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'A channel is named with lower-case letters, digits and "-", at most 64, and does not begin with "-".',
  )
  .meta({
    id: 'ChannelName',
    description: 'Chosen by the client: lower-case letters, digits, "-", at most 64.',
    examples: ['board-room'],
  });

const Zone = z
  .string()
  .max(64, 'A time zone of IANA, as Europe/Berlin.')
  .meta({
    description: 'A time zone of IANA.',
    examples: ['Europe/Berlin'],
  });
const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day is written as 07:30.');

const Digest = z.strictObject({
  digest: z.enum(['daily', 'weekly']),
  weekday: z.int().min(1).max(7).optional().meta({ description: '1 is Monday, the usual.' }),
  hour: z.int().min(0).max(23),
  zone: Zone,
});

const QuietHours = z.strictObject({ from: TimeOfDay, to: TimeOfDay, zone: Zone });

const Kind = z.enum(['slack', 'teams', 'email']);
const As = z.union([z.literal('at-once'), Digest]);
const SeverityText = z.enum(['critical', 'warning', 'info']);

export const PutChannel = z
  .strictObject({
    kind: Kind,
    address: text(2000).optional(),
    under: UnitKeyText.nullable().default(null),
    severities: z.array(SeverityText).min(1).max(3).default(['critical', 'warning', 'info']),
    rules: z.array(text(64)).min(1).max(50).nullable().default(null),
    as: As.default('at-once'),
    quietHours: QuietHours.nullable().default(null),
  })
  .meta({
    id: 'PutChannel',
    description:
      '`address`: of Slack and Teams the address of the incoming webhook, which is never shown again; of e-mail a mailbox. Left out, it stays. `under`: only what is about this unit and those below it. `severities`: that of an alert; a standing that fell, a target that is late and a notice are warnings, a standing that rose is info. `rules`: of alerts only those, of notices only those kinds. `as`: at once, or a digest.',
  });

export const ChannelView = z
  .object({
    id: Id,
    name: ChannelNameText,
    kind: Kind,
    to: z.string().nullable().meta({
      description:
        'Of Slack and Teams the host, of e-mail the mailbox; null: another server sealed it, or whose it was has been erased.',
    }),
    under: UnitKeyText.nullable(),
    severities: z.array(SeverityText),
    rules: z.array(z.string()).nullable(),
    as: As,
    quietHours: QuietHours.nullable(),
    madeAt: InstantText,
    changedAt: InstantText,
    disabled: z
      .object({ at: InstantText, because: z.enum(['gone', 'failing', 'erased']) })
      .nullable()
      .meta({ description: 'Nothing is sent any more until it is put again.' }),
    waiting: z.number().int().meta({ description: 'How many things wait to be told.' }),
    dueAt: InstantText.nullable().meta({ description: 'When they are.' }),
  })
  .meta({ id: 'Channel', description: 'Where people are told what matters.' });

export const ChannelMessagesQuery = z.strictObject(page);

export const ChannelMessageView = z
  .object({
    id: Id,
    notices: z.number().int().meta({ description: 'How many things it tells; 0: it is a test.' }),
    madeAt: InstantText,
    status: z.enum(['waiting', 'delivered', 'failed']),
    attempts: z.number().int(),
    dueAt: InstantText.nullable(),
    lastAt: InstantText.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'ChannelMessage' });

export const ReadChannelMessageView = ChannelMessageView.extend({
  to: z
    .string()
    .nullable()
    .meta({
      description:
        'Where the channel goes now: of Slack and Teams the host, of e-mail the mailbox with all but its first letter masked; null: another server sealed it, or whose it was has been erased.',
      examples: ['https://hooks.slack.com', 'a…@example.com'],
    }),
  title: z.string(),
  told: z
    .array(
      z.object({
        severity: SeverityText,
        text: z.string(),
        path: z.string().meta({ description: 'Its page in the dashboard.' }),
      }),
    )
    .meta({ description: 'What it names, in the words it is sent with, what matters most first.' }),
  more: z.number().int().meta({ description: 'How many more things it counts.' }),
}).meta({
  id: 'ReadChannelMessage',
  description: 'A message and what it says; things are called as they are called now.',
});
