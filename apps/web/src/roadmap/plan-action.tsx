import { Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useAddress } from '../kit/use-address.js';
import { BackToNow } from '../time/back-to-now.js';
import { isNow, useMoment } from '../time/moment.js';
import type { RoadmapSearch } from './search.js';

/** Leads to a new target; where the page is not now, says why not, and leads back. */
export function PlanAction({ unit }: { readonly unit: string }): ReactElement {
  const show = useAddress<RoadmapSearch>();
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
