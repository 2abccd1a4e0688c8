import { Table, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../api/client.js';
import { eventText } from '../kit/event-words.js';
import { TextLink } from '../kit/links.js';
import { QueryView } from '../kit/query-view.js';
import { TableFrame } from '../kit/table-frame.js';
import { UnitLink } from '../kit/unit-link.js';
import { useTitles } from '../models/catalogue.js';
import { occurredText } from '../time/words.js';
import type { Import } from './progress.js';

const SHOWN = 20;
const MINUTE_MS = 60_000;
/** As many are recorded while whoever sent them waits; what is more is recorded afterwards. */
const AT_ONCE = 1_000;
const LONG_MS = 15 * MINUTE_MS;

/** The first of what an import recorded, and the way to the rest in the log. */
export function Recorded({ one }: { readonly one: Import }): ReactElement {
  const titles = useTitles();
  const around = aroundOf(one);
  const query = api.useQuery('get', '/api/v1/imports/{id}/events', {
    params: { path: { id: one.id }, query: { limit: SHOWN } },
  });
  return (
    <QueryView query={query} height={240}>
      {({ items }) => (
        <>
          <TableFrame minWidth={560}>
            <Table striped fz="sm" aria-label="The first of what was recorded">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Unit</Table.Th>
                  <Table.Th>What</Table.Th>
                  <Table.Th>When it was so</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((event) => (
                  <Table.Tr key={event.id}>
                    <Table.Td>
                      {event.unit ? <UnitLink unit={event.unit} size="sm" /> : 'The program'}
                    </Table.Td>
                    <Table.Td>{eventText(event, titles)}</Table.Td>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>
                      {occurredText(event.occurredAt)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </TableFrame>
          <Text size="sm" mt="xs">
            <TextLink to="/log" search={around}>
              The log of that time, by the same person
            </TextLink>
          </Text>
        </>
      )}
    </QueryView>
  );
}

/** The part of the log in which an import lies: by its author, around its time. */
function aroundOf({ madeAt, madeBy, counts }: Import) {
  const at = new Date(madeAt).getTime();
  const takes = counts.new + counts.changed > AT_ONCE ? LONG_MS : MINUTE_MS;
  return {
    actor: madeBy,
    from: new Date(at - MINUTE_MS).toISOString(),
    to: new Date(at + takes).toISOString(),
  };
}
