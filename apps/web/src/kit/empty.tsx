import { Stack, Text, ThemeIcon } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  /** What there is none of. */
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
}

/** Said where a list or chart has nothing to show: why, and what to do next. */
export function Empty({ title, children, icon = <IconMapPin size={22} /> }: EmptyProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md">
      <ThemeIcon variant="light" size="xl" radius="xl" aria-hidden>
        {icon}
      </ThemeIcon>
      <Text fw={600} ta="center">
        {title}
      </Text>
      {children && (
        <Text c="dimmed" size="sm" ta="center" maw={480} component="div">
          {children}
        </Text>
      )}
    </Stack>
  );
}
