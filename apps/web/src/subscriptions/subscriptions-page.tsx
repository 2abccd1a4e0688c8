import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { Empty } from '../kit/empty.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { UnitLink } from '../kit/unit-link.js';
import { countText, instantText } from '../time/words.js';
import { eventsText } from './events.js';
import { HealthBadge } from './health.js';
import { type Subscription, useSubscriptions } from './queries.js';
import { ShownSecret } from './shown-secret.js';
import { SubscriptionForm } from './subscription-form.js';

/** The systems of others that are told what happens, and how each fares. */
export function SubscriptionsPage(): ReactElement {
  const [adding, { open, close }] = useDisclosure();
  const [made, setMade] = useState<{ readonly name: string; readonly secret: string }>();
  const query = useSubscriptions();
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      Add a subscription
    </Button>
  );
  return (
    <Page
      title="Subscriptions"
      lead={
        <>
          Other systems that are told what happens, by signed webhooks. People are told in{' '}
          <TextLink to="/channels">channels</TextLink>.
        </>
      }
      actions={query.data?.items.length === 0 ? undefined : add}
    >
      {made && <ShownSecret {...made} onClose={() => setMade(undefined)} />}
      <QueryView query={query} height={320}>
        {({ items }) => (
          <Stack gap="sm">
            {items.length === 0 && (
              <Empty title="Nobody is told yet" icon={<IconWebhook size={22} />}>
                <Stack align="center" gap="sm">
                  <span>
                    An endpoint of another system is sent each fact, standing and alert that you
                    choose within seconds, and again for three days where it does not answer.
                  </span>
                  {add}
                </Stack>
              </Empty>
            )}
            {items.map((subscription) => (
              <SubscriptionCard key={subscription.id} subscription={subscription} />
            ))}
          </Stack>
        )}
      </QueryView>
      {adding && (
        <SubscriptionForm
          taken={query.data?.items.map(({ name }) => name) ?? []}
          onClose={close}
          onDone={(name, secret) => {
            close();
            if (secret) setMade({ name, secret });
          }}
        />
      )}
    </Page>
  );
}

function SubscriptionCard({ subscription }: { readonly subscription: Subscription }) {
  const { name, origin, events, under, health } = subscription;
  const { lastDeliveredAt, waiting, failed } = health;
  const counts = [
    lastDeliveredAt && `Last delivered ${instantText(lastDeliveredAt)}`,
    waiting > 0 && `${countText(waiting, 'delivery', 'deliveries')} waiting`,
    failed > 0 && `${countText(failed, 'delivery', 'deliveries')} failed`,
  ].filter(Boolean);
  return (
    <Card withBorder component="article" padding="md" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={2} style={{ minWidth: 0, flex: '1 1 260px' }}>
          <Title order={2} size="h5">
            <TextLink to="/subscriptions/$subscription" params={{ subscription: name }}>
              {name}
            </TextLink>
          </Title>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {origin ?? 'Its address was sealed by another server'}
            {under && (
              <>
                , about <UnitLink unit={under} size="sm" /> and below
              </>
            )}
          </Text>
          <Text size="sm" c="dimmed">
            {eventsText(events)}
          </Text>
          {counts.length > 0 && (
            <Text size="sm" c="dimmed">
              {counts.join(' · ')}
            </Text>
          )}
        </Stack>
        <HealthBadge health={health} />
      </Group>
    </Card>
  );
}
