import { Button, Group, Text } from '@mantine/core';
import { IconFlagPlus } from '@tabler/icons-react';
import { BackToNow } from '../time/back-to-now.js';
import { isNow, useMoment } from '../time/moment.js';
import { EditMenu } from './edit/edit-menu.js';
import { useDoors } from './recording-doors.js';
import { useUnit } from './unit-context.js';

/** What can be done with the unit; while the page is of another time, the way back. */
export function UnitActions() {
  const { may, retired } = useUnit();
  const { log } = useDoors();
  if (!isNow(useMoment())) {
    return may('emit') || may('organise') ? <FromNowOnly /> : null;
  }
  return (
    <Group gap="xs">
      {log && !retired && (
        <Button leftSection={<IconFlagPlus size={16} />} onClick={() => log()}>
          Log a milestone
        </Button>
      )}
      <EditMenu />
    </Group>
  );
}

function FromNowOnly() {
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        Things are recorded from now only.
      </Text>
      <BackToNow />
    </Group>
  );
}
