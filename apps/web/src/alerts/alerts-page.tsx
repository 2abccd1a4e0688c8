import { Button, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { may, useSession } from '../api/session.js';
import { ExportMenu } from '../exports/export-menu.js';
import { Empty } from '../kit/empty.js';
import { More } from '../kit/more.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { UnitLink } from '../kit/unit-link.js';
import { useAddress } from '../kit/use-address.js';
import { NoticesPart } from '../notices/notices-part.js';
import { ActBar } from './act-bar.js';
import { groupsOf } from './groups.js';
import { AlertGroup } from './alert-group.js';
import { type AlertsSearch, RULE_TEXTS, SEVERITIES, STATES } from './search.js';
import { SEVERITY_TEXTS } from './severity.js';
import { SummaryBar } from './summary-bar.js';

const PAGE_SIZE = 100;

/** What needs somebody: grouped, and acted upon one by one or together. */
export function AlertsPage(): ReactElement {
  const search = useSearch({ from: '/alerts' });
  const { under, severity, state, rule, assignee } = search;
  const shown = { under, severity, state, rule, assignee };
  return (
    <Page
      title="Alerts"
      lead={
        under ? (
          <>
            In <UnitLink unit={under} /> and below.
          </>
        ) : (
          'What needs a person, by the rules that found it.'
        )
      }
      actions={
        <ExportMenu
          tables={[
            {
              file: 'alerts',
              label: 'Alerts as they are shown',
              query: { ...shown, ...(state ? {} : { settled: 'false' }) },
            },
            { file: 'alerts', label: 'All alerts, in whichever state', query: { under } },
          ]}
        />
      }
    >
      <SummaryBar under={under} />
      {!under && <NoticesPart />}
      <Filters search={search} />
      <List search={search} />
    </Page>
  );
}

function Filters({ search }: { readonly search: AlertsSearch }) {
  const change = useAddress<AlertsSearch>();
  const set = (name: keyof AlertsSearch, value: string) => change({ [name]: value || undefined });
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm" style={{ alignItems: 'end' }}>
      <NativeSelect
        label="State"
        value={search.state ?? ''}
        onChange={({ currentTarget }) => set('state', currentTarget.value)}
        data={[
          { value: '', label: 'Needs somebody' },
          ...STATES.map((state) => ({ value: state, label: STATE_TEXTS[state] })),
        ]}
      />
      <NativeSelect
        label="Severity"
        value={search.severity ?? ''}
        onChange={({ currentTarget }) => set('severity', currentTarget.value)}
        data={[
          { value: '', label: 'Any' },
          ...SEVERITIES.map((severity) => ({ value: severity, label: SEVERITY_TEXTS[severity] })),
        ]}
      />
      <NativeSelect
        label="Rule"
        value={search.rule ?? ''}
        onChange={({ currentTarget }) => set('rule', currentTarget.value)}
        data={[
          { value: '', label: 'Any' },
          ...Object.entries(RULE_TEXTS).map(([value, label]) => ({ value, label })),
        ]}
      />
      <NativeSelect
        label="Assigned to"
        value={search.assignee ?? ''}
        onChange={({ currentTarget }) => set('assignee', currentTarget.value)}
        data={[
          { value: '', label: 'Anybody' },
          { value: 'me', label: 'Me' },
          { value: 'nobody', label: 'Nobody' },
        ]}
      />
      <NativeSelect
        label="Grouped by"
        value={search.group ?? 'rule'}
        onChange={({ currentTarget }) => set('group', currentTarget.value)}
        data={[
          { value: 'rule', label: 'Rule' },
          { value: 'unit', label: 'Unit' },
          { value: 'severity', label: 'Severity' },
        ]}
      />
      {search.under && (
        <Button variant="default" onClick={() => change({ under: undefined })}>
          Show all units
        </Button>
      )}
    </SimpleGrid>
  );
}

const STATE_TEXTS = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  snoozed: 'Snoozed',
  resolved: 'Resolved',
  closed: 'Closed: the cause is gone',
} as const;

function List({ search }: { readonly search: AlertsSearch }) {
  const { under, severity, state, rule, assignee, group = 'rule' } = search;
  const session = useSession();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/alerts',
    {
      params: {
        query: {
          ...{ under, severity, state, rule, assignee },
          ...(state ? {} : { settled: 'false' as const }),
          limit: PAGE_SIZE,
        },
      },
    },
    byCursor,
  );
  const alerts = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (on) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  const decides = may(session, 'decide');
  return (
    <QueryView query={query} height={480}>
      {() => (
        <Stack gap="md">
          {alerts.length === 0 && (
            <Empty title="Nothing needs somebody here">
              Alerts appear by themselves when a rule finds something. Choose another state or
              severity to see what was settled.
            </Empty>
          )}
          {decides && (
            <ActBar
              alerts={alerts.filter(({ id }) => chosen.has(id))}
              onDone={() => setChosen(new Set())}
            />
          )}
          {groupsOf(alerts, group).map((one) => (
            <AlertGroup
              key={one.key}
              group={one}
              by={group}
              chosen={chosen}
              onChoose={decides ? choose : undefined}
            />
          ))}
          <More query={query} />
        </Stack>
      )}
    </QueryView>
  );
}
