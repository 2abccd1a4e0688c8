import { Badge, Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { byCursor } from '../../api/by-cursor.js';
import { api } from '../../api/client.js';
import { Empty } from '../../kit/empty.js';
import { More } from '../../kit/more.js';
import { QueryView } from '../../kit/query-view.js';
import { TableFrame } from '../../kit/table-frame.js';
import { useAddress } from '../../kit/use-address.js';
import { secondText } from '../../time/words.js';
import { InTheTool } from '../in-the-tool.js';
import { lookAgain } from '../rhythm.js';
import { type SourceSearch, STATUSES, type Status } from '../search.js';
import { OutcomeBadges, STATUS_TEXTS } from '../status-badge.js';
import { useSource } from '../use-source.js';
import { DeliveryDrawer } from './delivery-drawer.js';
import { Findings } from './findings.js';
import { reasonText } from './reason-text.js';
import { ReplayTogether } from './replay-together.js';

const PAGE_SIZE = 50;
/** Findings of a delivery that stand in the list; the others stand beside what came. */
const FEW = 3;

/** What came from a source in the last 30 days, and what became of each. */
export function DeliveriesPart({ source }: { readonly source: string }): ReactElement {
  const { status, delivery } = useSearch({ from: '/sources/$source' });
  const change = useAddress<SourceSearch>();
  const [replaying, setReplaying] = useState(false);
  const replayable = status !== undefined && status !== 'received';
  return (
    <Stack>
      <Group justify="space-between" align="flex-end" gap="sm">
        <NativeSelect
          label="Outcome"
          value={status ?? ''}
          data={[
            { value: '', label: 'Any' },
            ...STATUSES.map((value) => ({
              value,
              label: `${STATUS_TEXTS[value].title}: ${STATUS_TEXTS[value].means}`,
            })),
          ]}
          onChange={({ currentTarget }) =>
            change({ status: (currentTarget.value || undefined) as Status | undefined })
          }
          style={{ flex: '0 1 420px' }}
        />
        {replayable && (
          <Button
            variant="default"
            leftSection={<IconRepeat size={16} />}
            onClick={() => setReplaying(true)}
          >
            Replay those
          </Button>
        )}
      </Group>
      <Listed source={source} status={status} onOpen={(id) => change({ delivery: id })} />
      {delivery && (
        <DeliveryDrawer
          source={source}
          id={delivery}
          onClose={() => change({ delivery: undefined })}
        />
      )}
      {replaying && replayable && (
        <ReplayTogether source={source} status={status} onClose={() => setReplaying(false)} />
      )}
    </Stack>
  );
}

interface ListedProps {
  readonly source: string;
  readonly status: Status | undefined;
  readonly onOpen: (id: string) => void;
}

function Listed({ source, status, onOpen }: ListedProps) {
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/sources/{source}/deliveries',
    { params: { path: { source }, query: { limit: PAGE_SIZE, ...(status ? { status } : {}) } } },
    { ...byCursor, refetchInterval: lookAgain },
  );
  const deliveries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <QueryView query={query} height={320}>
      {() =>
        deliveries.length === 0 ? (
          <None source={source} status={status} />
        ) : (
          <Stack>
            <TableFrame minWidth={820}>
              <Table fz="sm" aria-label="Deliveries, the newest first">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>When</Table.Th>
                    <Table.Th>Event</Table.Th>
                    <Table.Th>Outcome</Table.Th>
                    <Table.Th>What became of it</Table.Th>
                    <Table.Th ta="right">What came</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {deliveries.map((delivery) => (
                    <DeliveryRow
                      key={delivery.id}
                      delivery={delivery}
                      onOpen={() => onOpen(delivery.id)}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </TableFrame>
            <More query={query} label="Show earlier ones" />
          </Stack>
        )
      }
    </QueryView>
  );
}

interface DeliveryRowProps {
  readonly delivery: Schemas['Delivery'];
  readonly onOpen: () => void;
}

function DeliveryRow({ delivery, onOpen }: DeliveryRowProps) {
  const { receivedAt, event, toolId, findings } = delivery;
  const reason = reasonText(delivery);
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{secondText(receivedAt)}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }} miw={110} maw={220}>
        {event || '–'}
        {toolId.startsWith('poll ') && (
          <Badge ml="xs" size="xs" tt="none" variant="outline" color="gray">
            asked for
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        <OutcomeBadges delivery={delivery} />
      </Table.Td>
      <Table.Td miw={280}>
        <Findings findings={findings.slice(0, FEW)} more={findings.length - FEW} />
        {reason && (
          <Text size="xs" c="dimmed" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
            {reason}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Look at ${event || 'what came'}, ${secondText(receivedAt)}`}
          onClick={onOpen}
        >
          Look
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

/** Why there is nothing, and what to do. */
function None({
  source,
  status,
}: {
  readonly source: string;
  readonly status: Status | undefined;
}) {
  const { data } = useSource(source);
  if (status) {
    return (
      <Empty title={`No delivery is ${STATUS_TEXTS[status].title.toLowerCase()}`}>
        Deliveries are kept for 30 days.
      </Empty>
    );
  }
  return (
    <Stack maw={720}>
      <Text role="status">
        Waiting for the first delivery. What the tool sends appears here by itself.
      </Text>
      {data && <InTheTool source={data} />}
    </Stack>
  );
}
