import { Badge, Group, Progress, Text } from '@mantine/core';
import { IconCheck, IconLock, IconMapPinFilled } from '@tabler/icons-react';
import { dayText, numberText } from '../../time/words.js';
import type { Rung } from './rungs.js';

interface RungPlaceProps {
  readonly rung: Rung;
  readonly since: string | undefined;
}

/** Where a rung lies for the unit, in words. */
export function RungPlace({ rung, since }: RungPlaceProps) {
  const { place, counted } = rung;
  switch (place) {
    case 'here':
      return (
        <Badge tt="none" size="lg" radius="sm" leftSection={<IconMapPinFilled size={14} />}>
          {since ? `Here since ${dayText(since)}` : 'Here'}
        </Badge>
      );
    case 'held':
      return (
        <Group gap={4} wrap="nowrap">
          <IconCheck size={16} aria-hidden color="var(--waymark-good)" />
          <Text size="sm">Held</Text>
        </Group>
      );
    case 'ahead':
      return (
        <Group gap={4} wrap="nowrap">
          <IconLock size={16} aria-hidden color="var(--waymark-soon)" />
          <Text size="sm">Reached by itself, blocked below</Text>
        </Group>
      );
    case 'next':
      return (
        <Group gap="xs" wrap="nowrap">
          <Progress
            value={
              counted.enough === 0
                ? 0
                : (100 * Math.min(counted.met, counted.enough)) / counted.enough
            }
            w={72}
            size="md"
            aria-hidden
          />
          <Text size="sm" fw={600}>
            Next: {progressText(counted)}
          </Text>
        </Group>
      );
    case 'later':
      return (
        <Text size="sm" c="dimmed">
          {progressText(counted)}
        </Text>
      );
  }
}

/** How far a rung is: "2 of 3 met". */
function progressText({ met, enough }: Rung['counted']): string {
  if (enough === 0) return 'nothing is asked';
  return `${numberText(Math.min(met, enough))} of ${numberText(enough)} met`;
}
