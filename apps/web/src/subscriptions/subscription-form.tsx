import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api } from '../api/client.js';
import { AboutField, NameField, UsedAgain } from '../endpoints/fields.js';
import { fieldFaults } from '../kit/field-faults.js';
import { FormDialog } from '../kit/form-dialog.js';
import { nameFault } from '../kit/name-text.js';
import { EventChoice } from './event-choice.js';
import type { Subscription } from './queries.js';
import { newSecret } from './secret.js';

interface SubscriptionFormProps {
  /** The one to change; absent: another one is made. */
  readonly of?: Subscription;
  /** Names that there are. */
  readonly taken?: readonly string[];
  readonly onClose: () => void;
  /** @param secret the one that was made for a new one; absent: it is as it was */
  readonly onDone: (name: string, secret: string | undefined) => void;
}

/** How fields are called here, by pointers into what is sent. */
const FIELDS = { '/url': 'url', '/events': 'events', '/under': 'under' } as const;

/** Makes a subscription, or changes one. */
export function SubscriptionForm(props: SubscriptionFormProps): ReactElement {
  const { of, taken = [], onClose, onDone } = props;
  const queries = useQueryClient();
  const form = useForm({
    initialValues: {
      name: of?.name ?? '',
      url: '',
      events: of?.events ?? (['standing.*', 'alert.*'] as readonly string[]),
      under: of?.under ?? null,
    },
    validate: {
      name: (name) => (of ? null : nameFault(name, taken)),
      url: (url) => (of && url === '' ? null : addressFault(url)),
      events: (events) => (events.length === 0 ? 'Choose what it is told.' : null),
    },
  });
  const put = api.useMutation('put', '/api/v1/subscriptions/{name}', {
    onSuccess: async ({ name }, { body }) => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/subscriptions'] });
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/subscriptions/{name}'] });
      onDone(name, body.secret);
    },
  });
  const errors = fieldFaults(put.error, FIELDS);
  const submit = form.onSubmit(({ name, url, events, under }) =>
    put.mutate({
      params: { path: { name } },
      body: {
        events: [...events],
        under,
        ...(url ? { url } : {}),
        ...(of ? {} : { secret: newSecret() }),
      },
    }),
  );
  return (
    <FormDialog
      title={of ? `Change “${of.name}”` : 'Add a subscription'}
      save={of ? 'Save' : 'Add it'}
      size="xl"
      onSave={submit}
      onClose={onClose}
      busy={put.isPending}
      typed={form.isDirty()}
      thrown={put.error}
    >
      {!of && <NameField {...form.getInputProps('name')} />}
      <TextInput
        label="Address"
        description={
          of
            ? `Empty: it stays as it is${of.origin ? `, at ${of.origin}` : ''}. It is sealed and never shown again.`
            : 'Where it is sent, by https, on the public internet. It is sealed and never shown again.'
        }
        placeholder="https://hooks.example.org/waymark"
        type="url"
        required={!of}
        maxLength={2000}
        {...form.getInputProps('url')}
        error={form.errors.url ?? errors.url}
      />
      <EventChoice
        value={form.values.events}
        onChange={(events) => form.setFieldValue('events', events)}
        error={textOf(form.errors.events) ?? errors.events}
      />
      <AboutField
        value={form.values.under}
        onChange={(under) => form.setFieldValue('under', under)}
        error={errors.under}
      />
      {of?.health.disabled && <UsedAgain />}
      {!of && (
        <Text size="sm" c="dimmed">
          A secret to sign with is made now and shown once, when the subscription is added. It is
          told what is recorded from then on.
        </Text>
      )}
    </FormDialog>
  );
}

const textOf = (error: unknown) => (typeof error === 'string' ? error : undefined);

/** What is wrong with an address, as far as the page can tell; the server looks at more. */
function addressFault(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed && ['https:', 'http:'].includes(parsed.protocol)
    ? null
    : 'An address begins with https:// and names a host.';
}
