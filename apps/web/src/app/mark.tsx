import { Group, Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';

/** Waymark's sign, which leads to the overview. */
export function Mark() {
  return (
    <UnstyledButton component={Link} to="/" aria-label="Waymark: the overview">
      <Group gap={6} wrap="nowrap">
        <img src="/favicon.svg" alt="" width={24} height={24} />
        <Text fw={700} visibleFrom="md">
          Waymark
        </Text>
      </Group>
    </UnstyledButton>
  );
}
