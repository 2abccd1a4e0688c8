import { Badge, Button, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconShieldCheck } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { mayEverywhere, useSession } from '../api/session.js';
import { ExportMenu } from '../exports/export-menu.js';
import { Empty } from '../kit/empty.js';
import { EVENT_TYPES, eventText, wordsOf } from '../kit/event-words.js';
import { ButtonLink } from '../kit/links.js';
import { More } from '../kit/more.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { TableFrame } from '../kit/table-frame.js';
import { UnitLink } from '../kit/unit-link.js';
import { useAddress } from '../kit/use-address.js';
import { useTitles } from '../models/catalogue.js';
import { instantText, numberText, occurredText } from '../time/words.js';
import type { LogSearch } from './search.js';

const PAGE_SIZE = 50;

/** The log of the program, the newest first, as it grows. */
export function LogPage(): ReactElement {
  const search = useSearch({ from: '/log' });
  const session = useSession();
  const { q, type, unit, milestone, actor, from, to } = search;
  const looked = { q, type, unit, milestone, actor, from, to };
  const narrowed = Object.values(looked).some((one) => one !== undefined);
  return (
    <Page
      title="Log"
      lead="Every fact in the order in which it became known. Nothing is ever overwritten; what is new appears on top by itself."
      actions={
        <>
          {mayEverywhere(session, 'verify') && (
            <ButtonLink
              to="/log/verification"
              variant="default"
              leftSection={<IconShieldCheck size={16} />}
            >
              Verify it
            </ButtonLink>
          )}
          <ExportMenu
            tables={[
              ...(narrowed ? [{ file: 'log', label: 'What was found', query: looked }] : []),
              { file: 'log', label: 'The whole log' },
            ]}
            note="In the order in which it was recorded, as far as it is in sight."
          />
        </>
      }
    >
      <Filters key={search.unit ?? ''} search={search} />
      <Entries search={search} />
    </Page>
  );
}

function Filters({ search }: { readonly search: LogSearch }) {
  const change = useAddress<LogSearch>();
  const set = (name: keyof LogSearch, value: string) =>
    change({ [name]: value.trim() || undefined });
  const typed = useDebouncedCallback(set, 300);
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        label="Search"
        description="Milestone, unit, target, who recorded it; not what people wrote, which is sealed"
        leftSection={<IconSearch size={16} />}
        maxLength={200}
        defaultValue={search.q ?? ''}
        onChange={({ currentTarget }) => typed('q', currentTarget.value)}
        style={{ flex: '1 1 260px' }}
      />
      <NativeSelect
        label="Type"
        value={search.type ?? ''}
        onChange={({ currentTarget }) => set('type', currentTarget.value)}
        data={[{ value: '', label: 'Any' }, ...EVENT_TYPES]}
      />
      <TextInput
        label="Unit"
        placeholder="its key"
        maxLength={64}
        defaultValue={search.unit ?? ''}
        onChange={({ currentTarget }) => typed('unit', currentTarget.value)}
      />
      <Narrowed search={search} />
    </Group>
  );
}

/** Says what narrows the log that no field shows, and shows all of it again. */
function Narrowed({ search: { actor, from, to } }: { readonly search: LogSearch }) {
  const change = useAddress<LogSearch>();
  if (!actor && !from && !to) return null;
  const words = [
    from && `from ${instantText(from)}`,
    to && `until ${instantText(to)}`,
    actor && 'by one person or key',
  ];
  return (
    <Group gap="xs">
      <Text size="sm">Recorded {words.filter(Boolean).join(', ')}.</Text>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => change({ actor: undefined, from: undefined, to: undefined })}
      >
        Show all
      </Button>
    </Group>
  );
}

function Entries({
  search: { q, type, unit, milestone, actor, from, to },
}: {
  readonly search: LogSearch;
}) {
  const titles = useTitles();
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/log',
    {
      params: {
        query: {
          ...{ q, type, unit, milestone, actor, from, to },
          order: 'desc',
          limit: PAGE_SIZE,
        },
      },
    },
    { ...byCursor, pageParamName: 'before' },
  );
  const events = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <QueryView query={query} height={560}>
      {() => (
        <Stack>
          {events.length === 0 ? (
            <Empty title="Nothing in the log is like that">
              Look for something else, or for any type.
            </Empty>
          ) : (
            <TableFrame minWidth={960}>
              <Table striped aria-label="Events, the newest first" fz="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Position</Table.Th>
                    <Table.Th>Recorded</Table.Th>
                    <Table.Th miw={150}>Unit</Table.Th>
                    <Table.Th miw={240}>What</Table.Th>
                    <Table.Th>When it was so</Table.Th>
                    <Table.Th miw={140}>By</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {events.map((event) => (
                    <Entry key={event.position} event={event} titles={titles} />
                  ))}
                </Table.Tbody>
              </Table>
            </TableFrame>
          )}
          <More query={query} label="Show earlier ones" />
        </Stack>
      )}
    </QueryView>
  );
}

interface EntryProps {
  readonly event: Schemas['Event'];
  readonly titles: ReadonlyMap<string, string>;
}

function Entry({ event, titles }: EntryProps) {
  const { position, recordedAt, unit, occurredAt, actor, source, type } = event;
  const words = wordsOf(event);
  return (
    <Table.Tr>
      <Table.Td ta="right">{numberText(position)}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{instantText(recordedAt)}</Table.Td>
      <Table.Td>{unit ? <UnitLink unit={unit} size="sm" /> : 'The program'}</Table.Td>
      <Table.Td>
        <Text size="sm">{eventText(event, titles)}</Text>
        {words && (
          <Text lineClamp={4} size="sm" c="dimmed">
            “{words}”
          </Text>
        )}
        <Badge size="xs" tt="none" variant="outline" color="gray">
          {type}
        </Badge>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{occurredText(occurredAt)}</Table.Td>
      <Table.Td>
        {actor}
        {source.startsWith('urn:') || source === '' ? '' : `, ${source}`}
      </Table.Td>
    </Table.Tr>
  );
}
