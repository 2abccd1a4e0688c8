import { Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { BackToNow } from '../time/back-to-now.js';
import { isNow, useMoment } from '../time/moment.js';
import { useRoadmapSearch } from './roadmap-filters.js';

/** Leads to a new target; where the page is not now, says why not, and leads back. */
export function PlanAction({ unit }: { readonly unit: string }): ReactElement {
  const show = useRoadmapSearch();
  if (isNow(useMoment())) {
    return <Button onClick={() => show({ target: `${unit}/` })}>Add a target</Button>;
  }
  return (
    <Group gap="xs">
      <Text size="sm">Targets are set as of now.</Text>
      <BackToNow />
    </Group>
  );
}
