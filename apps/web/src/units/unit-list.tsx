import { Stack, Table, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { Empty } from '../kit/empty.js';
import { TextLink } from '../kit/links.js';
import { More } from '../kit/more.js';
import { QueryView } from '../kit/query-view.js';
import { TableFrame } from '../kit/table-frame.js';
import { UnitLink } from '../kit/unit-link.js';
import { isNow, useMoment } from '../time/moment.js';
import { HeadlineStage } from './headline-stage.js';

const PAGE_SIZE = 25;

/** The units that fit what is looked for. */
export function UnitList() {
  const { q, kind, tag, owner } = useSearch({ from: '/units' });
  const now = isNow(useMoment());
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/units',
    {
      params: {
        query: {
          ...(q ? { q } : {}),
          ...(kind ? { kind } : {}),
          ...(tag ? { tag } : {}),
          ...(owner ? { owner } : {}),
          limit: PAGE_SIZE,
        },
      },
    },
    byCursor,
  );
  const units = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <QueryView query={query} height={400}>
      {() =>
        units.length === 0 ? (
          <Empty title="No unit in sight is like that">Look for less, or for another word.</Empty>
        ) : (
          <Stack>
            {!now && (
              <Text size="sm">
                Units are found by what they are called now; their stages are of the time of the
                page.
              </Text>
            )}
            <TableFrame minWidth={640}>
              <Table aria-label="Units that were found" fz="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Unit</Table.Th>
                    <Table.Th>Kind</Table.Th>
                    <Table.Th>Lies under</Table.Th>
                    <Table.Th>Owner</Table.Th>
                    <Table.Th>Stage</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {units.map((one) => (
                    <Table.Tr key={one.unit}>
                      <Table.Td>
                        <TextLink to="/units/$unit" params={{ unit: one.unit }} fw={550} size="sm">
                          {one.name}
                        </TextLink>
                        {one.retired && ' (retired)'}
                      </Table.Td>
                      <Table.Td>{one.kind}</Table.Td>
                      <Table.Td>
                        {one.parent ? <UnitLink unit={one.parent} size="sm" /> : 'Nothing'}
                      </Table.Td>
                      <Table.Td>{one.owner?.name ?? 'Nobody'}</Table.Td>
                      <Table.Td>{!one.retired && <HeadlineStage unit={one.unit} />}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </TableFrame>
            <More query={query} />
          </Stack>
        )
      }
    </QueryView>
  );
}
