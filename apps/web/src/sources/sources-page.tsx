import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { lazy, type ReactElement, Suspense } from 'react';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { Empty } from '../kit/empty.js';
import { TextLink } from '../kit/links.js';
import { More } from '../kit/more.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { TableFrame } from '../kit/table-frame.js';
import { instantText } from '../time/words.js';
import { faringOf } from './condition.js';
import { ConditionBadge } from './condition-badge.js';
import { LastDay } from './last-day.js';
import { pollText } from './poll-text.js';
import { lookAgain } from './rhythm.js';
import { type Source, TOOLS } from './tools.js';

const AddSource = lazy(() =>
  import('./adding/add-source.js').then(({ AddSource }) => ({ default: AddSource })),
);

/** The tools that tell what happened, and how each fares. */
export function SourcesPage(): ReactElement {
  const [adding, { open, close }] = useDisclosure();
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/sources',
    { params: { query: { limit: 100 } } },
    { ...byCursor, refetchInterval: lookAgain },
  );
  const sources = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      Add a source
    </Button>
  );
  return (
    <Page
      title="Sources"
      lead="Tools that send what happened in them. A source’s mapping says which of that is a fact about which unit."
      actions={sources.length > 0 && add}
    >
      <QueryView query={query} height={320}>
        {() =>
          sources.length === 0 ? (
            <Empty title="No tool tells anything yet" icon={<IconPlugConnected size={22} />}>
              <Stack align="center">
                Let Jira, GitHub, GitLab, Azure DevOps, ServiceNow, Salesforce or a pipeline of your
                own say what was reached, so that nobody has to type it.
                {add}
              </Stack>
            </Empty>
          ) : (
            <Stack>
              <SourceTable sources={sources} />
              <More query={query} />
            </Stack>
          )
        }
      </QueryView>
      {adding && (
        <Suspense>
          <AddSource taken={sources.map(({ name }) => name)} onClose={close} />
        </Suspense>
      )}
    </Page>
  );
}

function SourceTable({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <TableFrame minWidth={860}>
      <Table fz="sm" verticalSpacing="sm" aria-label="Sources">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Source</Table.Th>
            <Table.Th>How it fares</Table.Th>
            <Table.Th>Last delivery</Table.Th>
            <Table.Th>Last 24 hours</Table.Th>
            <Table.Th>Asked for what it missed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} />
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

function SourceRow({ source }: { readonly source: Source }) {
  const { name, kind, health, poll } = source;
  const { condition, words } = faringOf(source);
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        <TextLink to="/sources/$source" params={{ source: name }} fw={600}>
          {name}
        </TextLink>
        <Text size="xs" c="dimmed">
          {TOOLS[kind].title}
        </Text>
      </Table.Td>
      <Table.Td maw={320}>
        <Group gap={4}>
          <ConditionBadge condition={condition} />
        </Group>
        {words.map((sentence) => (
          <Text key={sentence} size="xs" c="dimmed" mt={4} lineClamp={3}>
            {sentence}
          </Text>
        ))}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {health.lastDeliveryAt ? instantText(health.lastDeliveryAt) : '–'}
      </Table.Td>
      <Table.Td>
        <LastDay source={source} />
      </Table.Td>
      <Table.Td>{pollText(source.kind, poll)}</Table.Td>
    </Table.Tr>
  );
}
