import { Card, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { SeverityBadge } from '../alerts/severity.js';
import { TextLink } from '../kit/links.js';
import { countText, instantText, withDays } from '../time/words.js';
import { type Notice, useNotices } from './notices.js';

/** What needs somebody between the program and other systems; nothing where nothing does. */
export function NoticesPart(): ReactElement | null {
  const notices = useNotices();
  if (notices.length === 0) return null;
  return (
    <Card component="section" withBorder padding="sm" aria-labelledby="notices">
      <Group gap="sm" mb="xs">
        <Title order={2} size="h5" id="notices">
          About integrations
        </Title>
        <Text size="sm" c="dimmed">
          {countText(notices.length, 'notice')}; each goes by itself once its cause is gone
        </Text>
      </Group>
      {notices.map((notice) => (
        <Row key={notice.id} notice={notice} />
      ))}
    </Card>
  );
}

function Row({ notice: { name, since, words, path } }: { readonly notice: Notice }) {
  return (
    <Stack gap={2} py="xs" style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}>
      <Group gap="xs">
        <SeverityBadge severity="warning" />
        <TextLink to={path} fw={600}>
          {name}
        </TextLink>
        <Text size="sm" c="dimmed">
          since {instantText(since)}
        </Text>
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {withDays(words)}
      </Text>
    </Stack>
  );
}
