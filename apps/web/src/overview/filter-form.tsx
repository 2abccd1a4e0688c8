import { Autocomplete, Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client.js';
import type { OverviewSearch } from './search.js';

interface FilterFormProps {
  readonly unit: string;
  readonly kind: string | undefined;
  readonly tag: string | undefined;
  readonly onDone: (change: OverviewSearch) => void;
}

/** Which units are counted: of a kind, with a tag. What the first units have is suggested. */
export function FilterForm({ unit, onDone, ...given }: FilterFormProps) {
  const [kind, setKind] = useState(given.kind ?? '');
  const [tag, setTag] = useState(given.tag ?? '');
  const { data } = api.useQuery('get', '/api/v1/units', {
    params: { query: { under: unit, limit: 500 } },
  });
  const units = data?.items ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone({ kind: kind.trim() || undefined, tag: tag.trim() || undefined });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Autocomplete
          label="Units of the kind"
          placeholder="All kinds"
          value={kind}
          onChange={setKind}
          data={distinct(units.map((one) => one.kind))}
          comboboxProps={{ withinPortal: false }}
        />
        <Autocomplete
          label="Units with the tag"
          placeholder="All"
          value={tag}
          onChange={setTag}
          data={distinct(units.flatMap(({ tags }) => tags))}
          comboboxProps={{ withinPortal: false }}
        />
        <Button type="submit">Count only these</Button>
      </Stack>
    </form>
  );
}

const distinct = (words: readonly string[]) => [...new Set(words)].sort();
