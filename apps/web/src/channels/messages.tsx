import { Stack, Table, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { Empty } from '../kit/empty.js';
import { More } from '../kit/more.js';
import { QueryView } from '../kit/query-view.js';
import { TableFrame } from '../kit/table-frame.js';
import { againText, answerText, StatusBadge } from '../subscriptions/delivery-words.js';
import { countText, instantText, numberText } from '../time/words.js';
import type { Message, useMessages } from './queries.js';

/** What a channel was sent and is to be sent, the last first. */
export function Messages({
  query,
}: {
  readonly query: ReturnType<typeof useMessages>;
}): ReactElement {
  const messages = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack component="section" aria-labelledby="messages" gap="sm">
      <Stack gap={2}>
        <Title order={2} size="h4" id="messages">
          Messages
        </Title>
        <Text size="sm" c="dimmed">
          Of the last 30 days, the last first
        </Text>
      </Stack>
      <QueryView query={query} height={240}>
        {() => (
          <Stack>
            {messages.length === 0 ? (
              <Empty title="Nothing was sent yet">
                Send a test message, or wait until something happens that it is told of.
              </Empty>
            ) : (
              <TableFrame minWidth={620}>
                <Table striped fz="sm" aria-label="Messages, the last first">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>When</Table.Th>
                      <Table.Th>What</Table.Th>
                      <Table.Th>What became of it</Table.Th>
                      <Table.Th ta="right">Attempts</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {messages.map((message) => (
                      <MessageRow key={message.id} message={message} />
                    ))}
                  </Table.Tbody>
                </Table>
              </TableFrame>
            )}
            <More query={query} label="Show earlier ones" />
          </Stack>
        )}
      </QueryView>
    </Stack>
  );
}

function MessageRow({ message }: { readonly message: Message }) {
  const { madeAt, notices, status, attempts, reason } = message;
  const said = reason === null ? '' : [answerText(message), againText(message)].join(' ').trim();
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{instantText(madeAt)}</Table.Td>
      <Table.Td>{notices === 0 ? 'Test message' : countText(notices, 'thing')}</Table.Td>
      <Table.Td maw={420}>
        <StatusBadge status={status} />
        {said && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {said}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{numberText(attempts)}</Table.Td>
    </Table.Tr>
  );
}
