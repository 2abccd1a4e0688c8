import { Card, Stack, Text, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

interface WayProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** One way to begin. */
export function Way({ title, text, children }: WayProps): ReactElement {
  return (
    <Card component="section" withBorder padding="lg" aria-label={title}>
      <Stack gap="sm" h="100%">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text size="sm">{text}</Text>
        <Stack gap="sm" mt="auto">
          {children}
        </Stack>
      </Stack>
    </Card>
  );
}
