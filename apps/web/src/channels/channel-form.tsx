import { Checkbox, MultiSelect, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { RULE_TEXTS, SEVERITIES } from '../alerts/search.js';
import { api } from '../api/client.js';
import { unitNameOf } from '../api/unit-names.js';
import { AboutField, NameField, UsedAgain } from '../endpoints/fields.js';
import { fieldFaults } from '../kit/field-faults.js';
import { FormDialog } from '../kit/form-dialog.js';
import { nameFault } from '../kit/name-text.js';
import { NOTICE_TEXTS } from '../notices/notices.js';
import { AddressField } from './address-field.js';
import { type Channel, KIND_TEXTS, type Kind, toldText } from './channel-words.js';
import { draftOf, timesOf, wishOf } from './draft.js';
import { WhenFields } from './when-fields.js';

interface ChannelFormProps {
  /** The one to change; absent: another one is made. */
  readonly of?: Channel;
  /** Names that there are. */
  readonly taken?: readonly string[];
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}

/** How fields are called here, by pointers into what is sent. */
const FIELDS = {
  ...{ '/kind': 'address', '/address': 'address', '/under': 'under' },
  ...{ '/as': 'when', '/quietHours': 'quiet', '/rules': 'rules' },
} as const;

/** How grave something is that a channel is told of. */
const SEVERITY_CHOICES = {
  critical: 'Critical alerts',
  warning: 'Warnings, standings that fell, targets that are late, integrations that need somebody',
  info: 'For information, and standings that rose',
} as const;

/** Rules of alerts, and what may be wrong with integrations. */
const RULE_CHOICES = Object.entries({ ...RULE_TEXTS, ...NOTICE_TEXTS }).map(([value, label]) => ({
  value,
  label,
}));

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Makes a channel, or changes one; says in words when a message comes. */
export function ChannelForm({ of, taken = [], onClose, onDone }: ChannelFormProps): ReactElement {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: draftOf(of, ZONE),
    validate: {
      name: (name) => (of ? null : nameFault(name, taken)),
      address: (address) => (of || address.trim() ? null : 'It needs an address to send to.'),
      severities: (severities) => (severities.length === 0 ? 'Choose what it is told of.' : null),
      from: (from, { quiet }) => (quiet && from === '' ? 'From when it is quiet.' : null),
      to: (to, { quiet, from }) =>
        quiet && (to === '' || to === from) ? 'Until another time than it begins.' : null,
    },
  });
  const put = api.useMutation('put', '/api/v1/channels/{name}', {
    onSuccess: async ({ name }) => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/channels'] });
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/channels/{name}'] });
      onDone(name);
    },
  });
  const errors = fieldFaults(put.error, FIELDS);
  const draft = form.values;
  const { under } = draft;
  const { data: unit } = useQuery({ ...unitNameOf(under ?? ''), enabled: under !== null });
  const rules = draft.rules.length > 0 ? draft.rules.length : null;
  const submit = form.onSubmit((values) =>
    put.mutate({ params: { path: { name: values.name } }, body: wishOf(values) }),
  );
  return (
    <FormDialog
      title={of ? `Change “${of.name}”` : 'Add a channel'}
      save={of ? 'Save' : 'Add it'}
      size="lg"
      onSave={submit}
      onClose={onClose}
      busy={put.isPending}
      typed={form.isDirty()}
      thrown={put.error}
    >
      {!of && (
        <SegmentedControl
          aria-label="Kind"
          data={Object.entries(KIND_TEXTS).map(([value, label]) => ({ value, label }))}
          value={draft.kind}
          onChange={(kind) => form.setFieldValue('kind', kind as Kind)}
        />
      )}
      {!of && <NameField {...form.getInputProps('name')} />}
      <AddressField
        kind={draft.kind}
        of={of}
        {...form.getInputProps('address')}
        error={form.errors.address ?? errors.address}
      />
      <Checkbox.Group label="What it is told of" required {...form.getInputProps('severities')}>
        <Stack gap={6} mt={4}>
          {SEVERITIES.map((severity) => (
            <Checkbox key={severity} value={severity} label={SEVERITY_CHOICES[severity]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <MultiSelect
        label="Only alerts of these rules"
        description="Standings and targets are told as well"
        placeholder={draft.rules.length === 0 ? 'Of every rule' : undefined}
        searchable
        data={RULE_CHOICES}
        {...form.getInputProps('rules')}
        error={errors.rules}
      />
      <AboutField
        value={under}
        onChange={(chosen) => form.setFieldValue('under', chosen)}
        error={errors.under}
      />
      <WhenFields form={form} errors={errors} />
      {of?.disabled && <UsedAgain />}
      <Paper withBorder p="sm" role="status" aria-label="What that means">
        <Text size="sm">
          {toldText({
            ...timesOf(draft),
            severities: draft.severities,
            rules,
            under: under && (unit ?? under),
          })}
        </Text>
      </Paper>
    </FormDialog>
  );
}
