import { Card, Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { DisabledAlert } from '../endpoints/disabled.js';
import { UnitLink } from '../kit/unit-link.js';
import { dayText, instantText, numberText } from '../time/words.js';
import { eventsText } from './events.js';
import { DISABLED_TEXTS, HealthBadge } from './health.js';
import type { Subscription } from './queries.js';

/** How a subscription fares, and what it is told. */
export function SubscriptionHealth({
  subscription,
}: {
  readonly subscription: Subscription;
}): ReactElement {
  const { origin, events, under, previousEndsAt, madeAt, health } = subscription;
  const { disabled, lastDeliveredAt, waiting, failed } = health;
  return (
    <Stack gap="sm">
      {disabled && (
        <DisabledAlert since={disabled.at}>{DISABLED_TEXTS[disabled.because]}</DisabledAlert>
      )}
      <Card withBorder padding="md">
        <Stack gap="sm">
          <Group gap="lg" align="flex-start">
            <HealthBadge health={health} />
            <Figure name="Last delivered">
              {lastDeliveredAt ? instantText(lastDeliveredAt) : 'Never'}
            </Figure>
            <Figure name="Waiting">{numberText(waiting)}</Figure>
            <Figure name="Failed in 30 days">{numberText(failed)}</Figure>
          </Group>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            Goes to <b>{origin ?? 'an address that another server sealed: give it again'}</b>,{' '}
            {under ? (
              <>
                about <UnitLink unit={under} size="sm" /> and all below it
              </>
            ) : (
              'about the whole program'
            )}
            , since {dayText(madeAt)}.
          </Text>
          <Text size="sm">It is told: {eventsText(events)}.</Text>
          {previousEndsAt && (
            <Text size="sm" c="dimmed">
              The secret of before signs as well until {instantText(previousEndsAt)}.
            </Text>
          )}
        </Stack>
      </Card>
    </Stack>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <Text size="sm">
      <Text span size="sm" c="dimmed">
        {name}:{' '}
      </Text>
      {children}
    </Text>
  );
}
