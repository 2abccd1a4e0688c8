import { Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { instantText } from '../time/words.js';
import { faringOf } from './condition.js';
import { ConditionBadge } from './condition-badge.js';
import { Copied } from './copied.js';
import { LastDay } from './last-day.js';
import { RefusedBox } from './refused-box.js';
import { pollText } from './poll-text.js';
import { addressOf, type Source, TOOLS } from './tools.js';

/** What a source is, how it fares and why, and the address that its tool sends to. */
export function SourceHead({ source }: { readonly source: Source }) {
  const { kind, health, poll } = source;
  const { condition, words } = faringOf(source);
  return (
    <Card withBorder padding="md">
      <Stack gap="md">
        <Group gap="sm">
          <ConditionBadge condition={condition} />
          <Text size="sm">{words.join(' ')}</Text>
        </Group>
        <RefusedBox source={source} />
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md">
          <Told title="Tool">{TOOLS[kind].title}</Told>
          <Told title="Last delivery">
            {health.lastDeliveryAt ? instantText(health.lastDeliveryAt) : 'None yet'}
          </Told>
          <Told title="Last 24 hours">
            <LastDay source={source} />
          </Told>
          <Told title="Asked for what it missed">{pollText(kind, poll)}</Told>
        </SimpleGrid>
        <Copied label="Address it sends to" value={addressOf(source)} />
      </Stack>
    </Card>
  );
}

function Told({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </div>
  );
}
