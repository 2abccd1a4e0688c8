import { Button, Stack, Text } from '@mantine/core';
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
  const { status } = faultOf(thrown);
  return (
    <Stack gap={6}>
      <FaultPanel thrown={thrown} />
      {status === 412 && (
        <>
          <Text size="sm">
            Something was recorded for this unit while this was open. What you entered is kept.
          </Text>
          <Button size="xs" variant="default" onClick={again} style={{ alignSelf: 'flex-start' }}>
            I have seen that; let me save
          </Button>
        </>
      )}
    </Stack>
  );
}
