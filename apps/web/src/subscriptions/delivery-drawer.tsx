import { Button, Code, Drawer, Group, Stack, Table, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { api } from '../api/client.js';
import { EVENT_TYPES } from '../kit/event-words.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { TextLink } from '../kit/links.js';
import { useReturnFocus } from '../kit/return-focus.js';
import { UnitLink } from '../kit/unit-link.js';
import { instantText, numberText } from '../time/words.js';
import { againText, StatusBadge } from './delivery-words.js';
import { typeText } from './events.js';
import { type Delivery, useDelivery } from './queries.js';

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
  useReturnFocus();
  const queries = useQueryClient();
  const current = useDelivery(name, delivery.id) ?? delivery;
  const again = api.useMutation('post', '/api/v1/subscriptions/{name}/deliveries/{id}/redelivery', {
    onSuccess: () =>
      queries.invalidateQueries({
        queryKey: ['get', '/api/v1/subscriptions/{name}/deliveries'],
      }),
  });
  const { id, type, unit, happenedAt, madeAt, status, attempts, lastAt } = current;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={<Text fw={650}>{typeText(type)}</Text>}
    >
      <Stack>
        <Group gap="xs" role="status">
          <StatusBadge status={status} />
          {againText(current) && <Text size="sm">{againText(current)}</Text>}
        </Group>
        <Facts
          label="What is sent"
          rows={[
            ['webhook-id', <Code key="id">{id}</Code>],
            ['Type', <Code key="type">{`waymark.${type}.v1`}</Code>],
            ['Unit', unit ? <UnitLink key="unit" unit={unit} size="sm" /> : '–'],
            ['Happened', instantText(happenedAt)],
            ['To be sent since', instantText(madeAt)],
            ...(EVENT_TYPES.includes(type)
              ? [['In the log', <InTheLog key="log" type={type} unit={unit} />] as const]
              : []),
          ]}
        />
        <Facts
          label="What was answered"
          rows={[
            ['Attempts', numberText(attempts)],
            ['Last attempt', lastAt ? instantText(lastAt) : 'None yet'],
            ['Answer', current.answered === null ? '–' : `HTTP ${current.answered}`],
            ['Took', current.tookMs === null ? '–' : `${numberText(current.tookMs)} ms`],
          ]}
        />
        {current.reason && (
          <Stack gap={4}>
            <Text size="sm" fw={600}>
              What went wrong
            </Text>
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {current.reason}
            </Code>
          </Stack>
        )}
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
      </Stack>
    </Drawer>
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

function Facts({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: readonly (readonly [name: string, value: ReactNode])[];
}) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Table variant="vertical" fz="sm" aria-label={label} withTableBorder>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={150}>
                {name}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
