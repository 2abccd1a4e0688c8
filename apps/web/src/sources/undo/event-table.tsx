import { Button, Stack, Table, Text } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { eventText } from '../../kit/event-words.js';
import { TableFrame } from '../../kit/table-frame.js';
import { UnitLink } from '../../kit/unit-link.js';
import { useTitles } from '../../models/catalogue.js';
import { instantText, numberText, occurredText } from '../../time/words.js';

interface EventTableProps {
  readonly events: readonly Schemas['Event'][];
  /** How many there are in all. */
  readonly of: number;
}

const SHOWN = 10;

/** Facts of the log that would be taken back. */
export function EventTable({ events, of }: EventTableProps): ReactElement {
  const [all, setAll] = useState(false);
  const titles = useTitles();
  const shown = all ? events : events.slice(0, SHOWN);
  return (
    <Stack gap="xs">
      <TableFrame minWidth={600}>
        <Table fz="sm" aria-label="Facts that would be taken back">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Unit</Table.Th>
              <Table.Th>What</Table.Th>
              <Table.Th>When it was so</Table.Th>
              <Table.Th>Recorded</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((event) => (
              <Table.Tr key={event.id}>
                <Table.Td>{event.unit && <UnitLink unit={event.unit} size="sm" />}</Table.Td>
                <Table.Td>{eventText(event, titles)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {occurredText(event.occurredAt)}
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {instantText(event.recordedAt)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
      {events.length < of && (
        <Text size="sm" c="dimmed">
          {numberText(of - events.length)} more lie further back than is read here.
        </Text>
      )}
      {events.length > shown.length && (
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setAll(true)}
        >
          Show all {numberText(events.length)} facts
        </Button>
      )}
    </Stack>
  );
}
