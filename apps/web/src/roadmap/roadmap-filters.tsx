import { Button, Chip, Group, Select, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { useAddress } from '../kit/use-address.js';
import { numberText } from '../time/words.js';
import type { Owner } from './owners.js';
import type { RoadmapSearch } from './search.js';
import { STATUS_TEXTS, STATUSES } from './status-words.js';

interface RoadmapFiltersProps {
  readonly shown: RoadmapSearch;
  readonly byStatus: Schemas['SubtreeRoadmap']['summary']['byStatus'];
  readonly owners: readonly Owner[];
}

/** Which targets are shown: of one status, of one owner; all of it in the address. */
export function RoadmapFilters({ shown, byStatus, owners }: RoadmapFiltersProps): ReactElement {
  const show = useAddress<RoadmapSearch>();
  const all = Object.values(byStatus).reduce((sum, some) => sum + some, 0);
  const known = owners.some(({ email }) => email === shown.owner);
  return (
    <Group gap="sm" align="flex-end">
      <Chip.Group
        value={shown.status ?? 'all'}
        onChange={(status) => show({ status: STATUSES.find((one) => one === status) })}
      >
        <Group gap={6} role="radiogroup" aria-label="Targets of which status">
          <Chip value="all" size="sm" variant="outline">
            All {numberText(all)}
          </Chip>
          {STATUSES.map((status) => (
            <Chip key={status} value={status} size="sm" variant="outline">
              {STATUS_TEXTS[status]} {numberText(byStatus[status])}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Select
        size="xs"
        aria-label="Targets of which owner"
        placeholder="All owners"
        clearable
        searchable
        value={shown.owner ?? null}
        onChange={(owner) => show({ owner: owner ?? undefined })}
        data={[
          ...owners.map(({ name, email }) => ({ value: email, label: name })),
          ...(shown.owner && !known ? [{ value: shown.owner, label: shown.owner }] : []),
        ]}
      />
      {(shown.status || shown.owner) && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => show({ status: undefined, owner: undefined })}
        >
          <Text span size="xs" td="underline">
            Show all
          </Text>
        </Button>
      )}
    </Group>
  );
}
