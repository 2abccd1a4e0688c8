import { Badge, Button, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { Empty } from '../kit/empty.js';
import { More } from '../kit/more.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { TableFrame } from '../kit/table-frame.js';
import { useAddress } from '../kit/use-address.js';
import { instantText } from '../time/words.js';
import type { AuditSearch } from './search.js';

/** What is about what, for choosing. */
const ACTIONS: readonly (readonly [value: string, label: string])[] = [
  ['', 'Anything'],
  ['sign-in.*', 'Signing in'],
  ['session.*', 'Signing out'],
  ['key.*', 'Keys'],
  ['grant.*', 'Roles'],
  ['person.*', 'People'],
  ['group.*', 'Groups'],
  ['model.*', 'Models'],
  ['log.*', 'Exports and the log'],
  ['erasure.*', 'Erasures'],
  ['access.denied', 'Refused requests'],
  ['proposal.*', 'Proposals'],
  ['program.*', 'The program'],
  ['milestone.*', 'Milestones'],
  ['board-pack.*', 'Board packs'],
  ['import.*', 'Imports'],
  ['source.*', 'Sources'],
  ['subscription.*', 'Subscriptions'],
  ['channel.*', 'Channels'],
  ['calendar-link.*', 'Addresses of calendars'],
  ['head.*', 'Signed heads'],
  ['audit.*', 'Exports of this trail'],
  ['demo.*', 'The demo'],
];

/** Who did what of an administrative kind, when and from where; and what was refused. */
export function AuditPage(): ReactElement {
  const search = useSearch({ from: '/audit' });
  const { action = '', outcome = '', from = '', to = '' } = search;
  const wanted = Object.entries({ action, outcome, from, to }).filter(([, value]) => value !== '');
  return (
    <Page
      title="Audit trail"
      lead="Sign-ins, denials, keys, roles, exports, models and erasures: who, when, from where. Nothing of it can be changed."
      actions={
        <Button
          component="a"
          href={`/api/v1/exports/audit.jsonl?${new URLSearchParams(wanted)}`}
          download
          variant="default"
          leftSection={<IconDownload size={16} />}
        >
          Save as JSON Lines
        </Button>
      }
    >
      <Filters search={search} />
      <Entries search={search} />
    </Page>
  );
}

function Filters({ search }: { readonly search: AuditSearch }) {
  const change = useAddress<AuditSearch>();
  const set = (name: keyof AuditSearch, value: string) => change({ [name]: value || undefined });
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label="About"
        value={search.action ?? ''}
        data={ACTIONS.map(([value, label]) => ({ value, label }))}
        onChange={({ currentTarget }) => set('action', currentTarget.value)}
      />
      <NativeSelect
        label="Outcome"
        value={search.outcome ?? ''}
        data={[
          { value: '', label: 'Any' },
          { value: 'done', label: 'Done' },
          { value: 'denied', label: 'Denied' },
        ]}
        onChange={({ currentTarget }) => set('outcome', currentTarget.value)}
      />
      <TextInput
        type="date"
        label="From"
        value={search.from ?? ''}
        onChange={({ currentTarget }) => set('from', currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Before"
        value={search.to ?? ''}
        onChange={({ currentTarget }) => set('to', currentTarget.value)}
      />
    </Group>
  );
}

function Entries({ search: { action, outcome, from, to } }: { readonly search: AuditSearch }) {
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/audit',
    { params: { query: { ...{ action, outcome, from, to }, limit: 100 } } },
    byCursor,
  );
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <QueryView query={query} height={480}>
      {() => (
        <Stack>
          {entries.length === 0 ? (
            <Empty title="Nothing of that kind">Look for anything, or at another time.</Empty>
          ) : (
            <TableFrame minWidth={720}>
              <Table striped fz="sm" aria-label="Entries, the newest first">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th miw={120}>When</Table.Th>
                    <Table.Th>Who</Table.Th>
                    <Table.Th>What</Table.Th>
                    <Table.Th>About</Table.Th>
                    <Table.Th>From</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {entries.map((entry) => (
                    <Entry key={entry.position} entry={entry} />
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

const KINDS = {
  key: 'Key',
  person: '',
  operator: 'Operator',
  unknown: 'Somebody unknown',
} as const;

function Entry({ entry }: { readonly entry: Schemas['Audit']['items'][number] }) {
  const { at, actor, action, outcome, about, from } = entry;
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{instantText(at)}</Table.Td>
      <Table.Td>{[KINDS[actor.kind], actor.name].filter(Boolean).join(' ') || 'Erased'}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          {action}
          {outcome === 'denied' && (
            <Badge tt="none" color="red" variant="outline" size="sm">
              Denied
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {Object.entries(about)
            .map(([name, value]) => `${name}: ${String(value)}`)
            .join(', ') || '–'}
        </Text>
      </Table.Td>
      <Table.Td>{from ?? '–'}</Table.Td>
    </Table.Tr>
  );
}
