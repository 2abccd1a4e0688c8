import { Autocomplete, Button, Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAddress } from '../kit/use-address.js';
import type { UnitsSearch } from './search.js';
import { KINDS } from './unit-fields.js';

const PAUSE_MS = 250;

/** Looks for units; what is looked for stands in the address. */
export function UnitFilters() {
  const { q, kind, tag, owner } = useSearch({ from: '/units' });
  const [times, setTimes] = useState(0);
  const set = useAddress<UnitsSearch>();
  const typed = useDebouncedCallback((name: keyof UnitsSearch, value: string) => {
    set({ [name]: value.trim() || undefined });
  }, PAUSE_MS);
  const clear = () => {
    set({ q: undefined, kind: undefined, tag: undefined, owner: undefined });
    setTimes(times + 1);
  };
  const any = q ?? kind ?? tag ?? owner;
  return (
    <Group key={times} gap="sm" align="flex-end" role="search" aria-label="Look for units">
      <TextInput
        label="Search"
        placeholder="Name or key"
        leftSection={<IconSearch size={16} />}
        maxLength={200}
        defaultValue={q ?? ''}
        onChange={({ currentTarget }) => typed('q', currentTarget.value)}
        style={{ flex: '2 1 220px' }}
      />
      <Autocomplete
        label="Kind"
        placeholder="Any"
        data={KINDS}
        maxLength={64}
        defaultValue={kind ?? ''}
        onChange={(value) => typed('kind', value)}
        style={{ flex: '1 1 140px' }}
      />
      <TextInput
        label="Tag"
        placeholder="Any"
        maxLength={64}
        defaultValue={tag ?? ''}
        onChange={({ currentTarget }) => typed('tag', currentTarget.value)}
        style={{ flex: '1 1 140px' }}
      />
      <TextInput
        label="Owner’s e-mail"
        placeholder="Anybody’s"
        maxLength={254}
        defaultValue={owner ?? ''}
        onChange={({ currentTarget }) => typed('owner', currentTarget.value)}
        style={{ flex: '1 1 180px' }}
      />
      {any && (
        <Button variant="subtle" leftSection={<IconFilterOff size={16} />} onClick={clear}>
          Show the tree
        </Button>
      )}
    </Group>
  );
}
