import { Button, Code, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api } from '../api/client.js';
import { SentDrawer } from '../endpoints/sent-drawer.js';
import { EVENT_TYPES } from '../kit/event-words.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { TextLink } from '../kit/links.js';
import { UnitLink } from '../kit/unit-link.js';
import { useModelsById } from '../models/catalogue.js';
import { instantText, numberText } from '../time/words.js';
import { type Delivery, useDelivery } from './queries.js';
import { toldText } from './told-words.js';

interface DeliveryDrawerProps {
  readonly name: string;
  /** As the list knows it. */
  readonly delivery: Delivery;
  /** Whether it can be sent again. */
  readonly sends: boolean;
  readonly onClose: () => void;
}

/** All that is known of a delivery, and the way to send it again. */
export function DeliveryDrawer({
  name,
  delivery,
  sends,
  onClose,
}: DeliveryDrawerProps): ReactElement {
  const queries = useQueryClient();
  const current = useDelivery(name, delivery.id) ?? delivery;
  const again = api.useMutation('post', '/api/v1/subscriptions/{name}/deliveries/{id}/redelivery', {
    onSuccess: () =>
      queries.invalidateQueries({
        queryKey: ['get', '/api/v1/subscriptions/{name}/deliveries'],
      }),
  });
  const { id, type, unit, happenedAt, answered, tookMs, told } = current;
  const models = useModelsById();
  return (
    <SentDrawer
      title={toldText(current, models)}
      sent={current}
      onClose={onClose}
      about={[
        ['webhook-id', <Code key="id">{id}</Code>],
        ['Type', <Code key="type">{`waymark.${type}.v1`}</Code>],
        ['Unit', unit ? <UnitLink key="unit" unit={unit} size="sm" /> : '–'],
        ['Happened', instantText(happenedAt)],
        ...(EVENT_TYPES.includes(type)
          ? [['In the log', <InTheLog key="log" type={type} unit={unit} />] as const]
          : []),
      ]}
      content={
        told && (
          <details>
            <summary>The data that is sent, as JSON</summary>
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {JSON.stringify(told, null, 2)}
            </Code>
          </details>
        )
      }
      answer={[
        ['Answer', answered === null ? '–' : `HTTP ${answered}`],
        ['Took', tookMs === null ? '–' : `${numberText(tookMs)} ms`],
      ]}
    >
      {again.isError && <FaultPanel thrown={again.error} />}
      {sends ? (
        <Group>
          <Button
            leftSection={<IconRefresh size={16} />}
            loading={again.isPending}
            onClick={() => again.mutate({ params: { path: { name, id } } })}
          >
            Send it again
          </Button>
          <Text size="sm" c="dimmed" style={{ flex: '1 1 200px' }}>
            Under the same webhook-id, so that an endpoint that had it can tell.
          </Text>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          The subscription is disabled: use it again first to send this once more.
        </Text>
      )}
    </SentDrawer>
  );
}

/** Leads to what is told: the facts of this type and unit, the newest first. */
function InTheLog({ type, unit }: { readonly type: string; readonly unit: string | null }) {
  return (
    <TextLink to="/log" search={{ type, ...(unit ? { unit } : {}) }} size="sm">
      Facts of this type{unit ? ' and unit' : ''}
    </TextLink>
  );
}
