import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { faultOf } from '../../api/faults.js';
import { FaultPanel } from '../../kit/fault-panel.js';

interface PlanFaultProps {
  readonly thrown: unknown;
  /** Reads the unit's version anew, so that the next try counts. */
  readonly again: () => void;
}

/** Why a target could not be set; where the unit changed meanwhile, a way to go on. */
export function PlanFault({ thrown, again }: PlanFaultProps): ReactElement | null {
  if (!thrown) return null;
  if (faultOf(thrown).status !== 412) return <FaultPanel thrown={thrown} />;
  return (
    <Alert
      color="orange"
      icon={<IconAlertTriangle />}
      title="Something was recorded for this unit meanwhile"
      role="alert"
    >
      <Text size="sm">
        Nothing was changed by you yet, and what you entered is kept. Look whether it still fits,
        then save once more.
      </Text>
      <Button mt="sm" size="xs" variant="default" onClick={again}>
        It still fits
      </Button>
    </Alert>
  );
}
