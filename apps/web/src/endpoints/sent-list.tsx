import { Button, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Empty } from '../kit/empty.js';
import { More } from '../kit/more.js';
import { QueryView } from '../kit/query-view.js';
import { TableFrame } from '../kit/table-frame.js';
import { UnitLink } from '../kit/unit-link.js';
import { instantText, numberText } from '../time/words.js';
import { againText, answerText, type Sent, StatusBadge } from './sent-words.js';

interface SentListProps<One extends Sent> {
  readonly title: string;
  /** Page by page, the last first. */
  readonly query: UseQueryResult<{ readonly pages: { readonly items: One[] }[] }, unknown> &
    Parameters<typeof More>[0]['query'];
  /** What it is, in a few words. */
  readonly what: (one: One) => string;
  /** What each is about; absent: that is not listed. */
  readonly unitOf?: (one: One) => string | null;
  /** Narrows the list. */
  readonly filter?: ReactNode;
  /** Said where the filter leaves nothing. */
  readonly none?: ReactElement | undefined;
  /** All that is known of one, as it is just now. */
  readonly children: (one: One, close: () => void) => ReactElement;
}

/** What an endpoint was sent and is to be sent; each can be opened. */
export function SentList<One extends Sent>(props: SentListProps<One>): ReactElement {
  const { title, query, filter, none, children } = props;
  const [shown, setShown] = useState<One>();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack component="section" aria-label={title} gap="sm">
      <Group justify="space-between" align="flex-end">
        <Stack gap={2}>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            Of the last 30 days, the last first
          </Text>
        </Stack>
        {filter}
      </Group>
      <QueryView query={query} height={280}>
        {() => (
          <Stack>
            {items.length > 0 ? (
              <SentTable {...props} items={items} onShow={setShown} />
            ) : (
              (none ?? (
                <Empty title="Nothing was sent yet">
                  Send a test message, or wait until something happens that it is told of.
                </Empty>
              ))
            )}
            <More query={query} label="Show earlier ones" />
          </Stack>
        )}
      </QueryView>
      {shown &&
        children(items.find(({ id }) => id === shown.id) ?? shown, () => setShown(undefined))}
    </Stack>
  );
}

interface SentTableProps<One extends Sent>
  extends Pick<SentListProps<One>, 'title' | 'what' | 'unitOf'> {
  readonly items: readonly One[];
  readonly onShow: (one: One) => void;
}

function SentTable<One extends Sent>({ title, what, unitOf, items, onShow }: SentTableProps<One>) {
  return (
    <TableFrame minWidth={unitOf ? 820 : 720}>
      <Table striped fz="sm" aria-label={`${title}, the last first`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th>What became of it</Table.Th>
            <Table.Th>What</Table.Th>
            {unitOf && <Table.Th>Unit</Table.Th>}
            <Table.Th ta="right">Attempts</Table.Th>
            <Table.Th>Details</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td miw={120}>{instantText(one.madeAt)}</Table.Td>
              <Table.Td miw={130} maw={300}>
                <StatusBadge sent={one} />
                <Text size="xs" c="dimmed" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
                  {[answerText(one), againText(one)].filter(Boolean).join(' ')}
                </Text>
              </Table.Td>
              <Table.Td>{what(one)}</Table.Td>
              {unitOf && <UnitCell unit={unitOf(one)} />}
              <Table.Td ta="right">{numberText(one.attempts)}</Table.Td>
              <Table.Td>
                <Button size="compact-sm" variant="default" onClick={() => onShow(one)}>
                  Show
                  <VisuallyHidden>{` ${what(one)} of ${instantText(one.madeAt)}`}</VisuallyHidden>
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

function UnitCell({ unit }: { readonly unit: string | null }) {
  return <Table.Td>{unit ? <UnitLink unit={unit} size="sm" /> : '–'}</Table.Td>;
}
