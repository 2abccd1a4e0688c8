import { Group, Text } from '@mantine/core';
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleMinus,
  IconEyeX,
  IconHourglassEmpty,
  IconSignature,
  IconTrendingDown,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { State } from './criteria.js';

const SIZE = 18;

const MARKS: Readonly<Record<State, { readonly word: string; readonly icon: ReactNode }>> = {
  met: {
    word: 'Met',
    icon: <IconCircleCheckFilled size={SIZE} color="var(--waymark-good)" />,
  },
  waived: {
    word: 'Waived',
    icon: <IconSignature size={SIZE} color="var(--waymark-decided)" />,
  },
  'not-applicable': {
    word: 'Does not apply',
    icon: <IconCircleMinus size={SIZE} color="var(--mantine-color-dimmed)" />,
  },
  'not-in-place': {
    word: 'Looked at: not in place',
    icon: <IconEyeX size={SIZE} color="var(--waymark-bad)" />,
  },
  ended: {
    word: 'Ended',
    icon: <IconTrendingDown size={SIZE} color="var(--waymark-bad)" />,
  },
  'in-part': {
    word: 'In part',
    icon: <IconCircleHalf2 size={SIZE} color="var(--waymark-soon)" />,
  },
  'ran-out': {
    word: 'Ran out',
    icon: <IconHourglassEmpty size={SIZE} color="var(--waymark-soon)" />,
  },
  'no-facts': {
    word: 'No facts yet',
    icon: <IconCircleDashed size={SIZE} color="var(--mantine-color-dimmed)" />,
  },
};

/** How it stands with a criterion, as a sign and in words. */
export function StateMark({ state }: { readonly state: State }) {
  const { word, icon } = MARKS[state];
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <span aria-hidden style={{ display: 'flex', flex: 'none', paddingTop: 2 }}>
        {icon}
      </span>
      <Text size="sm" fw={600}>
        {word}
      </Text>
    </Group>
  );
}
