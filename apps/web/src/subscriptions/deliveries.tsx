import { Button, Group, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { Empty } from '../kit/empty.js';
import { More } from '../kit/more.js';
import { QueryView } from '../kit/query-view.js';
import { TableFrame } from '../kit/table-frame.js';
import { UnitLink } from '../kit/unit-link.js';
import { useAddress } from '../kit/use-address.js';
import { instantText, numberText } from '../time/words.js';
import { DeliveryDrawer } from './delivery-drawer.js';
import { againText, answerText, STATUS_TEXTS, StatusBadge } from './delivery-words.js';
import { typeText } from './events.js';
import { type Delivery, useDeliveries } from './queries.js';
import { type DeliveryStatus, STATUSES, type SubscriptionSearch } from './search.js';

interface DeliveriesProps {
  readonly name: string;
  /** Whether they can be sent again. */
  readonly sends: boolean;
}

/** What was sent to a subscription and what is to be sent, the last first. */
export function Deliveries({ name, sends }: DeliveriesProps): ReactElement {
  const { status } = useSearch({ from: '/subscriptions/$subscription' });
  const change = useAddress<SubscriptionSearch>();
  const [shown, setShown] = useState<Delivery>();
  const query = useDeliveries(name, status);
  const deliveries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack component="section" aria-labelledby="deliveries" gap="sm">
      <Group justify="space-between" align="flex-end">
        <Stack gap={2}>
          <Title order={2} size="h4" id="deliveries">
            Deliveries
          </Title>
          <Text size="sm" c="dimmed">
            Of the last 30 days, the last first
          </Text>
        </Stack>
        <NativeSelect
          label="What became of them"
          value={status ?? ''}
          data={[
            { value: '', label: 'Anything' },
            ...STATUSES.map((value) => ({ value, label: STATUS_TEXTS[value] })),
          ]}
          onChange={({ currentTarget }) =>
            change({ status: (currentTarget.value || undefined) as DeliveryStatus | undefined })
          }
        />
      </Group>
      <QueryView query={query} height={280}>
        {() => (
          <Stack>
            {deliveries.length === 0 ? (
              <Empty title={status ? 'None of which that became' : 'Nothing was sent yet'}>
                {status
                  ? 'Choose anything to see all of them.'
                  : 'Send a test message, or wait until something happens that it is told of.'}
              </Empty>
            ) : (
              <DeliveryTable deliveries={deliveries} onShow={setShown} />
            )}
            <More query={query} label="Show earlier ones" />
          </Stack>
        )}
      </QueryView>
      {shown && (
        <DeliveryDrawer
          name={name}
          delivery={deliveries.find(({ id }) => id === shown.id) ?? shown}
          sends={sends}
          onClose={() => setShown(undefined)}
        />
      )}
    </Stack>
  );
}

interface DeliveryTableProps {
  readonly deliveries: readonly Delivery[];
  readonly onShow: (delivery: Delivery) => void;
}

function DeliveryTable({ deliveries, onShow }: DeliveryTableProps) {
  return (
    <TableFrame minWidth={820}>
      <Table striped fz="sm" aria-label="Deliveries, the last first">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th>What</Table.Th>
            <Table.Th>Unit</Table.Th>
            <Table.Th>What became of it</Table.Th>
            <Table.Th ta="right">Attempts</Table.Th>
            <Table.Th>Details</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} onShow={onShow} />
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

function DeliveryRow({
  delivery,
  onShow,
}: {
  readonly delivery: Delivery;
  readonly onShow: (delivery: Delivery) => void;
}) {
  const { madeAt, type, unit, status, attempts } = delivery;
  const said = [answerText(delivery), againText(delivery)].filter(Boolean).join(' ');
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{instantText(madeAt)}</Table.Td>
      <Table.Td>{typeText(type)}</Table.Td>
      <Table.Td>{unit ? <UnitLink unit={unit} size="sm" /> : '–'}</Table.Td>
      <Table.Td maw={360}>
        <StatusBadge status={status} />
        {said && (
          <Text size="xs" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {said}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{numberText(attempts)}</Table.Td>
      <Table.Td>
        <Button size="compact-sm" variant="default" onClick={() => onShow(delivery)}>
          Show
          <Text span hidden>{` ${typeText(type)} of ${instantText(madeAt)}`}</Text>
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
