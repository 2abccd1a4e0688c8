import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { FaultPanel } from '../../kit/fault-panel.js';
import type { PlannedRow } from '../timeline/rows.js';
import { usePlan } from './use-plan.js';

interface DropTargetProps {
  readonly row: PlannedRow;
  readonly version: number | undefined;
  readonly onDone: () => void;
}

/** Takes a target off the roadmap, after asking. */
export function DropTarget({ row, version, onDone }: DropTargetProps): ReactElement {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const { drop } = usePlan(onDone);
  const { unit, target, title, goal } = row;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      withArrow
      width={300}
      position="top-start"
    >
      <Popover.Target>
        <Button variant="outline" color="red" onClick={() => setOpened(true)}>
          Drop it
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">{title} leaves the roadmap. Its history stays.</Text>
          <TextInput
            label="Why"
            description="May be left empty."
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {drop.error !== null && <FaultPanel thrown={drop.error} />}
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={() => setOpened(false)}>
              Keep it
            </Button>
            <Button
              size="xs"
              color="red"
              loading={drop.isPending}
              onClick={() =>
                drop.mutate({
                  ...{ unit, target, version },
                  share: goal.kind === 'share',
                  reason: reason.trim() || undefined,
                  says: `${title} is off the roadmap.`,
                })
              }
            >
              Drop it
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
