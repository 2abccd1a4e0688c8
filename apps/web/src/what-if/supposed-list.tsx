import { ActionIcon, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Milestone } from '../models/catalogue.js';
import { MilestoneSelect } from '../recording/milestone-select.js';
import { readWhen } from '../recording/when.js';
import { WhenField } from '../recording/when-field.js';
import type { Supposed } from './search.js';
import type { Side, useSupposed } from './use-supposed.js';
import classes from './what-if.module.css';

interface SupposedListProps {
  readonly entries: readonly Milestone[];
  readonly supposed: ReturnType<typeof useSupposed>;
}

/** All that is supposed, and a way to suppose more. */
export function SupposedList({ entries, supposed }: SupposedListProps) {
  const [side, setSide] = useState<Side>('achieve');
  const [added, setAdded] = useState(0);
  const { achieve, lapse, add, date, remove } = supposed;
  const titleOf = (key: string) => entries.find((entry) => entry.key === key)?.title ?? key;
  const rows = [
    ...achieve.map((one) => ({ side: 'achieve' as const, one })),
    ...lapse.map((one) => ({ side: 'lapse' as const, one })),
  ];
  return (
    <Stack gap="sm">
      {rows.length > 0 && (
        <ul className={classes.supposed} aria-label="What is supposed">
          {rows.map((row) => (
            <SupposedItem
              key={`${row.side} ${row.one.milestone}`}
              {...row}
              title={titleOf(row.one.milestone)}
              onDate={(on) => date(row.side, row.one, on)}
              onRemove={() => remove(row.one.milestone)}
            />
          ))}
        </ul>
      )}
      <Stack gap={6}>
        <SegmentedControl
          aria-label="What is supposed of the milestone"
          value={side}
          onChange={(value) => setSide(value === 'lapse' ? 'lapse' : 'achieve')}
          data={[
            { value: 'achieve', label: 'This happens' },
            { value: 'lapse', label: 'This ends' },
          ]}
        />
        <MilestoneSelect
          key={added}
          label={side === 'achieve' ? 'Suppose this happens' : 'Suppose this ends'}
          entries={entries}
          value={null}
          onChange={(milestone) => {
            if (!milestone) return;
            add(side, { milestone });
            setAdded(added + 1);
          }}
        />
      </Stack>
    </Stack>
  );
}

interface SupposedItemProps {
  readonly side: Side;
  readonly one: Supposed;
  readonly title: string;
  readonly onDate: (on: string | undefined) => void;
  readonly onRemove: () => void;
}

function SupposedItem({ side, one, title, onDate, onRemove }: SupposedItemProps) {
  const [written, setWritten] = useState(one.on ?? '');
  const [now] = useState(() => new Date());
  const write = (value: string) => {
    setWritten(value);
    const read = readWhen(value, { now });
    if (value.trim() === '') onDate(undefined);
    else if (read) onDate(read.given);
  };
  return (
    <li>
      <Group gap="xs" wrap="nowrap" justify="space-between" align="flex-start">
        <Text size="sm">
          <b>{title}</b> {side === 'achieve' ? 'happens' : 'ends'}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`No longer suppose: ${title}`}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <WhenField
        label={side === 'achieve' ? 'When it happens' : 'When it ends'}
        hint="Empty: now. The future is allowed: 2031-Q1"
        value={written}
        onChange={write}
      />
    </li>
  );
}
