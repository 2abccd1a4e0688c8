import { Button, Group, Text } from '@mantine/core';
import { IconFlagPlus } from '@tabler/icons-react';
import { ExportMenu } from '../exports/export-menu.js';
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
    return (
      <Group gap="xs">
        {(may('emit') || may('organise')) && <FromNowOnly />}
        <Files />
      </Group>
    );
  }
  return (
    <Group gap="xs">
      {log && !retired && (
        <Button leftSection={<IconFlagPlus size={16} />} onClick={() => log()}>
          Log a milestone
        </Button>
      )}
      <EditMenu />
      <Files />
    </Group>
  );
}

function Files() {
  const { unit } = useUnit();
  const under = { under: unit, ...useMoment() };
  return (
    <ExportMenu
      tables={[
        { file: 'standings', label: 'Standings', query: under },
        { file: 'milestones', label: 'What happened and ended', query: under },
        { file: 'assessments', label: 'What was looked at', query: under },
        { file: 'targets', label: 'Targets', query: under },
        { file: 'recommendations', label: 'Next steps, as of now', query: { under: unit } },
        { file: 'units', label: 'Units', query: under },
      ]}
      note="This unit and all below it."
    />
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
