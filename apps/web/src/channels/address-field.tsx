import { TextInput, type TextInputProps } from '@mantine/core';
import type { ReactElement } from 'react';
import { type Channel, type Kind, whereText } from './channel-words.js';

interface AddressFieldProps extends TextInputProps {
  readonly kind: Kind;
  /** The channel that is changed, if there is one. */
  readonly of: Channel | undefined;
}

interface Address {
  readonly label: string;
  /** How to get one. */
  readonly how: string;
  readonly placeholder: string;
}

const ADDRESSES: Readonly<Record<Kind, Address>> = {
  slack: {
    label: 'Address of the incoming webhook',
    how: 'In Slack: api.slack.com/apps, your app, Incoming Webhooks, Add New Webhook; choose the channel there and copy the address.',
    placeholder: 'https://hooks.slack.com/services/…',
  },
  teams: {
    label: 'Address of the workflow',
    how: 'In Teams: the channel’s ⋯, Workflows, “Post to a channel when a webhook request is received”; copy the address at its end.',
    placeholder: 'https://….logic.azure.com/workflows/…',
  },
  email: {
    label: 'Mailbox',
    how: 'Mails leave by the mail server that the operator of Waymark named in WAYMARK_SMTP_URL; without one no channel of this kind can be made.',
    placeholder: 'ada@example.org',
  },
};

/** Where a channel sends to, and how one gets such an address. */
export function AddressField({ kind, of, ...field }: AddressFieldProps): ReactElement {
  const { label, how, placeholder } = ADDRESSES[kind];
  const stays = of?.to ? `Empty: it stays, ${whereText(of)}. ` : '';
  const secret =
    kind === 'email' ? '' : ' Who has it can write there: it is sealed and never shown again.';
  return (
    <TextInput
      label={label}
      description={`${stays}${how}${secret}`}
      placeholder={placeholder}
      required={!of}
      type={kind === 'email' ? 'email' : 'url'}
      maxLength={2000}
      {...field}
    />
  );
}
