import { Group, Text } from '@mantine/core';
import { IconCalendarCheck, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { type LogRow, SAYINGS } from './log-row.js';
import { readWhen, whenWords } from './when.js';

/** A line that is done with: saved, or planned. */
export function LogRowDone({ row, title }: { readonly row: LogRow; readonly title: string }) {
  const { state, saying } = row;
  const [now] = useState(() => new Date());
  const said = SAYINGS.find(({ value }) => value === saying)?.label ?? saying;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      {state.is === 'planned' ? <IconCalendarCheck size={20} /> : <IconCircleCheck size={20} />}
      <Text size="sm">
        <b>{title}</b>:{' '}
        {state.is === 'planned'
          ? `planned for ${whenWords(state.due)}, not recorded`
          : `${said.toLowerCase()}, ${readWhen(row.when, { now })?.says ?? row.when}. Saved.`}
      </Text>
    </Group>
  );
}
