import { Drawer, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { LogForm } from './log-form.js';

interface LogMilestonesProps {
  /** The key of the unit that it happened in. */
  readonly unit: string;
  /** The milestone to begin with; absent: the form begins empty. */
  readonly milestone?: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says which milestones happened in a unit, several at once. */
export function LogMilestones(props: LogMilestonesProps): ReactElement {
  const { unit, milestone, opened, onClose } = props;
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="xl"
      title={<Text fw={650}>Log milestones</Text>}
    >
      <LogForm unit={unit} milestone={milestone} onDone={onClose} />
    </Drawer>
  );
}
