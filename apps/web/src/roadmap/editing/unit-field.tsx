import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { api } from '../../api/client.js';
import type { TargetDraft } from './wish.js';

interface UnitFieldProps {
  readonly form: UseFormReturnType<TargetDraft>;
  readonly top: { readonly unit: string; readonly name: string };
}

const FOUND = 20;

/** Of which unit something is wanted: the page's, or one below it, found by a part of its name. */
export function UnitField({ form, top }: UnitFieldProps): ReactElement {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 150);
  const search = q.trim() && q !== top.name ? { q: q.trim() } : {};
  const { data } = api.useQuery(
    'get',
    '/api/v1/units',
    { params: { query: { under: top.unit, limit: FOUND, ...search } } },
    { placeholderData: keepPreviousData },
  );
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map([[top.unit, top.name]]));
  const found = data?.items.filter(({ retired }) => !retired) ?? [];
  const chosen = form.values.unit;
  const options = [
    ...(found.some(({ unit }) => unit === chosen)
      ? []
      : [{ value: chosen, label: names.get(chosen) ?? chosen }]),
    ...found.map(({ unit, name }) => ({ value: unit, label: name })),
  ];
  return (
    <Select
      label="Of which unit"
      searchable
      withAsterisk
      allowDeselect={false}
      filter={({ options: all }) => all}
      nothingFoundMessage="No unit is called so"
      data={options}
      searchValue={typed}
      onSearchChange={setTyped}
      {...form.getInputProps('unit')}
      onChange={(unit, option) => {
        if (!unit) return;
        setNames((before) => new Map([...before, [unit, option?.label ?? unit]]));
        form.setFieldValue('unit', unit);
      }}
    />
  );
}
