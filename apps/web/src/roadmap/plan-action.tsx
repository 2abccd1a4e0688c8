import { Button, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { isNow, useMoment } from '../time/moment.js';
import { useRoadmapSearch } from './roadmap-filters.js';

/** Leads to a new target; where the page is not now, says why not, and leads back. */
export function PlanAction({ unit }: { readonly unit: string }): ReactElement {
  const show = useRoadmapSearch();
  const navigate = useNavigate();
  if (isNow(useMoment())) {
    return <Button onClick={() => show({ target: `${unit}/` })}>Add a target</Button>;
  }
  const back = () =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, asOf: undefined, knownAt: undefined }),
    });
  return (
    <Group gap="xs">
      <Text size="sm">Targets are set as of now.</Text>
      <Button variant="default" onClick={back}>
        Back to now
      </Button>
    </Group>
  );
}
