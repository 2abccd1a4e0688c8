import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.js';

interface UnitPickerProps {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly error?: string;
  /** The key of the unit that is chosen. */
  readonly value: string | null;
  readonly onChange: (unit: string | null) => void;
  readonly required?: boolean;
}

/** Chooses a unit by its name, searched on the server so that any number of units will do. */
export function UnitPicker({ value, ...rest }: UnitPickerProps) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const { data, isFetching } = api.useQuery(
    'get',
    '/api/v1/units',
    { params: { query: { limit: 20, ...(q.trim() ? { q: q.trim() } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const chosen = api.useQuery(
    'get',
    '/api/v1/units/{unit}',
    { params: { path: { unit: value ?? '' } } },
    { enabled: value !== null },
  );
  const found = (data?.items ?? []).map(({ unit, name }) => ({ value: unit, label: name }));
  const known = found.some((one) => one.value === value);
  const extra = value !== null && !known ? [{ value, label: chosen.data?.name ?? value }] : [];
  return (
    <Select
      {...rest}
      searchable
      clearable
      value={value}
      data={[...extra, ...found]}
      filter={({ options }) => options}
      onSearchChange={setTyped}
      nothingFoundMessage={isFetching ? 'Looking …' : 'No unit is called that'}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
