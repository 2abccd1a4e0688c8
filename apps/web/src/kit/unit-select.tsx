import { Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { api } from '../api/client.js';

interface UnitSelectProps {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  /** The key of the chosen unit. */
  readonly value: string | null;
  /** Its name, where it is known already. */
  readonly valueName?: string | undefined;
  readonly onChange: (unit: string | null) => void;
  /** Only units below this one, and itself. */
  readonly under?: string;
  /** Units that cannot be chosen. */
  readonly without?: readonly string[];
  readonly error?: string | undefined;
  readonly clearable?: boolean;
  readonly required?: boolean;
}

const SHOWN = 30;
const PAUSE_MS = 150;

/** A unit in sight, by typing some of its name or key; found by the server, so that there may be many. */
export function UnitSelect(props: UnitSelectProps): ReactElement {
  const { value, valueName, onChange, under, without = [], ...field } = props;
  const [search, setSearch] = useState('');
  const [typed, setTyped] = useState(valueName);
  const chosen = api.useQuery(
    'get',
    '/api/v1/units/{unit}',
    { params: { path: { unit: value ?? '' } } },
    { enabled: value !== null && typed === undefined },
  );
  const chosenName = typed ?? chosen.data?.name;
  // the name of what is chosen is no search: the others are offered beside it
  const [asked] = useDebouncedValue(value && search === chosenName ? '' : search.trim(), PAUSE_MS);
  const { data } = api.useQuery(
    'get',
    '/api/v1/units',
    {
      params: {
        query: { limit: SHOWN, ...(under ? { under } : {}), ...(asked ? { q: asked } : {}) },
      },
    },
    { placeholderData: keepPreviousData },
  );
  const found = (data?.items ?? []).filter(
    ({ unit, retired }) => !retired && !without.includes(unit),
  );
  const options = found.map(({ unit, name }) => ({ value: unit, label: name }));
  const shown =
    value && !options.some((option) => option.value === value)
      ? [{ value, label: chosenName ?? value }, ...options]
      : options;
  const kinds = new Map(found.map(({ unit, kind }) => [unit, kind]));
  return (
    <Select
      placeholder="Type some of its name"
      {...field}
      searchable
      data={shown}
      value={value}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(unit, option) => {
        setTyped(option?.label);
        onChange(unit);
      }}
      // the server has found them already
      filter={({ options: all }) => all}
      nothingFoundMessage="No unit in sight is called so"
      renderOption={({ option }) => (
        <Group gap="xs" wrap="nowrap" justify="space-between" w="100%">
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {kinds.get(option.value)}
          </Text>
        </Group>
      )}
    />
  );
}
