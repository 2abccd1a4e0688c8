import { Group, Stack, Table, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { api } from '../api/client.js';
import { mayEverywhere, useSession } from '../api/session.js';
import { Empty } from '../kit/empty.js';
import { ButtonLink, TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { TableFrame } from '../kit/table-frame.js';
import { instantText, numberText } from '../time/words.js';
import { Author } from './author.js';
import { type Import, isUnderWay } from './progress.js';
import { StateBadge } from './state-badge.js';
import { KIND_TEXTS } from './words.js';

const LOOK_MS = 2_000;

/** The sheets that were imported, the latest first. */
export function ImportsPage(): ReactElement {
  const session = useSession();
  const query = api.useQuery(
    'get',
    '/api/v1/imports',
    {},
    {
      refetchInterval: ({ state }) =>
        state.data?.items.some((one) => isUnderWay(one)) ? LOOK_MS : false,
    },
  );
  const imports = mayEverywhere(session, 'integrate');
  return (
    <Page
      title="Imports"
      lead="Sheets of units, milestones, assessments and targets that were taken in. Each can be undone as a whole."
      actions={imports && <Begin />}
    >
      <QueryView query={query} height={320}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No sheet was imported yet" icon={<IconFileImport size={22} />}>
              <Stack align="center" gap="sm">
                <span>
                  What lies in spreadsheets today comes in by a CSV file or a workbook: you see what
                  would change before anything is recorded.
                </span>
                {imports && <Begin />}
              </Stack>
            </Empty>
          ) : (
            <ImportTable items={items} />
          )
        }
      </QueryView>
    </Page>
  );
}

function Begin() {
  return (
    <ButtonLink to="/imports/new" leftSection={<IconFileImport size={16} />}>
      Import a sheet
    </ButtonLink>
  );
}

function ImportTable({ items }: { readonly items: readonly Import[] }) {
  return (
    <TableFrame minWidth={860}>
      <Table striped fz="sm" aria-label="Imports, the latest first">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th>File</Table.Th>
            <Table.Th>What</Table.Th>
            <Table.Th>By</Table.Th>
            <Table.Th ta="right">New</Table.Th>
            <Table.Th ta="right">Changed</Table.Th>
            <Table.Th ta="right">As it was</Table.Th>
            <Table.Th>State</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <TextLink to="/imports/$import" params={{ import: one.id }} size="sm">
                  {instantText(one.madeAt)}
                </TextLink>
              </Table.Td>
              <Table.Td miw={140} style={{ overflowWrap: 'anywhere' }}>
                {one.file ?? '–'}
              </Table.Td>
              <Table.Td>{one.kind === null ? '–' : KIND_TEXTS[one.kind]}</Table.Td>
              <Table.Td>
                <Author id={one.madeBy} />
              </Table.Td>
              <Table.Td ta="right">{numberText(one.counts.new)}</Table.Td>
              <Table.Td ta="right">{numberText(one.counts.changed)}</Table.Td>
              <Table.Td ta="right">{numberText(one.counts.unchanged)}</Table.Td>
              <Table.Td>
                <Group gap={4} wrap="nowrap">
                  <StateBadge one={one} />
                  {one.undoneAt && (
                    <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                      {instantText(one.undoneAt)}
                    </Text>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}
