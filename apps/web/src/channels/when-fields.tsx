import { Checkbox, Group, NativeSelect, Select, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactElement } from 'react';
import { WEEKDAYS } from './channel-words.js';
import type { ChannelDraft } from './draft.js';

interface WhenFieldsProps {
  readonly form: UseFormReturnType<ChannelDraft>;
  /** What the server says of each field. */
  readonly errors: Readonly<Record<string, string>>;
}

const WHEN = [
  { value: 'at-once', label: 'At once' },
  { value: 'daily', label: 'A digest each day' },
  { value: 'weekly', label: 'A digest each week' },
];
const DAYS = WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }));
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));
const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** When messages come, and when none do. */
export function WhenFields({ form, errors }: WhenFieldsProps): ReactElement {
  const { when, quiet, zone } = form.values;
  return (
    <Stack gap="sm">
      <Group align="flex-start" grow preventGrowOverflow={false} gap="sm">
        <NativeSelect
          label="When it is told"
          data={WHEN}
          {...form.getInputProps('when')}
          error={errors.when}
        />
        {when === 'weekly' && (
          <NativeSelect label="Day" data={DAYS} {...form.getInputProps('weekday')} />
        )}
        {when !== 'at-once' && (
          <NativeSelect label="Hour" data={HOURS} {...form.getInputProps('hour')} />
        )}
      </Group>
      <Checkbox
        label="Quiet hours: nothing is sent, what came follows as one message"
        {...form.getInputProps('quiet', { type: 'checkbox' })}
      />
      {quiet && (
        <Group align="flex-start" grow gap="sm">
          <TextInput
            label="Quiet from"
            type="time"
            required
            {...form.getInputProps('from')}
            error={form.errors.from ?? errors.quiet}
          />
          <TextInput label="Quiet until" type="time" required {...form.getInputProps('to')} />
        </Group>
      )}
      {(quiet || when !== 'at-once') && (
        <Select
          label="By the clock of"
          searchable
          allowDeselect={false}
          data={ZONES.includes(zone) ? ZONES : [zone, ...ZONES]}
          {...form.getInputProps('zone')}
        />
      )}
    </Stack>
  );
}
